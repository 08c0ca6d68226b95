package io.github.frameiokit.internal.discovery;

import io.github.frameiokit.Action;
import io.github.frameiokit.InteractionScoped;
import io.github.frameiokit.Webhook;
import io.github.frameiokit.WebhookEvent;
import io.github.frameiokit.delivery.DeliveryQueue;
import io.github.frameiokit.internal.development.ConsoleKey;
import io.github.frameiokit.internal.events.CapturesAnswer;
import io.github.frameiokit.internal.events.Exchanges;
import io.github.frameiokit.internal.events.Guarded;
import io.github.frameiokit.internal.events.Handlers;
import io.github.frameiokit.internal.events.Route;
import io.github.frameiokit.internal.interaction.InteractionThreads;
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
import jakarta.enterprise.inject.build.compatible.spi.MetaAnnotations;
import jakarta.enterprise.inject.build.compatible.spi.MethodConfig;
import jakarta.enterprise.inject.build.compatible.spi.ObserverInfo;
import jakarta.enterprise.inject.build.compatible.spi.Registration;
import jakarta.enterprise.inject.build.compatible.spi.ScannedClasses;
import jakarta.enterprise.inject.build.compatible.spi.SkipIfPortableExtensionPresent;
import jakarta.enterprise.inject.build.compatible.spi.Synthesis;
import jakarta.enterprise.inject.build.compatible.spi.SyntheticComponents;
import jakarta.enterprise.inject.build.compatible.spi.Validation;
import jakarta.enterprise.lang.model.AnnotationInfo;
import jakarta.enterprise.lang.model.declarations.ClassInfo;
import jakarta.enterprise.lang.model.declarations.MethodInfo;
import jakarta.enterprise.lang.model.declarations.ParameterInfo;
import jakarta.enterprise.lang.model.types.Type;
import jakarta.inject.Qualifier;
import jakarta.inject.Singleton;
import jakarta.ws.rs.core.Application;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.config.ConfigProvider;

/**
 * The counterpart of {@link FrameioExtension} for CDI Lite. CDI Lite analyses an application while it is built. It
 * can't wrap observers, so this extension binds an interceptor to them; it can't add observers that call a bean's
 * method, so the app's own ones get the route; and the configuration is checked when the application starts.
 */
@SkipIfPortableExtensionPresent(FrameioExtension.class)
public class FrameioLiteExtension implements BuildCompatibleExtension {

    private static final String INTERNALS = "io.github.frameiokit.internal.";

    private final Finder finder = new Finder(false);

    /** The API's jar isn't a bean archive, so CDI need not know its qualifiers. */
    @Discovery
    public void qualifiers(ScannedClasses classes) {
        classes.add(Webhook.class.getName());
        classes.add(Action.class.getName());
        classes.add(AsUser.class.getName());
        classes.add(Route.class.getName());
        classes.add(ConsoleStart.class.getName());
        classes.add(DeliveryStart.class.getName());
        classes.add(InstallStart.class.getName());
        classes.add(OwnEvents.class.getName());
        HealthBeans.names().forEach(classes::add);
    }

