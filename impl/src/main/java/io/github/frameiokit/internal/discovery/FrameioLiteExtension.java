package io.github.frameiokit.internal.discovery;

import io.github.frameiokit.Action;
import io.github.frameiokit.ActionEvent;
import io.github.frameiokit.FrameioEvent;
import io.github.frameiokit.ResourceType;
import io.github.frameiokit.Webhook;
import io.github.frameiokit.WebhookEvent;
import io.github.frameiokit.internal.events.ActionMethod;
import io.github.frameiokit.internal.events.Exchanges;
import io.github.frameiokit.internal.events.Handler;
import io.github.frameiokit.internal.events.HandlerMethod;
import io.github.frameiokit.internal.events.Handlers;
import io.github.frameiokit.internal.store.TokenStores;
import io.github.frameiokit.oauth.AsUser;
import io.github.frameiokit.oauth.TokenStore;
import io.github.frameiokit.oauth.UserAuthorizations;
import io.github.frameiokit.signing.SigningSecretResolver;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.ObservesAsync;
import jakarta.enterprise.event.Startup;
import jakarta.enterprise.inject.Default;
import jakarta.enterprise.inject.build.compatible.spi.BeanInfo;
import jakarta.enterprise.inject.build.compatible.spi.BuildCompatibleExtension;
import jakarta.enterprise.inject.build.compatible.spi.ClassConfig;
import jakarta.enterprise.inject.build.compatible.spi.Discovery;
import jakarta.enterprise.inject.build.compatible.spi.Enhancement;
import jakarta.enterprise.inject.build.compatible.spi.InjectionPointInfo;
import jakarta.enterprise.inject.build.compatible.spi.Messages;
import jakarta.enterprise.inject.build.compatible.spi.MethodConfig;
import jakarta.enterprise.inject.build.compatible.spi.ObserverInfo;
import jakarta.enterprise.inject.build.compatible.spi.Registration;
import jakarta.enterprise.inject.build.compatible.spi.ScannedClasses;
import jakarta.enterprise.inject.build.compatible.spi.SkipIfPortableExtensionPresent;
import jakarta.enterprise.inject.build.compatible.spi.Synthesis;
import jakarta.enterprise.inject.build.compatible.spi.SyntheticComponents;
import jakarta.enterprise.inject.build.compatible.spi.Validation;
import jakarta.enterprise.lang.model.AnnotationInfo;
import jakarta.enterprise.lang.model.AnnotationMember;
import jakarta.enterprise.lang.model.declarations.ParameterInfo;
import jakarta.enterprise.lang.model.types.Type;
import jakarta.inject.Singleton;
import jakarta.ws.rs.core.Application;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.eclipse.microprofile.config.ConfigProvider;

/**
 * Does on CDI Lite what {@link FrameioExtension} does on CDI Full. There an application is analysed when it is built, so
 * that observers can't be wrapped, but interceptors be bound to them; and what depends on the configuration is checked
 * when the application starts.
 */
@SkipIfPortableExtensionPresent(FrameioExtension.class)
public class FrameioLiteExtension implements BuildCompatibleExtension {

    private static final Set<String> EVENTS =
            Set.of(WebhookEvent.class.getName(), ActionEvent.class.getName(), FrameioEvent.class.getName());

    private final List<Handler> found = new ArrayList<>();
    private final Problems problems = new Problems();
    private final HandlerReader reader = new HandlerReader(problems);
    private final ApplicationCheck applications = new ApplicationCheck();
    private boolean resolverFound;
    private String ownStore = "";
    private String authorizing = "";
    private boolean asynchronous;

    /** The API's jar is no bean archive, and a qualifier outside of one need not be known. */
    @Discovery
    public void qualifiers(ScannedClasses classes) {
        classes.add(Webhook.class.getName());
        classes.add(Action.class.getName());
        classes.add(AsUser.class.getName());
    }

    /** Guards the handlers. */
    @Enhancement(
            types = Object.class,
            withSubtypes = true,
            withAnnotations = {Observes.class, ObservesAsync.class})
    public void guard(MethodConfig method) {
        List<ParameterInfo> events = method.info().parameters().stream()
                .filter(FrameioLiteExtension::takesEvent)
                .toList();
        if (!events.isEmpty()
                && Elements.method(method.info(), method.info().declaringClass())
                        .whyNotInterceptable()
                        .isEmpty()) {
            method.addAnnotation(HandlerMethod.class);
            if (events.stream().anyMatch(event -> event.hasAnnotation(Action.class))) {
                method.addAnnotation(ActionMethod.class);
            }
        }
    }

    /** Takes note of a JAX-RS application. */
    @Enhancement(types = Application.class, withSubtypes = true)
    public void applicationFound(ClassConfig type) {
        Elements.load(type.info(), Application.class).ifPresent(applications::found);
    }

    /** Takes note of a resolver. */
    @Registration(types = SigningSecretResolver.class)
    public void resolverFound(BeanInfo bean) {
        resolverFound = true;
    }

