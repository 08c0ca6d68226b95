package io.github.frameiokit.it.support;

import io.github.frameiokit.testkit.FakeIms;
import io.github.frameiokit.testkit.Fakes;
import io.github.frameiokit.testkit.World;
import jakarta.json.JsonObject;
import java.net.URI;
import java.net.URL;
import java.util.List;

/** The fakes of Frame.io and Adobe for an app with an install page, and its configuration. */
public final class InstallWorld {

    private final Fakes fakes = Fakes.start();
    private final PublicAddress address = PublicAddress.open();

    /** Starts the fakes. */
    public InstallWorld() {
        Secrets.of(fakes.ims());
        world().timeScale(0.001);
    }

    /** Lets browsers and Frame.io reach the app once it is deployed. */
    public void leadTo(URL app) {
        address.leadTo(app);
    }

    /** The app's configuration. */
    public String config() {
        return config(address.uri());
    }

    /** The configuration of an app that is reached at another address. */
    public String config(URI base) {
        return """
                frameio.base-url=%s
                frameio.install.enabled=true
                frameio.development=true
                frameio.app.name=Dailies & Co
                frameio.app.description=Brings each day's footage into your archive.
                frameio.app.color=#0a7d55
                frameio.api.url=%s
                frameio.api.retries=0
                frameio.oauth.ims-url=%s
                frameio.oauth.client-id=%s
                frameio.oauth.client-secret=%s
                frameio.encryption.key=%s
                """.formatted(
                        base,
                        fakes.frameio().url(),
                        fakes.ims().url(),
                        FakeIms.CLIENT_ID,
                        FakeIms.CLIENT_SECRET,
                        Secrets.ENCRYPTION_KEY);
    }

    public World world() {
        return fakes.world();
    }

    public Fakes fakes() {
        return fakes;
    }

    /** The address of the install page, or of a path below it. */
    public URI page(String below) {
        return address.uri().resolve("frameio/install" + below);
    }

    /** The address of a workspace's page. */
    public URI page(String accountId, String workspaceId) {
        return page("?account=" + accountId + "&workspace=" + workspaceId);
    }

    /** The webhooks or actions of a workspace. */
    public List<JsonObject> registered(World.Kind kind, String workspaceId) {
        return world().all(kind).stream()
                .filter(it -> it.getString("workspace_id").equals(workspaceId))
                .toList();
    }
}
