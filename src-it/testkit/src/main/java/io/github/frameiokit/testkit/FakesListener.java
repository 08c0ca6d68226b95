package io.github.frameiokit.testkit;

import jakarta.servlet.ServletContext;
import jakarta.servlet.ServletContextEvent;
import jakarta.servlet.ServletContextListener;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Runs the {@link Fakes} inside a server, as long as a web application is deployed that has nothing but the test kit
 * and a {@code web.xml} with this listener. Its context parameters are the options of {@link Fakes#start(Map)}. So the
 * fakes run beside an app in development, and the app's own WAR doesn't contain them.
 */
public final class FakesListener implements ServletContextListener {

    private static final System.Logger LOG = System.getLogger(FakesListener.class.getName());

    private Optional<Fakes> fakes = Optional.empty();

    /** Creates the listener; the server does this. */
    public FakesListener() {
        // nothing to do until the application starts
    }

    @Override
    public void contextInitialized(ServletContextEvent event) {
        ServletContext context = event.getServletContext();
        Map<String, String> options = new LinkedHashMap<>();
        Collections.list(context.getInitParameterNames())
                .forEach(name -> options.put(name, context.getInitParameter(name)));
        Fakes started = Fakes.start(options);
        fakes = Optional.of(started);
        LOG.log(
                System.Logger.Level.INFO,
                "The fakes of Frame.io and Adobe are running; the world's page is "
                        + started.frameio().url());
    }

    @Override
    public void contextDestroyed(ServletContextEvent event) {
        fakes.ifPresent(Fakes::close);
        fakes = Optional.empty();
    }
}
