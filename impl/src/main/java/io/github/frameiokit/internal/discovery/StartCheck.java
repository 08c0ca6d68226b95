package io.github.frameiokit.internal.discovery;

import jakarta.enterprise.event.Startup;
import jakarta.enterprise.inject.build.compatible.spi.Parameters;
import jakarta.enterprise.inject.build.compatible.spi.SyntheticObserver;
import jakarta.enterprise.inject.spi.DeploymentException;
import jakarta.enterprise.inject.spi.EventContext;
import java.util.Optional;
import org.eclipse.microprofile.config.ConfigProvider;

/** Refuses to start with a configuration that can't work: when an application is built, its secrets aren't there yet. */
public class StartCheck implements SyntheticObserver<Startup> {

    @Override
    public void observe(EventContext<Startup> event, Parameters params) {
        Problems problems = new Problems();
        SetupCheck check = new SetupCheck(HandlerParams.read(params), problems);
        check.checkConfig(
                ConfigProvider.getConfig(),
                params.get(HandlerParams.RESOLVER, Boolean.class),
                found(params, HandlerParams.AUTHORIZING));
        check.checkTokenStore(ConfigProvider.getConfig(), found(params, HandlerParams.OWN_STORE));
        if (!problems.isEmpty()) {
            throw new DeploymentException(problems.report());
        }
    }

    private static Optional<String> found(Parameters params, String bean) {
        return Optional.of(params.get(bean, String.class)).filter(name -> !name.isEmpty());
    }
}
