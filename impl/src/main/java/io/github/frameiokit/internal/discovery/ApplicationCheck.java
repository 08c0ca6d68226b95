package io.github.frameiokit.internal.discovery;

import io.github.frameiokit.internal.OptionalApi;
import io.github.frameiokit.internal.events.EventsResource;
import io.github.frameiokit.internal.events.Handler;
import jakarta.ws.rs.ApplicationPath;
import jakarta.ws.rs.core.Application;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Whether a JAX-RS application of the app serves the kit's endpoint. Servers differ in what they show: Open Liberty
 * shows CDI the app's applications; WildFly has them as servlets once the WAR starts; both show CDI the class
 * {@link Application} itself. A server that doesn't show that class may also hide the others, so the check then draws
 * no conclusion.
 */
final class ApplicationCheck {

    private final List<Class<? extends Application>> found = new ArrayList<>();
    private boolean conclusive;

    void found(Class<? extends Application> application) {
        if (application == Application.class) {
            conclusive = true;
        } else if (!Modifier.isAbstract(application.getModifiers())) {
            found.add(application);
        }
    }

    /** Checks the applications that CDI has shown. */
    void run(Handler handler, Problems problems) {
        if (!found.isEmpty() && found.stream().noneMatch(ApplicationCheck::serves)) {
            problems.notListed(handler, found.get(0));
        }
    }

    /** Checks the applications of the started context, if CDI has shown none. */
    void run(Handler handler, Problems problems, Object startedContext) {
        if (!found.isEmpty() || !conclusive) {
            return;
        }
        if (hasServlets()) {
            Optional<List<Class<? extends Application>>> ofTheWar = ServletApplications.of(startedContext);
            if (ofTheWar.isEmpty()) {
                return;
            }
            found.addAll(ofTheWar.get());
        }
        if (found.isEmpty()) {
            problems.noApplication(handler);
        }
        run(handler, problems);
    }

    /** The path of the application that serves the kit, below the context root; with slashes around it. */
    Optional<String> path() {
        return found.stream()
                .filter(ApplicationCheck::serves)
                .flatMap(type -> Optional.ofNullable(type.getAnnotation(ApplicationPath.class)).stream())
                .map(path -> ("/" + path.value() + "/").replaceAll("/\\*?/+", "/"))
                .findFirst();
    }

    /** The context root of a WAR that has started with the kit in it. Open Liberty may report none. */
    static Optional<String> contextRoot(Object startedContext) {
        return hasServlets() ? ServletApplications.contextRoot(startedContext) : Optional.empty();
    }

    /** The kit doesn't need the Servlet API, and Open Liberty shows it only to apps with that feature. */
    private static boolean hasServlets() {
        return OptionalApi.isThere("jakarta.servlet.ServletContext");
    }

    /**
     * An application that lists no classes serves all of them. One that fails outside of a request may serve the kit.
     */
    @SuppressWarnings("deprecation") // an application may still have singletons
    private static boolean serves(Class<? extends Application> type) {
        try {
            Application application = type.getDeclaredConstructor().newInstance();
            return application.getClasses().contains(EventsResource.class)
                    || application.getClasses().isEmpty()
                            && application.getSingletons().isEmpty();
        } catch (ReflectiveOperationException | RuntimeException e) {
            return true;
        }
    }
}
