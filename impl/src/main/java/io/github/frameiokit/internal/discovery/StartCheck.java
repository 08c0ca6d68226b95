package io.github.frameiokit.internal.discovery;

import io.github.frameiokit.internal.events.Handlers;
import jakarta.enterprise.event.Startup;
import jakarta.enterprise.inject.build.compatible.spi.Parameters;
import jakarta.enterprise.inject.build.compatible.spi.SyntheticObserver;
import jakarta.enterprise.inject.spi.DeploymentException;
import jakarta.enterprise.inject.spi.EventContext;
import java.util.Optional;
import org.eclipse.microprofile.config.Config;
import org.eclipse.microprofile.config.ConfigProvider;

/**
 * Refuses to start with a configuration that can't work: when an application is built, its secrets aren't there yet.
 */
public class StartCheck implements SyntheticObserver<Startup> {

    @Override
    public void observe(EventContext<Startup> event, Parameters params) {
        Handlers handlers = HandlerParams.read(params);
        Config config = ConfigProvider.getConfig();
        Optional<String> authorizing = text(params, HandlerParams.AUTHORIZING);
        Problems problems = new Problems();
        SetupCheck check = new SetupCheck(handlers, problems);
        check.checkConfig(config, params.get(HandlerParams.RESOLVER, Boolean.class), authorizing);
        check.checkTokenStore(config, text(params, HandlerParams.OWN_STORE));
        if (!problems.isEmpty()) {
            throw new DeploymentException(problems.report());
        }
        new StartReport(
                        handlers,
                        config,
                        text(params, HandlerParams.OWN_STORE),
                        params.get(HandlerParams.CLIENT, Boolean.class))
                .log(Optional.empty(), text(params, HandlerParams.APPLICATION_PATH));
    }

    private static Optional<String> text(Parameters params, String key) {
        return Optional.of(params.get(key, String.class)).filter(text -> !text.isEmpty());
    }
}
