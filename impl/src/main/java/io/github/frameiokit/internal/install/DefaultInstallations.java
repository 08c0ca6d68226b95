package io.github.frameiokit.internal.install;

import io.github.frameiokit.client.FrameioClient;
import io.github.frameiokit.install.InstallSettings;
import io.github.frameiokit.install.Installation;
import io.github.frameiokit.install.InstallationException;
import io.github.frameiokit.install.InstallationPlan;
import io.github.frameiokit.install.InstallationResult;
import io.github.frameiokit.install.Installations;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The installations, as apps see them. Called outside of the caller's JTA transaction, as the store is. */
@ApplicationScoped
@Transactional(Transactional.TxType.NOT_SUPPORTED)
public class DefaultInstallations implements Installations {

    @Override
    public List<Installation> list() {
        return List.of();
    }

    @Override
    public Optional<Installation> find(String accountId, String workspaceId) {
        return Optional.empty();
    }

    @Override
    public InstallationPlan plan(String accountId, String workspaceId) {
        throw missing();
    }

    @Override
    public InstallationPlan plan(FrameioClient client, String accountId, String workspaceId) {
        throw missing();
    }

    @Override
    public InstallationResult install(String accountId, String workspaceId) {
        throw missing();
    }

    @Override
    public InstallationResult install(FrameioClient client, String accountId, String workspaceId) {
        throw missing();
    }

    @Override
    public InstallationResult uninstall(String accountId, String workspaceId) {
        throw missing();
    }

    @Override
    public InstallationResult uninstall(FrameioClient client, String accountId, String workspaceId) {
        throw missing();
    }

    @Override
    public InstallSettings settings(String accountId, String workspaceId) {
        throw missing();
    }

    @Override
    public Map<String, String> saveSettings(
            FrameioClient client, String accountId, String workspaceId, Map<String, String> values) {
        throw missing();
    }

    private static InstallationException missing() {
        return new InstallationException(
                "The config property frameio.base-url is missing; set it to the app's address.");
    }
}
