package io.github.frameiokit.it.support;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.frameiokit.testkit.FakeIms;
import io.github.frameiokit.testkit.Fakes;
import io.github.frameiokit.testkit.Interaction;
import io.github.frameiokit.testkit.World;
import jakarta.json.JsonObject;
import java.net.URL;
import java.time.Duration;
import java.util.List;

/** A world with workspaces, in which an app installs itself. */
public final class InstalledApp {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final Fakes fakes = Fakes.start();
    private final PublicAddress address = PublicAddress.open();

    public InstalledApp() {
        Secrets.of(fakes.ims());
        fakes.world().timeScale(0.01);
    }

    /**
     * A workspace with a project.
     *
     * @param folderId the root folder of the project
     */
    public record Workspace(String account, String id, String folderId) {

        String query() {
            return "?account=" + account + "&workspace=" + id;
        }
    }

    /** The workspace that the world begins with. */
    public Workspace first() {
        return new Workspace(
                fakes.world().accountId(),
                fakes.world().workspaceId(),
                fakes.world().folderId());
    }

    /** Another tenant's. */
    public Workspace another() {
        String workspace = fakes.world().addWorkspace("Another");
        return new Workspace(fakes.world().accountId(), workspace, fakes.world().folderOf(workspace));
    }

    /** The configuration of an app with the two credentials and the address, which installs itself in the first. */
    public String config() {
        return """
                frameio.base-url=%s
                frameio.api.url=%s
                frameio.oauth.ims-url=%s
                frameio.oauth.client-id=%s
                frameio.oauth.client-secret=%s
                frameio.oauth.server-to-server=true
                frameio.install.workspaces=%s/%s
                """.formatted(
                        address.uri(),
                        fakes.frameio().url(),
                        fakes.ims().url(),
                        FakeIms.CLIENT_ID,
                        FakeIms.CLIENT_SECRET,
                        first().account(),
                        first().id());
    }

    public PublicAddress address() {
        return address;
    }

    /** Calls the app's {@code InstallationsResource}. */
    public String ask(URL app, String what, Workspace workspace, String more) {
        return Http.get(Wars.under(app, "installations/" + what + workspace.query() + more));
    }

    public List<JsonObject> registered(World.Kind kind, Workspace workspace) {
        return fakes.world().all(kind).stream()
                .filter(it -> it.getString("workspace_id").equals(workspace.id()))
                .toList();
    }

    /** Waits until the app has registered one webhook and so many actions. */
    public void awaitRegistered(Workspace workspace, int actions) {
        List<Integer> wanted = List.of(1, actions);
        assertEquals(
                wanted,
                Eventually.read(
                        PATIENCE,
                        () -> List.of(
                                registered(World.Kind.WEBHOOK, workspace).size(),
                                registered(World.Kind.ACTION, workspace).size()),
                        wanted::equals));
    }

    /** Uploads a file, whose event arrives at the app and is accepted; returns its id. */
    public String upload(Workspace workspace) {
        String file = fakes.world().upload(workspace.folderId(), "clip.mov", new byte[1], FakeIms.ADA);
        fakes.world().settle(PATIENCE);
        assertTrue(
                fakes.world().deliveries().stream()
                        .filter(it -> it.type().equals("file.created"))
                        .findFirst()
                        .orElseThrow()
                        .accepted(),
                () -> fakes.world().deliveries().toString());
        return file;
    }

    /** Uploads a file, of which the app hears nothing. */
    public String uploadUnheard(Workspace workspace) {
        return fakes.world().upload(workspace.folderId(), "clip.mov", new byte[1], FakeIms.ADA);
    }

    public Interaction run(String actionId, String file) {
        return fakes.world().run(actionId, file, FakeIms.ADA);
    }

    /** Deletes a webhook or an action, as a person does in Frame.io. */
    public void delete(JsonObject hook) {
        fakes.world().deleteHook(hook.getString("id"));
    }

    /** The secrets that Frame.io has told so far belong in no log. */
    public void watchSecrets() {
        for (String operation : List.of("webhooks.create", "customActions.create")) {
            fakes.frameio()
                    .answered(operation)
                    .ifPresent(
                            answer -> Secrets.seen(answer.getJsonObject("data").getString("secret")));
        }
    }
}
