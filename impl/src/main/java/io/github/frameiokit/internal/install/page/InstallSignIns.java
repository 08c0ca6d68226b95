package io.github.frameiokit.internal.install.page;

import io.github.frameiokit.internal.Settings;
import io.github.frameiokit.internal.oauth.Cookies;
import io.github.frameiokit.internal.oauth.OtherSignIns;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.ws.rs.core.Response;
import java.util.Optional;
import org.eclipse.microprofile.config.Config;

/** Takes visitors back from Adobe to the install page, in an app that has it. */
@ApplicationScoped
public class InstallSignIns implements OtherSignIns {

    @Inject
    private Config config;

    @Inject
    private Instance<InstallPage> page;

    @Override
    public Optional<Response> complete(String state, Optional<String> code, Optional<String> error, Cookies cookies) {
        return Settings.INSTALL_ENABLED.get(config)
                ? page.get().complete(state, code, error, cookies)
                : Optional.empty();
    }
}