    /** Adds the scope of an interaction. */
    @Discovery
    public void scope(MetaAnnotations annotations) {
        annotations.addContext(InteractionScoped.class, true, InteractionContext.class);
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

    /** Gives the handlers their routes. {@link OwnEvents} leads events to them that the app fires, without a route. */
    @Enhancement(
            types = Object.class,
            withSubtypes = true,
            withAnnotations = {Observes.class, ObservesAsync.class})
    public void route(MethodConfig method) {
        method.parameters().stream()
                .filter(parameter -> takesEvent(parameter.info()))
                .forEach(parameter -> Elements.types(parameter.info())
                        .ifPresent(types -> parameter.addAnnotation(Route.Literal.to(types))));
    }

    /**
     * Postpones the kit's own preparations to the first request. CDI's contexts may begin while an application is
     * built, as on Quarkus, with another configuration than at its start.
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

    /** Records a JAX-RS application. */
    @Enhancement(types = Application.class, withSubtypes = true)
    public void applicationFound(ClassConfig type) {
        Elements.load(type.info(), Application.class).ifPresent(finder.applications()::found);
    }

    /** Records a resolver. */
    @Registration(types = SigningSecretResolver.class)
    public void resolverFound(BeanInfo bean) {
        finder.resolver();
    }

    /** Records the app's own token store. */
    @Registration(types = TokenStore.class)
    public void ownStoreFound(BeanInfo bean) {
        if (bean.qualifiers().stream().anyMatch(qualifier -> qualifier.name().equals(Default.class.getName()))
                && !bean.declaringClass().name().equals(ConfiguredTokenStore.class.getName())) {
            finder.ownStore(bean.declaringClass().name());
        }
    }

    /** Records the app's own queue for deliveries. */
    @Registration(types = DeliveryQueue.class)
    public void ownQueueFound(BeanInfo bean) {
        if (bean.qualifiers().stream().anyMatch(qualifier -> qualifier.name().equals(Default.class.getName()))) {
            finder.ownQueue(bean.declaringClass().name());
        }
    }

    /** Records a bean's injection points. */
    @Registration(types = Object.class)
    public void beanFound(BeanInfo bean) {
        bean.injectionPoints().forEach(point -> injected(bean, point.type(), false, Optional.empty()));
    }

    /** Records a bean that lives through an interaction. */
    @Registration(types = Object.class)
    public void interactionBeanFound(BeanInfo bean) {
        if (bean.isClassBean() && bean.scope().name().equals(InteractionScoped.class.getName())) {
            finder.interactionBean(
                    bean.declaringClass().name(),
                    bean.declaringClass().modifiers(),
                    !bean.injectionPoints().isEmpty());
        }
    }

    private void injected(BeanInfo bean, Type type, boolean asUser, Optional<UserInjections.Observer> observer) {
        finder.injection(bean.declaringClass().name(), Elements.names(type), asUser, observer);
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

    /** Records an observer. */
    @Registration(types = Object.class)
    public void observerFound(ObserverInfo observer) {
        if (isOwnEvents(observer.declaringClass())) {
            return;
        }
        if (observer.isAsync() && couldObserve(observer.eventType())) {
            finder.asynchronousObserver();
        }
        if (observer.isSynthetic()) {
            if (isHandler(observer)) {
                finder.problems().syntheticHandler(observer.declaringClass().name());
            }
            return;
        }
        observer.observerMethod()
                .parameters()
                .forEach(parameter -> injected(
                        observer.bean(),
                        parameter.type(),
                        parameter.hasAnnotation(AsUser.class),
                        observer(observer.observerMethod())));
        Observed observed = Elements.observed(observer);
        if (!observed.observesEvents()) {
            return;
        }
        finder.observer(observed);
        if (observed.action().isEmpty()) {
            observed.method()
                    .flatMap(Observed.Method::whyNotInterceptable)
                    .ifPresent(why -> finder.problems().notGuardable(observed.name(), why));
        }
    }

    private static boolean isHandler(ObserverInfo observer) {
        return Elements.qualifier(observer, Webhook.class).isPresent()
                || Elements.qualifier(observer, Action.class).isPresent()
                || takesAll(observer.eventType(), observer.qualifiers());
    }

    /** Hands the findings over to the application's start. */
    @Synthesis
    public void handOver(SyntheticComponents components) {
        String[] findings = FindingsParam.write(finder.findings());
        components
                .addBean(Handlers.class)
                .type(Handlers.class)
                .scope(Singleton.class)
                .withParam(FindingsParam.NAME, findings)
                .createWith(HandlersCreator.class);
        components
                .addBean(Exchanges.class)
                .type(Exchanges.class)
                .scope(Singleton.class)
                .withParam(FindingsParam.NAME, findings)
                .createWith(ExchangesCreator.class);
        components
                .addBean(InteractionThreads.class)
                .type(InteractionThreads.class)
                .scope(Singleton.class)
                .createWith(InteractionThreadsCreator.class);
        components
                .addBean(ConsoleKey.class)
                .type(ConsoleKey.class)
                .scope(Singleton.class)
                .createWith(ConsoleKeyCreator.class);
        components
                .addObserver(Startup.class)
                .withParam(FindingsParam.NAME, findings)
                .observeWith(StartCheck.class);
    }

    /** Refuses a set-up that can't work with any configuration. */
    @Validation
    public void validate(Messages messages) {
        SetupCheck check = new SetupCheck(finder.findings(), finder.problems());
        check.checkPairs();
        check.checkApplications(ConfigProvider.getConfig(), finder.applications());
        if (!finder.problems().isEmpty()) {
            messages.error(finder.problems().report());
        }
    }

    private static boolean takesEvent(ParameterInfo parameter) {
        return (parameter.hasAnnotation(Observes.class) || parameter.hasAnnotation(ObservesAsync.class))
                && !isOwnEvents(parameter.declaringMethod().declaringClass())
                && (parameter.hasAnnotation(Webhook.class)
                        || parameter.hasAnnotation(Action.class)
                        || takesAll(
                                parameter.type(),
                                parameter.annotations(
                                        annotation -> annotation.declaration().hasAnnotation(Qualifier.class))));
    }

    /** It only leads events on, so it is no observer of the app's. */
    private static boolean isOwnEvents(ClassInfo type) {
        return type.name().equals(OwnEvents.class.getName());
    }

    private static boolean takesAll(Type event, Collection<AnnotationInfo> qualifiers) {
        return Observed.isEvent(Elements.name(event))
                && Elements.foreign(qualifiers).isEmpty();
    }

    /** Observers of supertypes get the events as well; for a type that isn't a plain class, assume it. */
    private static boolean couldObserve(Type type) {
        return !type.isClass()
                || Observed.isEvent(Elements.name(type))
                || Elements.name(type).equals(Object.class.getName());
    }
}
