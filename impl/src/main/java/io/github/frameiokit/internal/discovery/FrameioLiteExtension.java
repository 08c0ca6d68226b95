package io.github.frameiokit.internal.discovery;

import io.github.frameiokit.Action;
import io.github.frameiokit.ResourceType;
import io.github.frameiokit.Webhook;
import io.github.frameiokit.WebhookEvent;
import io.github.frameiokit.client.FrameioClient;
import io.github.frameiokit.internal.events.CapturesAnswer;
import io.github.frameiokit.internal.events.Exchanges;
import io.github.frameiokit.internal.events.Guarded;
import io.github.frameiokit.internal.events.Handler;
import io.github.frameiokit.internal.events.Handlers;
import io.github.frameiokit.internal.store.ConfiguredTokenStore;
import io.github.frameiokit.oauth.AsUser;
import io.github.frameiokit.oauth.TokenStore;
import io.github.frameiokit.signing.SigningSecretResolver;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.ObservesAsync;
import jakarta.enterprise.event.Startup;
import jakarta.enterprise.inject.Default;
import jakarta.enterprise.inject.build.compatible.spi.BeanInfo;
import jakarta.enterprise.inject.build.compatible.spi.BuildCompatibleExtension;
import jakarta.enterprise.inject.build.compatible.spi.ClassConfig;
import jakarta.enterprise.inject.build.compatible.spi.Discovery;
import jakarta.enterprise.inject.build.compatible.spi.Enhancement;
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
import jakarta.enterprise.lang.model.declarations.MethodInfo;
import jakarta.enterprise.lang.model.declarations.ParameterInfo;
import jakarta.enterprise.lang.model.types.Type;
import jakarta.inject.Qualifier;
import jakarta.inject.Singleton;
import jakarta.ws.rs.core.Application;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.eclipse.microprofile.config.ConfigProvider;

/**
 * Does on CDI Lite what {@link FrameioExtension} does on CDI Full. There an application is analysed when it is built,
 * so that observers can't be wrapped, but interceptors be bound to them; and what depends on the configuration is
 * checked when the application starts.
 */
@SkipIfPortableExtensionPresent(FrameioExtension.class)
public class FrameioLiteExtension implements BuildCompatibleExtension {

    private static final String INTERNALS = "io.github.frameiokit.internal.";

