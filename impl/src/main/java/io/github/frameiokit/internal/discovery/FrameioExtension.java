package io.github.frameiokit.internal.discovery;

import io.github.frameiokit.Action;
import io.github.frameiokit.ActionEvent;
import io.github.frameiokit.FrameioEvent;
import io.github.frameiokit.Webhook;
import io.github.frameiokit.WebhookEvent;
import io.github.frameiokit.internal.events.ActionMethod;
import io.github.frameiokit.internal.events.Exchanges;
import io.github.frameiokit.internal.events.Handler;
import io.github.frameiokit.internal.events.Handlers;
import io.github.frameiokit.oauth.TokenStore;
import io.github.frameiokit.oauth.UserAuthorizations;
import io.github.frameiokit.signing.SigningSecretResolver;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Default;
import jakarta.enterprise.inject.spi.AfterBeanDiscovery;
import jakarta.enterprise.inject.spi.AfterDeploymentValidation;
import jakarta.enterprise.inject.spi.AnnotatedMethod;
import jakarta.enterprise.inject.spi.DeploymentException;
import jakarta.enterprise.inject.spi.Extension;
import jakarta.enterprise.inject.spi.InjectionPoint;
import jakarta.enterprise.inject.spi.ObserverMethod;
import jakarta.enterprise.inject.spi.ProcessAnnotatedType;
import jakarta.enterprise.inject.spi.ProcessBean;
import jakarta.enterprise.inject.spi.ProcessInjectionPoint;
import jakarta.enterprise.inject.spi.ProcessObserverMethod;
import jakarta.enterprise.inject.spi.ProcessSyntheticObserverMethod;
import jakarta.enterprise.inject.spi.WithAnnotations;
import jakarta.ws.rs.core.Application;
import java.lang.annotation.Annotation;
import java.lang.reflect.Method;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.eclipse.microprofile.config.Config;
import org.eclipse.microprofile.config.ConfigProvider;

/**
 * Finds the app's handlers while it is deployed, makes the container call them the kit's way, and refuses a set-up that
 * could not work.
 *
 * <p>Handlers are found at {@link ProcessObserverMethod} rather than at {@link ProcessAnnotatedType}, since only there
 * vetoed and disabled beans are gone and other extensions' changes are in. The bean manager isn't kept: that of a library
 * in {@code WEB-INF/lib} doesn't see the app's beans on Payara.
 */
public class FrameioExtension implements Extension {

    private static final System.Logger LOG = System.getLogger(FrameioExtension.class.getName());

    private final List<Handler> found = new ArrayList<>();
    private final Exchanges exchanges = new Exchanges(System::nanoTime);
    private final Problems problems = new Problems();
    private final HandlerReader reader = new HandlerReader(problems);
    private final ApplicationCheck applications = new ApplicationCheck();
    private boolean resolverFound;
    private Optional<String> ownStore = Optional.empty();
    private Optional<String> authorizing = Optional.empty();
    private boolean asynchronous;
    private Handlers handlers;

    <T> void keepAnswers(@Observes @WithAnnotations(Action.class) ProcessAnnotatedType<T> type) {
        type.configureAnnotatedType()
                .filterMethods(method -> isActionHandler(method)
                        && method(
                                        method.getJavaMember(),
                                        type.getAnnotatedType().getJavaClass())
                                .whyNotInterceptable()
                                .isEmpty())
                .forEach(method -> method.add(ActionMethod.Literal.INSTANCE));
    }

    <T extends Application> void applicationFound(@Observes ProcessAnnotatedType<T> type) {
        applications.found(type.getAnnotatedType().getJavaClass());
    }

    /** The kit's own beans have only what lies behind it injected, which OpenWebBeans takes for the same. */
    <T> void userAuthorizationsInjected(@Observes ProcessInjectionPoint<T, UserAuthorizations> point) {
        InjectionPoint injected = point.getInjectionPoint();
        if (injected.getType() == UserAuthorizations.class) {
            authorizing = Optional.of(injected.getMember().getDeclaringClass().getName());
        }
    }

    void beanFound(@Observes ProcessBean<?> bean) {
        resolverFound |= bean.getBean().getTypes().contains(SigningSecretResolver.class);
    }

