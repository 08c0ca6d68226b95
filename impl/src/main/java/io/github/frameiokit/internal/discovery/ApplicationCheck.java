package io.github.frameiokit.internal.discovery;

import io.github.frameiokit.internal.events.EventsResource;
import io.github.frameiokit.internal.events.Handler;
import jakarta.ws.rs.core.Application;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.List;

/**
 * Whether a JAX-RS application of the app serves the kit's endpoint. A server need not show applications to CDI, so what
 * it doesn't show is no problem unless it is known to show them. Those of WildFly are seen as servlets, once the WAR starts.
 */
final class ApplicationCheck {

    private final List<Class<? extends Application>> found = new ArrayList<>();
    private boolean shown;

    void found(Class<? extends Application> application) {
        if (!Modifier.isAbstract(application.getModifiers())) {
            found.add(application);
        }
    }

    void areShown() {
        shown = true;
    }

    /** Looks among the WAR's servlets, where CDI was shown nothing; returns whether that told anything. */
    boolean lookIn(Object startedContext) {
        if (shown || !found.isEmpty() || !hasServlets()) {
            return false;
        }
        ServletApplications.of(startedContext).ifPresent(applications -> {
            applications.forEach(this::found);
            areShown();
        });
        return shown;
    }

    /** The Servlet API isn't among what the kit needs, and Open Liberty shows it only to apps with that feature. */
    private static boolean hasServlets() {
        try {
            Class.forName("jakarta.servlet.ServletContext", false, ApplicationCheck.class.getClassLoader());
            return true;
        } catch (ClassNotFoundException e) {
            return false;
        }
    }

    void run(Handler handler, Problems problems) {
        if (found.isEmpty() && shown) {
            problems.noApplication(handler);
        } else if (!found.isEmpty() && found.stream().noneMatch(ApplicationCheck::serves)) {
            problems.notListed(handler, found.get(0));
        }
    }

    /** An application that lists nothing serves all there is. One that can't be asked without a request may serve us. */
    @SuppressWarnings("deprecation") // singletons still count where an application has some
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
