package io.github.frameiokit.testkit;

import jakarta.servlet.ServletContextEvent;
import jakarta.servlet.ServletContextListener;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.eclipse.microprofile.config.Config;
import org.eclipse.microprofile.config.ConfigProvider;

/**
 * Runs the {@link Fakes} inside a server, as long as a web application is deployed that has nothing but the test kit
 * and a {@code web.xml} with this listener. So the fakes run beside an app in development, and the app's own WAR
 * doesn't contain them. The options of {@link Fakes#start(Map)} are MicroProfile Config properties whose names begin
 * with {@code fakes.}, such as {@code fakes.app}.
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
        Config config = ConfigProvider.getConfig();
        Map<String, String> options = new LinkedHashMap<>();
        Fakes.OPTIONS.forEach(name ->
                config.getOptionalValue("fakes." + name, String.class).ifPresent(value -> options.put(name, value)));
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
