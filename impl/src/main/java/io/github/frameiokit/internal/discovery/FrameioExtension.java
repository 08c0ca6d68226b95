package io.github.frameiokit.internal.discovery;

import io.github.frameiokit.Action;
import io.github.frameiokit.ActionEvent;
import io.github.frameiokit.FrameioEvent;
import io.github.frameiokit.InteractionScoped;
import io.github.frameiokit.Webhook;
import io.github.frameiokit.WebhookEvent;
import io.github.frameiokit.delivery.DeliveryQueue;
import io.github.frameiokit.internal.delivery.DeliveryLifecycle;
import io.github.frameiokit.internal.delivery.Engines;
import io.github.frameiokit.internal.development.ConsoleKey;
import io.github.frameiokit.internal.events.CapturesAnswer;
import io.github.frameiokit.internal.events.Exchanges;
import io.github.frameiokit.internal.events.Handler;
import io.github.frameiokit.internal.events.HandlerGuard;
import io.github.frameiokit.internal.events.Handlers;
import io.github.frameiokit.internal.events.Route;
import io.github.frameiokit.internal.health.HealthLink;
import io.github.frameiokit.internal.install.StartupInstallation;
import io.github.frameiokit.internal.interaction.InteractionThreads;
import io.github.frameiokit.oauth.AsUser;
import io.github.frameiokit.oauth.TokenStore;
import io.github.frameiokit.signing.SigningSecretResolver;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.ObservesAsync;
import jakarta.enterprise.event.Reception;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Default;
import jakarta.enterprise.inject.spi.AfterBeanDiscovery;
import jakarta.enterprise.inject.spi.AfterDeploymentValidation;
import jakarta.enterprise.inject.spi.AnnotatedCallable;
import jakarta.enterprise.inject.spi.AnnotatedMethod;
import jakarta.enterprise.inject.spi.AnnotatedParameter;
import jakarta.enterprise.inject.spi.DeploymentException;
import jakarta.enterprise.inject.spi.Extension;
import jakarta.enterprise.inject.spi.InjectionPoint;
import jakarta.enterprise.inject.spi.ObserverMethod;
import jakarta.enterprise.inject.spi.ProcessAnnotatedType;
import jakarta.enterprise.inject.spi.ProcessBean;
import jakarta.enterprise.inject.spi.ProcessInjectionPoint;
import jakarta.enterprise.inject.spi.ProcessManagedBean;
import jakarta.enterprise.inject.spi.ProcessObserverMethod;
import jakarta.enterprise.inject.spi.ProcessSyntheticObserverMethod;
import jakarta.enterprise.inject.spi.WithAnnotations;
import jakarta.enterprise.inject.spi.configurator.ObserverMethodConfigurator.EventConsumer;
import jakarta.ws.rs.core.Application;
import java.lang.annotation.Annotation;
import java.lang.reflect.Method;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.lang.reflect.TypeVariable;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BiPredicate;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.eclipse.microprofile.config.Config;
import org.eclipse.microprofile.config.ConfigProvider;
import org.jspecify.annotations.Nullable;

/**
 * Finds the app's handlers while it is deployed, has the container call them through a guard, and refuses a set-up that
 * can't work.
 *
 * <p>Handlers are found at {@link ProcessObserverMethod} rather than at {@link ProcessAnnotatedType}, since at that
 * point vetoed and disabled beans are gone and other extensions have made their changes. The bean manager isn't kept:
 * that of a library in {@code WEB-INF/lib} doesn't see the app's beans on Payara.
 */
public class FrameioExtension implements Extension {

    private static final System.Logger LOG = System.getLogger(FrameioExtension.class.getName());

    private static final Set<Class<?>> OWN_QUALIFIERS = Set.of(Webhook.class, Action.class, Any.class);

