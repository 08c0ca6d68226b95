package io.github.frameiokit.internal.install;

import io.github.frameiokit.FrameioEvent;
import io.github.frameiokit.install.InstallSettings;
import io.github.frameiokit.internal.Settings.Workspace;
import io.github.frameiokit.internal.events.Exchanges;
import io.github.frameiokit.internal.oauth.SealedStore;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Map;
import java.util.Set;

/**
 * The settings that are injected: those of the workspace of the event that this thread handles. CDI Lite injects a
 * handler's parameters before the kit knows that it is called, so the event is looked up when a value is asked for.
 */
@ApplicationScoped
public class EventSettings implements InstallSettings {

    private final Exchanges exchanges;
    private final Fresh<Workspace, StoredSettings> known;

    /** For the container's proxies. */
    @SuppressWarnings("NullAway")
    EventSettings() {
        this(null, (SealedStore) null);
    }

    @Inject
    EventSettings(Exchanges exchanges, SealedStore store) {
        this.exchanges = exchanges;
        Registrations registrations = new Registrations(store);
        known = new Fresh<>(workspace -> registrations.settings(workspace).map(StoredSettings::new), System::nanoTime);
    }

    /** Asks the store for the settings of a workspace next time. */
    void changed(Workspace workspace) {
        known.forget(workspace);
    }

    private StoredSettings current() {
        FrameioEvent event = exchanges
                .ofThisThread()
                .orElseThrow(() -> new IllegalStateException(
                        "Injected InstallSettings can be used only while a handler runs, on the thread that runs it;"
                                + " elsewhere, use Installations.settings with the ids of the workspace."));
        return event.accountId()
                .flatMap(account -> event.workspaceId().map(workspace -> new Workspace(account, workspace)))
                .flatMap(known::find)
                .orElseGet(() -> new StoredSettings(Map.of()));
    }

    @Override
    public Set<String> names() {
        return current().names();
    }

    @Override
    public String text(String name) {
        return current().text(name);
    }

    /** Without the values. */
    @Override
    public String toString() {
        return "InstallSettings of the event";
    }
}