    private final List<Handler> found = new ArrayList<>();
    private final Problems problems = new Problems();
    private final HandlerReader reader = new HandlerReader(problems);
    private final ApplicationCheck applications = new ApplicationCheck();
    private boolean resolverFound;
    private final UserInjections users = new UserInjections(problems);
    private String ownStore = "";
    private boolean client;
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
            method.addAnnotation(Guarded.class);
            if (events.stream().anyMatch(event -> event.hasAnnotation(Action.class))) {
                method.addAnnotation(CapturesAnswer.class);
            }
        }
    }

    /**
     * Leaves the kit's own preparations to the first request. CDI's contexts may begin when an application is built, as
     * on Quarkus, with another configuration than when it starts.
     */
    @Enhancement(types = Object.class, withSubtypes = true, withAnnotations = Initialized.class)
    public void postpone(MethodConfig method) {
        if (method.info().declaringClass().name().startsWith(INTERNALS)) {
            method.parameters().stream()
                    .filter(parameter -> parameter.info().hasAnnotation(Initialized.class))
                    .forEach(parameter -> parameter.removeAnnotation(
                            annotation -> annotation.name().equals(Observes.class.getName())));
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
                && !bean.declaringClass().name().equals(ConfiguredTokenStore.class.getName())) {
            ownStore = bean.declaringClass().name();
        }
    }

    /** Takes note of what a bean has injected. */
    @Registration(types = Object.class)
    public void beanFound(BeanInfo bean) {
        bean.injectionPoints().forEach(point -> {
            injected(bean, point.type(), false, Optional.empty());
            client |= isClient(point.type());
        });
    }

    /** The client, or an {@code Instance} or {@code Provider} of it. */
    private static boolean isClient(Type type) {
        return Elements.names(type).contains(FrameioClient.class.getName());
    }

    private void injected(BeanInfo bean, Type type, boolean asUser, Optional<UserInjections.Observer> observer) {
        users.found(bean.declaringClass().name(), Elements.names(type), asUser, observer);
    }

    private static Optional<UserInjections.Observer> observer(MethodInfo method) {
        return method.parameters().stream()
                .filter(parameter ->
                        parameter.hasAnnotation(Observes.class) || parameter.hasAnnotation(ObservesAsync.class))
                .findFirst()
                .map(event -> new UserInjections.Observer(
                        method.name(),
                        event.hasAnnotation(ObservesAsync.class),
                        event.hasAnnotation(Webhook.class)
                                || Elements.name(event.type()).equals(WebhookEvent.class.getName()),
                        event.hasAnnotation(Action.class),
                        event.hasAnnotation(Action.class)
                                && event.annotation(Action.class)
                                        .member("userAuth")
                                        .asBoolean()));
    }

    /** Takes note of a handler. */
    @Registration(types = Object.class)
    public void observerFound(ObserverInfo observer) {
        if (!observer.isSynthetic()) {
            observer.observerMethod()
                    .parameters()
                    .forEach(parameter -> injected(
                            observer.bean(),
                            parameter.type(),
                            parameter.hasAnnotation(AsUser.class),
                            observer(observer.observerMethod())));
        }
        if (observer.isAsync() && couldObserve(observer.eventType())) {
            asynchronous = true;
        }
        Optional<AnnotationInfo> webhook = qualifier(observer, Webhook.class);
        Optional<AnnotationInfo> action = qualifier(observer, Action.class);
        boolean annotated = webhook.isPresent() || action.isPresent();
        if (observer.isSynthetic()) {
            if (annotated || takesAll(observer.eventType(), observer.qualifiers())) {
                problems.syntheticHandler(observer.declaringClass().name());
            }
            return;
        }
        Observed observed = Elements.observed(observer);
        if (!annotated && !observed.takesAll()) {
            return;
        }
        reader.read(observed, webhook.map(FrameioLiteExtension::mark), action.map(FrameioLiteExtension::actionMark))
                .ifPresent(found::add);
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
                .withParam(HandlerParams.AUTHORIZING, authorizing())
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
                .withParam(HandlerParams.AUTHORIZING, authorizing())
                .withParam(HandlerParams.OWN_STORE, ownStore)
                .withParam(HandlerParams.CLIENT, client)
                .withParam(HandlerParams.APPLICATION_PATH, applications.path().orElse(""))
                .observeWith(StartCheck.class);
    }

    /** Refuses what can't work whatever the configuration will be. */
    @Validation
    public void validate(Messages messages) {
        SetupCheck check = new SetupCheck(new Handlers(found, asynchronous, false), problems);
        check.checkPairs();
        check.checkApplications(ConfigProvider.getConfig(), applications);
        if (!problems.isEmpty()) {
            messages.error(problems.report());
        }
    }

    private String authorizing() {
        return users.authorizing().orElse("");
    }

    private static HandlerReader.WebhookMark mark(AnnotationInfo webhook) {
        return new HandlerReader.WebhookMark(
                webhook.member("value").asArray().stream()
                        .map(AnnotationMember::asString)
                        .toList(),
                webhook.member("secret").asString());
    }

    private static HandlerReader.ActionMark actionMark(AnnotationInfo action) {
        return new HandlerReader.ActionMark(
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
                        || takesAll(
                                parameter.type(),
                                parameter.annotations(
                                        annotation -> annotation.declaration().hasAnnotation(Qualifier.class))));
    }

    private static boolean takesAll(Type event, Collection<AnnotationInfo> qualifiers) {
        return Observed.isEvent(Elements.name(event))
                && Elements.foreign(qualifiers).isEmpty();
    }

    /** Observers of supertypes get the events as well; of what isn't a plain class, better assume it. */
    private static boolean couldObserve(Type type) {
        return !type.isClass()
                || Observed.isEvent(Elements.name(type))
                || Elements.name(type).equals(Object.class.getName());
    }

    private static Optional<AnnotationInfo> qualifier(ObserverInfo observer, Class<?> annotation) {
        return observer.qualifiers().stream()
                .filter(qualifier -> qualifier.name().equals(annotation.getName()))
                .findFirst();
    }
}