    /** The kit's beans that observe each request, with the apps that need it: other apps don't pay for it. */
    private static final Map<Class<?>, BiPredicate<Config, Findings>> REQUEST_OBSERVERS = Map.of(
            DeliveryLifecycle.class,
            (config, findings) -> Engines.isDurable(config, findings.ownQueue()),
            StartupInstallation.class,
            (config, findings) -> StartupInstallation.isWanted(config));

    private final Finder finder = new Finder(true);
    private final ConsoleKey consoleKey = new ConsoleKey();
    private final Exchanges exchanges = new Exchanges(System::nanoTime);
    private final InteractionThreads interactions = new InteractionThreads();
    private final HealthLink health = new HealthLink();
    private final List<Consumer<AfterBeanDiscovery>> added = new ArrayList<>();
    private final AtomicBoolean started = new AtomicBoolean();
    private @Nullable Handlers handlers;

    <T> void keepAnswers(@Observes @WithAnnotations(Action.class) ProcessAnnotatedType<T> type) {
        type.configureAnnotatedType()
                .filterMethods(method -> isActionHandler(method)
                        && method(
                                        method.getJavaMember(),
                                        type.getAnnotatedType().getJavaClass())
                                .whyNotInterceptable()
                                .isEmpty())
                .forEach(method -> method.add(CapturesAnswer.Literal.INSTANCE));
    }

    <T extends Application> void applicationFound(@Observes ProcessAnnotatedType<T> type) {
        finder.applications().found(type.getAnnotatedType().getJavaClass());
    }

    <T, X> void injectionFound(@Observes ProcessInjectionPoint<T, X> point) {
        InjectionPoint injected = point.getInjectionPoint();
        finder.injection(
                injected.getMember().getDeclaringClass().getName(),
                names(injected.getType()),
                injected.getQualifiers().stream().anyMatch(AsUser.class::isInstance),
                injected.getAnnotated() instanceof AnnotatedParameter<?> parameter
                        ? observer(parameter.getDeclaringCallable())
                        : Optional.empty());
    }

    void beanFound(@Observes ProcessBean<?> bean) {
        if (bean.getBean().getTypes().contains(SigningSecretResolver.class)) {
            finder.resolver();
        }
    }

    <T> void interactionBeanFound(@Observes ProcessManagedBean<T> process) {
        if (process.getBean().getScope() == InteractionScoped.class) {
            Class<?> type = process.getBean().getBeanClass();
            finder.interactionBean(
                    type.getName(),
                    type.getModifiers(),
                    !process.getBean().getInjectionPoints().isEmpty());
        }
    }

    void ownStoreFound(@Observes ProcessBean<?> bean) {
        if (bean.getBean().getTypes().contains(TokenStore.class)
                && bean.getBean().getQualifiers().contains(Default.Literal.INSTANCE)) {
            finder.ownStore(bean.getBean().getBeanClass().getName());
        }
    }

    void ownQueueFound(@Observes ProcessBean<?> bean) {
        if (bean.getBean().getTypes().contains(DeliveryQueue.class)
                && bean.getBean().getQualifiers().contains(Default.Literal.INSTANCE)) {
            finder.ownQueue(bean.getBean().getBeanClass().getName());
        }
    }

    <T, X> void observerFound(@Observes ProcessObserverMethod<T, X> process) {
        if (process instanceof ProcessSyntheticObserverMethod<T, X> synthetic && synthetic.getSource() == this) {
            return; // what it stands for was found before
        }
        ObserverMethod<T> observer = process.getObserverMethod();
        BiPredicate<Config, Findings> need = REQUEST_OBSERVERS.get(observer.getBeanClass());
        if (need != null && observer.getObservedQualifiers().contains(Initialized.Literal.REQUEST)) {
            process.veto();
            added.add(discovery -> addIfNeeded(discovery, observer, need));
            return;
        }
        if (observer.isAsync() && couldObserve(observer.getObservedType())) {
            finder.asynchronousObserver();
        }
        Observed observed = observed(observer, process);
        if (!observed.observesEvents()) {
            return;
        }
        Optional<Handler> handler = finder.observer(observed);
        EventConsumer<T> guarded =
                guarded(observer, new HandlerGuard(observed.id(), observer.getBeanClass(), observed.async(), handler));
        process.configureObserverMethod().notifyWith(guarded);
        if (observed.isQualified()) {
            handler.map(Route.Literal::to)
                    .ifPresent(route -> added.add(discovery -> addRoute(discovery, observer, route, guarded)));
        }
    }

