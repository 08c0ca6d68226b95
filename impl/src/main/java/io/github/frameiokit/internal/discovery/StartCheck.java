package io.github.frameiokit.internal.discovery;

import jakarta.enterprise.event.Startup;
import jakarta.enterprise.inject.build.compatible.spi.Parameters;
import jakarta.enterprise.inject.build.compatible.spi.SyntheticObserver;
import jakarta.enterprise.inject.spi.DeploymentException;
import jakarta.enterprise.inject.spi.EventContext;
import java.util.Optional;
import org.eclipse.microprofile.config.Config;
import org.eclipse.microprofile.config.ConfigProvider;

/**
 * Refuses to start with a configuration that can't work. CDI Lite checks it only now, since an application is built
 * without its secrets.
 */
public class StartCheck implements SyntheticObserver<Startup> {

    @Override
    public void observe(EventContext<Startup> event, Parameters params) {
        Findings findings = FindingsParam.read(params);
        Config config = ConfigProvider.getConfig();
        Problems problems = new Problems();
        new SetupCheck(findings, problems).checkConfig(config);
        if (!problems.isEmpty()) {
            throw new DeploymentException(problems.report());
        }
        new StartReport(findings, config).log(Optional.empty());
    }
}
