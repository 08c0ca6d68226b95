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
import io.github.frameiokit.internal.events.Kind;
import io.github.frameiokit.signing.SigningSecretResolver;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.spi.AfterBeanDiscovery;
import jakarta.enterprise.inject.spi.AfterDeploymentValidation;
import jakarta.enterprise.inject.spi.AnnotatedMethod;
import jakarta.enterprise.inject.spi.DeploymentException;
import jakarta.enterprise.inject.spi.Extension;
import jakarta.enterprise.inject.spi.ObserverMethod;
import jakarta.enterprise.inject.spi.ProcessAnnotatedType;
import jakarta.enterprise.inject.spi.ProcessBean;
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

    private final List<Handler> found = new ArrayList<>();
    private final Exchanges exchanges = new Exchanges(System::nanoTime);
    private final Problems problems = new Problems();
    private final HandlerReader reader = new HandlerReader(problems);
    private final ApplicationCheck applications = new ApplicationCheck();
    private boolean resolverFound;
    private boolean asynchronous;
    private Handlers handlers;

    <T> void keepAnswers(@Observes @WithAnnotations(Action.class) ProcessAnnotatedType<T> type) {
        type.configureAnnotatedType()
                .filterMethods(method -> isActionHandler(method)
                        && HandlerReader.whyNotInterceptable(
                                        method.getJavaMember(),
                                        type.getAnnotatedType().getJavaClass())
                                .isEmpty())
                .forEach(method -> method.add(ActionMethod.Literal.INSTANCE));
    }

    <T extends Application> void applicationFound(@Observes ProcessAnnotatedType<T> type) {
        Class<T> application = type.getAnnotatedType().getJavaClass();
        if (application != Application.class) { // which some servers show as well
            applications.found(application);
        }
    }

    void probeFound(@Observes ProcessAnnotatedType<ApplicationProbe> type) {
        applications.areShown();
    }

    void beanFound(@Observes ProcessBean<?> bean) {
        resolverFound |= bean.getBean().getTypes().contains(SigningSecretResolver.class);
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
        Optional<Method> method = process instanceof ProcessSyntheticObserverMethod
                ? Optional.empty()
                : Optional.of(process.getAnnotatedMethod().getJavaMember());
        String name = observer.getBeanClass().getName()
                + method.map(it -> "#" + it.getName()).orElse("");

        Optional<Handler> handler = Optional.empty();
        if (action.isPresent()) {
            handler = reader.action(name, action.get(), observer, method);
        } else if (webhook.isPresent()) {
            handler = reader.webhook(name, webhook.get(), observer);
        } else if (type == WebhookEvent.class) {
            handler = Optional.of(new Handler(Kind.WEBHOOK, name, List.of("*"), name, Set.of(), ""));
        }
        handler.ifPresent(found::add);
        Optional<Handler> only = handler;
        process.configureObserverMethod().notifyWith(context -> {
            FrameioEvent event = (FrameioEvent) context.getEvent();
            if (only.isEmpty() || only.get().handles(event.type())) {
                exchanges.call(name, event, observer.isAsync(), () -> observer.notify(context));
            }
        });
    }

    void handOver(@Observes AfterBeanDiscovery discovery) {
        discovery
                .<Handlers>addBean()
                .types(Handlers.class)
                .scope(Dependent.class)
                .createWith(context -> handlers);
        discovery
                .<Exchanges>addBean()
                .types(Exchanges.class)
                .scope(Dependent.class)
                .createWith(context -> exchanges);
    }

    void validate(@Observes AfterDeploymentValidation validation) {
        found.sort(Comparator.comparing(Handler::method)); // so that reports are the same every time
        handlers = new Handlers(found, asynchronous);
        new SetupCheck(handlers, resolverFound, applications, problems).run(ConfigProvider.getConfig());
        if (!problems.isEmpty()) {
            validation.addDeploymentProblem(new DeploymentException(problems.report()));
        }
    }

    void validateStarted(@Observes @Initialized(ApplicationScoped.class) Object context) {
        if (applications.lookIn(context)) {
            new SetupCheck(handlers, resolverFound, applications, problems)
                    .checkApplication(ConfigProvider.getConfig());
            if (!problems.isEmpty()) {
                throw new DeploymentException(problems.report());
            }
        }
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