    private <T> EventConsumer<T> guarded(ObserverMethod<T> observer, HandlerGuard guard) {
        return context -> guard.call(exchanges, (FrameioEvent) context.getEvent(), () -> {
            observer.notify(context);
            return null;
        });
    }

    /**
     * Adds an observer for the kit's events beside the app's own, which stays for events that the app fires itself: an
     * app can't know the route.
     */
    private static <T> void addRoute(
            AfterBeanDiscovery discovery, ObserverMethod<T> observer, Route route, EventConsumer<T> guarded) {
        discovery.<T>addObserverMethod().read(observer).qualifiers(route).notifyWith(guarded);
    }

    /** Adds an observer of each request again, now that the app's own queue is known. */
    private <T> void addIfNeeded(
            AfterBeanDiscovery discovery, ObserverMethod<T> observer, BiPredicate<Config, Findings> need) {
        if (need.test(config(), finder.findings())) {
            discovery.<T>addObserverMethod().read(observer).notifyWith(observer::notify);
        }
    }

    void handOver(@Observes AfterBeanDiscovery discovery) {
        added.forEach(it -> it.accept(discovery));
        discovery.addContext(new InteractionContext(interactions));
        discovery
                .<InteractionThreads>addBean()
                .id(InteractionThreads.class.getName())
                .types(InteractionThreads.class)
                .scope(Dependent.class)
                .createWith(context -> interactions);
        discovery
                .<Handlers>addBean()
                .id(Handlers.class.getName())
                .types(Handlers.class)
                .scope(Dependent.class)
                .createWith(context -> handlers);
        discovery
                .<Exchanges>addBean()
                .id(Exchanges.class.getName())
                .types(Exchanges.class)
                .scope(Dependent.class)
                .createWith(context -> exchanges);
        discovery
                .<ConsoleKey>addBean()
                .id(ConsoleKey.class.getName())
                .types(ConsoleKey.class)
                .scope(Dependent.class)
                .createWith(context -> consoleKey);
        discovery
                .<HealthLink>addBean()
                .id(HealthLink.class.getName())
                .types(HealthLink.class)
                .scope(Dependent.class)
                .createWith(context -> health);
        HealthBeans.addTo(discovery, health);
    }

    void validate(@Observes AfterDeploymentValidation validation) {
        Findings findings = finder.findings();
        handlers = findings.handlers();
        if (findings.installSettings()) {
            exchanges.rememberThreads();
        }
        Config config = config();
        SetupCheck check = new SetupCheck(findings, finder.problems());
        check.checkPairs();
        check.checkConfig(config);
        check.checkApplications(config, finder.applications());
        if (!finder.problems().isEmpty()) {
            validation.addDeploymentProblem(refusal());
        }
    }

    void validateStarted(@Observes @Initialized(ApplicationScoped.class) Object context) {
        Config config = config();
        new SetupCheck(finder.findings(), finder.problems()).checkApplications(config, finder.applications(), context);
        if (!finder.problems().isEmpty()) {
            throw refusal();
        }
        if (started.compareAndSet(false, true)) { // in an EAR, the contexts of other archives start as well
            Optional<String> contextRoot = ApplicationCheck.contextRoot(context);
            Findings findings = finder.findings();
            new StartReport(findings, config).log(contextRoot);
            new ConsoleReport(config, consoleKey).log(contextRoot, findings.applicationPath());
        }
    }

    /** The configuration of the kit's archive: a WAR in an EAR is validated with the EAR's class loader as context. */
    private static Config config() {
        return ConfigProvider.getConfig(FrameioExtension.class.getClassLoader());
    }