    /** Takes note of the app's own token store. */
    @Registration(types = TokenStore.class)
    public void ownStoreFound(BeanInfo bean) {
        if (bean.qualifiers().stream().anyMatch(qualifier -> qualifier.name().equals(Default.class.getName()))
                && !bean.declaringClass().name().equals(TokenStores.class.getName())) {
            ownStore = bean.declaringClass().name();
        }
    }

    /** Takes note of a bean that lets users sign in by itself. */
    @Registration(types = Object.class)
    public void beanFound(BeanInfo bean) {
        authorizes(bean, bean.injectionPoints().stream().map(InjectionPointInfo::type));
    }

    private void authorizes(BeanInfo bean, Stream<Type> injected) {
        if (injected.anyMatch(type -> Elements.name(type).equals(UserAuthorizations.class.getName()))) {
            authorizing = bean.declaringClass().name();
        }
    }

    /** Takes note of a handler. */
    @Registration(types = Object.class)
    public void observerFound(ObserverInfo observer) {
        if (!observer.isSynthetic()) {
            authorizes(
                    observer.bean(),
                    observer.observerMethod().parameters().stream().map(ParameterInfo::type));
        }
        if (observer.isAsync() && couldObserve(observer.eventType())) {
            asynchronous = true;
        }
        Optional<AnnotationInfo> webhook = qualifier(observer, Webhook.class);
        Optional<AnnotationInfo> action = qualifier(observer, Action.class);
        if (observer.isSynthetic()
                || webhook.isEmpty() && action.isEmpty() && !EVENTS.contains(Elements.name(observer.eventType()))) {
            return;
        }
        Observed observed = Elements.observed(observer);
        Optional<Handler> handler = action.map(it -> readAction(observed, it))
                .or(() -> webhook.map(it -> readWebhook(observed, it)))
                .orElseGet(() -> reader.unqualified(observed));
        handler.ifPresent(found::add);
        if (action.isEmpty()) {
            observed.method()
                    .flatMap(Observed.Method::whyNotInterceptable)
                    .ifPresent(why -> problems.notGuardable(observed.name(), why));
        }
    }

    /** Hands over what was found. */
    @Synthesis
    public void handOver(SyntheticComponents components) {
        found.sort(Comparator.comparing(Handler::method)); // so that builds and reports are the same every time
        String[] handlers = HandlerParams.write(found);
        components
                .addBean(Handlers.class)
                .type(Handlers.class)
                .scope(Singleton.class)
                .withParam(HandlerParams.HANDLERS, handlers)
                .withParam(HandlerParams.ASYNCHRONOUS, asynchronous)
                .createWith(HandlersCreator.class);
        components
                .addBean(Exchanges.class)
                .type(Exchanges.class)
                .scope(Singleton.class)
                .createWith(ExchangesCreator.class);
        components
                .addObserver(Startup.class)
                .withParam(HandlerParams.HANDLERS, handlers)
                .withParam(HandlerParams.ASYNCHRONOUS, asynchronous)
                .withParam(HandlerParams.RESOLVER, resolverFound)
                .withParam(HandlerParams.AUTHORIZING, authorizing)
                .withParam(HandlerParams.OWN_STORE, ownStore)
                .observeWith(StartCheck.class);
    }

    /** Refuses what can't work whatever the configuration will be. */
    @Validation
    public void validate(Messages messages) {
        SetupCheck check = new SetupCheck(new Handlers(found, asynchronous), problems);
        check.checkPairs();
        check.checkApplications(ConfigProvider.getConfig(), applications);
        if (!problems.isEmpty()) {
            messages.error(problems.report());
        }
    }

    private Optional<Handler> readWebhook(Observed observed, AnnotationInfo webhook) {
        return reader.webhook(
                observed,
                webhook.member("value").asArray().stream()
                        .map(AnnotationMember::asString)
                        .toList(),
                webhook.member("secret").asString());
    }

    private Optional<Handler> readAction(Observed observed, AnnotationInfo action) {
        return reader.action(
                observed,
                action.member("value").asString(),
                action.member("name").asString(),
                action.member("on").asArray().stream()
                        .map(type -> type.asEnum(ResourceType.class))
                        .collect(Collectors.toSet()),
                action.member("userAuth").asBoolean(),
                action.member("secret").asString());
    }

    private static boolean takesEvent(ParameterInfo parameter) {
        return (parameter.hasAnnotation(Observes.class) || parameter.hasAnnotation(ObservesAsync.class))
                && (parameter.hasAnnotation(Webhook.class)
                        || parameter.hasAnnotation(Action.class)
                        || EVENTS.contains(Elements.name(parameter.type())));
    }

    /** Observers of supertypes get the events as well; of what isn't a plain class, better assume it. */
    private static boolean couldObserve(Type type) {
        return !type.isClass()
                || EVENTS.contains(Elements.name(type))
                || Elements.name(type).equals(Object.class.getName());
    }

    private static Optional<AnnotationInfo> qualifier(ObserverInfo observer, Class<?> annotation) {
        return observer.qualifiers().stream()
                .filter(qualifier -> qualifier.name().equals(annotation.getName()))
                .findFirst();
    }
}
