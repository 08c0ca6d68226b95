package io.github.frameiokit.internal.discovery;

import jakarta.servlet.ServletContext;
import jakarta.servlet.ServletRegistration;
import jakarta.ws.rs.core.Application;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The JAX-RS applications of a WAR as its servlets tell them: a server maps each as a servlet of the same name (Jakarta REST
 * 3.1, 2.3.2). Loaded only where there is a Servlet API.
 */
final class ServletApplications {

    private ServletApplications() {}

    /** The applications; empty where what was started isn't the WAR that holds the kit. */
    static Optional<List<Class<? extends Application>>> of(Object started) {
        if (!(started instanceof ServletContext context)
                || context.getClassLoader() != ServletApplications.class.getClassLoader()) {
            return Optional.empty();
        }
        return Optional.of(context.getServletRegistrations().values().stream()
                .filter(servlet -> !servlet.getMappings().isEmpty())
                .flatMap(servlet -> application(servlet, context.getClassLoader()))
                .toList());
    }

    private static Stream<Class<? extends Application>> application(ServletRegistration servlet, ClassLoader loader) {
        return Stream.of(
                        servlet.getName(),
                        servlet.getClassName(),
                        servlet.getInitParameter(Application.class.getName()))
                .filter(Objects::nonNull)
                .flatMap(name -> load(name, loader))
                .limit(1);
    }

    private static Stream<Class<? extends Application>> load(String name, ClassLoader loader) {
        try {
            return Stream.of(Class.forName(name, false, loader).asSubclass(Application.class));
        } catch (ClassNotFoundException | ClassCastException | LinkageError e) {
            return Stream.empty();
        }
    }
}