    void ownStoreFound(@Observes ProcessBean<?> bean) {
        if (bean.getBean().getTypes().contains(TokenStore.class)
                && bean.getBean().getQualifiers().contains(Default.Literal.INSTANCE)) {
            ownStore = Optional.of(bean.getBean().getBeanClass().getName());
        }
    }

    <T, X> void observerFound(@Observes ProcessObserverMethod<T, X> process) {
        ObserverMethod<T> observer = process.getObserverMethod();
        if (observer.isAsync() && couldObserve(observer.getObservedType())) {
            asynchronous = true;
        }
        Optional<Webhook> webhook = qualifier(observer, Webhook.class);
        Optional<Action> action = qualifier(observer, Action.class);
        Type type = observer.getObservedType();
        boolean unqualified = type == WebhookEvent.class || type == ActionEvent.class || type == FrameioEvent.class;
        if (webhook.isEmpty() && action.isEmpty() && !unqualified) {
            return;
        }
        Observed observed = observed(observer, process);
        Optional<Handler> handler = action.map(it ->
                        reader.action(observed, it.value(), it.name(), Set.of(it.on()), it.userAuth(), it.secret()))
                .or(() -> webhook.map(it -> reader.webhook(observed, List.of(it.value()), it.secret())))
                .orElseGet(() -> reader.unqualified(observed));
        handler.ifPresent(found::add);
        process.configureObserverMethod().notifyWith(context -> {
            FrameioEvent event = (FrameioEvent) context.getEvent();
            if (handler.isEmpty() || handler.get().handles(event.type())) {
                exchanges.call(observed.name(), observer.getBeanClass(), event, observed.async(), () -> {
                    observer.notify(context);
                    return null;
                });
            }
        });
    }

    void handOver(@Observes AfterBeanDiscovery discovery) {
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
    }

    void validate(@Observes AfterDeploymentValidation validation) {
        found.sort(Comparator.comparing(Handler::method)); // so that reports are the same every time
        handlers = new Handlers(found, asynchronous);
        SetupCheck check = new SetupCheck(handlers, problems);
        check.checkPairs();
        check.checkConfig(config(), resolverFound, authorizing);
        check.checkTokenStore(config(), ownStore);
        check.checkApplications(config(), applications);
        if (!problems.isEmpty()) {
            validation.addDeploymentProblem(refusal());
        }
    }

    void validateStarted(@Observes @Initialized(ApplicationScoped.class) Object context) {
        new SetupCheck(handlers, problems).checkApplications(config(), applications, context);
        if (!problems.isEmpty()) {
            throw refusal();
        }
    }

    /** That of the archive that holds the kit: a WAR in an EAR is validated with the EAR's class loader as context. */
    private static Config config() {
        return ConfigProvider.getConfig(FrameioExtension.class.getClassLoader());
    }

    /** It is logged as well: TomEE doesn't tell what it is that failed, and Payara only the outermost message. */
    private DeploymentException refusal() {
        LOG.log(System.Logger.Level.ERROR, problems.report());
        return new DeploymentException(problems.report());
    }

    private static Observed observed(ObserverMethod<?> observer, ProcessObserverMethod<?, ?> process) {
        Optional<Method> method = process instanceof ProcessSyntheticObserverMethod
                ? Optional.empty()
                : Optional.of(process.getAnnotatedMethod().getJavaMember());
        Class<?> bean = observer.getBeanClass();
        return new Observed(
                bean.getName() + method.map(it -> "#" + it.getName()).orElse(""),
                observer.getObservedType().getTypeName(),
                observer.isAsync(),
                method.map(it -> method(it, bean)));
    }

    private static Observed.Method method(Method method, Class<?> bean) {
        return new Observed.Method(method.getReturnType().getTypeName(), method.getModifiers(), bean.getModifiers());
    }

    private static boolean isActionHandler(AnnotatedMethod<?> method) {
        return method.getParameters().stream().anyMatch(parameter -> parameter.isAnnotationPresent(Action.class));
    }

    /** Observers of supertypes get the events as well; of what isn't a plain class, better assume it. */
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