    /** It is logged as well, since TomEE doesn't show the cause, and Payara shows only the outermost message. */
    private DeploymentException refusal() {
        LOG.log(System.Logger.Level.ERROR, finder.problems().report());
        return new DeploymentException(finder.problems().report());
    }

    private static Observed observed(ObserverMethod<?> observer, ProcessObserverMethod<?, ?> process) {
        Optional<Method> method = process instanceof ProcessSyntheticObserverMethod
                ? Optional.empty()
                : Optional.of(process.getAnnotatedMethod().getJavaMember());
        Class<?> bean = observer.getBeanClass();
        return new Observed(
                method.map(it -> Handler.Id.of(bean, it))
                        .orElseGet(() -> new Handler.Id(bean.getName(), "", List.of())),
                erasure(observer.getObservedType()).getTypeName(),
                observer.getObservedQualifiers().stream()
                        .map(Annotation::annotationType)
                        .filter(type -> !OWN_QUALIFIERS.contains(type))
                        .map(Class::getSimpleName)
                        .sorted()
                        .toList(),
                observer.isAsync(),
                observer.getReception() == Reception.IF_EXISTS,
                observer.getTransactionPhase(),
                method.map(it -> method(it, bean)),
                qualifier(observer, Webhook.class)
                        .map(it -> new Observed.WebhookMark(List.of(it.value()), it.secret())),
                qualifier(observer, Action.class)
                        .map(it -> new Observed.ActionMark(
                                it.value(), it.name(), it.description(), Set.of(it.on()), it.userAuth(), it.secret())));
    }

    private static Observed.Method method(Method method, Class<?> bean) {
        return new Observed.Method(method.getReturnType().getTypeName(), method.getModifiers(), bean.getModifiers());
    }

    private static List<String> names(Type type) {
        if (type instanceof ParameterizedType generic) {
            return Stream.concat(Stream.of(generic.getRawType()), Stream.of(generic.getActualTypeArguments()))
                    .map(Type::getTypeName)
                    .toList();
        }
        return List.of(type.getTypeName());
    }

    private static Optional<UserInjections.Observer> observer(AnnotatedCallable<?> method) {
        return method.getParameters().stream()
                .filter(parameter -> parameter.isAnnotationPresent(Observes.class)
                        || parameter.isAnnotationPresent(ObservesAsync.class))
                .findFirst()
                .map(event -> new UserInjections.Observer(
                        method.getJavaMember().getName(),
                        event.isAnnotationPresent(ObservesAsync.class),
                        event.isAnnotationPresent(Webhook.class) || event.getBaseType() == WebhookEvent.class,
                        event.isAnnotationPresent(Action.class),
                        event.isAnnotationPresent(Action.class)
                                && event.getAnnotation(Action.class).userAuth()));
    }

    /** An observer of {@code <T extends WebhookEvent>} gets what one of {@code WebhookEvent} does. */
    private static Type erasure(Type type) {
        if (type instanceof TypeVariable<?> variable) {
            return erasure(variable.getBounds()[0]);
        }
        return type instanceof ParameterizedType parameterized ? parameterized.getRawType() : type;
    }

    private static boolean isActionHandler(AnnotatedMethod<?> method) {
        return method.getParameters().stream().anyMatch(parameter -> parameter.isAnnotationPresent(Action.class));
    }

    /** Observers of supertypes get the events as well; for a type that isn't a plain class, assume it. */
    private static boolean couldObserve(Type type) {
        return !(type instanceof Class<?> observed)
                || observed.isAssignableFrom(WebhookEvent.class)
                || observed.isAssignableFrom(ActionEvent.class);
    }

    private static <A extends Annotation> Optional<A> qualifier(ObserverMethod<?> observer, Class<A> annotation) {
        return observer.getObservedQualifiers().stream()
                .filter(annotation::isInstance)
                .map(annotation::cast)
                .findFirst();
    }
}
