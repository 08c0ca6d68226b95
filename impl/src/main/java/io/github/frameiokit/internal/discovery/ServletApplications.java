package io.github.frameiokit.internal.discovery;

import jakarta.servlet.ServletContext;
import jakarta.servlet.ServletRegistration;
import jakarta.ws.rs.core.Application;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The JAX-RS applications of a WAR, found by its servlets: a servlet has the name of its application, or has it in a
 * parameter (Jakarta REST 3.1, 2.3.2). Loaded only if there is a Servlet API.
 */
final class ServletApplications {

    private ServletApplications() {}

    /** The applications; empty if the started context isn't the WAR with the kit, but perhaps another one. */
    static Optional<List<Class<? extends Application>>> of(Object started) {
        if (!(started instanceof ServletContext context)) {
            return Optional.empty();
        }
        try {
            Collection<? extends ServletRegistration> servlets =
                    context.getServletRegistrations().values();
            return context.getClassLoader() == ServletApplications.class.getClassLoader()
                    ? Optional.of(applications(servlets))
                    : Optional.empty();
        } catch (UnsupportedOperationException e) {
            // Open Liberty throws this for listeners that it adds, such as CDI's; it has shown CDI all applications
            return Optional.of(List.of());
        }
    }

    /** The context root of a WAR with the kit; empty if the started context isn't one. */
    static Optional<String> contextRoot(Object started) {
        try {
            return started instanceof ServletContext context
                            && Class.forName(ServletApplications.class.getName(), false, context.getClassLoader())
                                    == ServletApplications.class
                    ? Optional.of(context.getContextPath())
                    : Optional.empty();
        } catch (ClassNotFoundException | UnsupportedOperationException e) {
            return Optional.empty();
        }
    }

    private static List<Class<? extends Application>> applications(Collection<? extends ServletRegistration> servlets) {
        return servlets.stream()
                .filter(servlet -> !servlet.getMappings().isEmpty())
                .flatMap(ServletApplications::application)
                .toList();
    }

    private static Stream<Class<? extends Application>> application(ServletRegistration servlet) {
        return Stream.of(
                        servlet.getName(),
                        servlet.getClassName(),
                        servlet.getInitParameter(Application.class.getName()))
                .filter(Objects::nonNull)
                .flatMap(ServletApplications::load)
                .limit(1);
    }

    private static Stream<Class<? extends Application>> load(String name) {
        try {
            return Stream.of(Class.forName(name, false, ServletApplications.class.getClassLoader())
                    .asSubclass(Application.class));
        } catch (ClassNotFoundException | ClassCastException | LinkageError e) {
            return Stream.empty();
        }
    }
}
