package io.github.frameiokit.internal.install;

import io.github.frameiokit.client.FrameioClient;
import io.github.frameiokit.install.InstallFields;
import io.github.frameiokit.install.InstallSettings;
import io.github.frameiokit.install.Installation;
import io.github.frameiokit.install.InstallationChanged;
import io.github.frameiokit.install.InstallationException;
import io.github.frameiokit.install.InstallationPlan;
import io.github.frameiokit.install.InstallationResult;
import io.github.frameiokit.install.Installations;
import io.github.frameiokit.install.Registration;
import io.github.frameiokit.internal.AsyncEvents;
import io.github.frameiokit.internal.Settings;
import io.github.frameiokit.internal.Settings.Workspace;
import io.github.frameiokit.internal.Texts;
import io.github.frameiokit.internal.client.ClientFactory;
import io.github.frameiokit.internal.events.Handlers;
import io.github.frameiokit.internal.oauth.SealedStore;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.eclipse.microprofile.config.Config;

/** The installations, as apps see them. Called outside of the caller's JTA transaction, as the store is. */
@ApplicationScoped
@Transactional(Transactional.TxType.NOT_SUPPORTED)
public class DefaultInstallations implements Installations {

    private static final System.Logger LOG = System.getLogger(DefaultInstallations.class.getName());

    @Inject
    private Config config;

    @Inject
    private Handlers handlers;

    @Inject
    private SealedStore store;

    @Inject
    private ClientFactory clients;

    @Inject
    private Instance<FrameioClient> own;

    @Inject
    private Instance<InstallFields> fields;

    @Inject
    private EventSettings injected;

    @Inject
    private Event<InstallationChanged> changes;

    @Inject
    private AsyncEvents async;

    private Registrations registrations;
    private Optional<RegistrationAddresses> addresses;
    private Optional<Installer> installer;
    private Texts texts;

    @PostConstruct
    void prepare() {
        texts = Texts.of(config);
        registrations = new Registrations(store);
        addresses = RegistrationAddresses.of(config, store);
        installer = addresses.map(it -> new Installer(
                store,
                it,
                manifest(),
                Settings.INSTALL_VERSION.find(config),
                texts,
                clients.clock(),
                clients.background(),
                this::tell));
    }

    private Manifest manifest() {
        Manifest manifest = Manifest.of(handlers, config);
        manifest.unknown()
                .forEach(pattern -> LOG.log(
                        System.Logger.Level.WARNING,
                        "A handler is for webhooks of the types " + pattern + ", but Frame.io documents none of them,"
                                + " so they aren't registered; name the types that it is for."));
        return manifest;
    }

    @Override
    public List<Installation> list() {
        return registrations.all().stream()
                .flatMap(workspace -> find(workspace).stream())
                .toList();
    }

    @Override
    public Optional<Installation> find(String accountId, String workspaceId) {
        return find(workspace(accountId, workspaceId));
    }

    private Optional<Installation> find(Workspace workspace) {
        RegistrationAddresses known = addresses.orElseThrow(DefaultInstallations::noAddress);
        return registrations
                .record(workspace)
                .value()
                .map(record -> new Installation(
                        workspace.accountId(),
                        workspace.workspaceId(),
                        record.slots().stream()
                                .map(slot -> registration(slot, known))
                                .toList(),
                        record.installedAt(),
                        record.changedAt(),
                        record.version()));
    }

    private Registration registration(Slot slot, RegistrationAddresses known) {
        Optional<Registrations.Held> held = registrations.held(slot.id()).value();
        return new Registration(
                slot.kind(),
                slot.name(),
                slot.types(),
                held.map(Registrations.Held::remoteId),
                known.of(slot.id()),
                held.map(it -> it.retiring() ? Registration.State.RETIRING : Registration.State.ACTIVE)
                        .orElse(Registration.State.PENDING));
    }

    @Override
    public InstallationPlan plan(String accountId, String workspaceId) {
        return plan(own.get(), accountId, workspaceId);
    }

    @Override
    public InstallationPlan plan(FrameioClient client, String accountId, String workspaceId) {
        return installer().plan(Objects.requireNonNull(client, "client"), workspace(accountId, workspaceId), true);
    }

    @Override
    public InstallationResult install(String accountId, String workspaceId) {
        return install(own.get(), accountId, workspaceId);
    }

    @Override
    public InstallationResult install(FrameioClient client, String accountId, String workspaceId) {
        return installer().install(Objects.requireNonNull(client, "client"), workspace(accountId, workspaceId), true);
    }

    @Override
    public InstallationResult uninstall(String accountId, String workspaceId) {
        return uninstall(own.get(), accountId, workspaceId);
    }

    @Override
    public InstallationResult uninstall(FrameioClient client, String accountId, String workspaceId) {
        return installer().uninstall(Objects.requireNonNull(client, "client"), workspace(accountId, workspaceId));
    }

    @Override
    public InstallSettings settings(String accountId, String workspaceId) {
        return new StoredSettings(
                registrations.settings(workspace(accountId, workspaceId)).orElse(Map.of()));
    }

    @Override
    public Map<String, String> saveSettings(
            FrameioClient client, String accountId, String workspaceId, Map<String, String> values) {
        Objects.requireNonNull(client, "client");
        Objects.requireNonNull(values, "values");
        Workspace workspace = workspace(accountId, workspaceId);
        client.webhooks().index(accountId, workspaceId); // only who may administer the workspace may list them
        InstallFields asked = fields.isUnsatisfied() ? InstallFields.none() : fields.get();
        FieldValues checked =
                FieldValues.of(asked, values, registrations.settings(workspace).orElse(Map.of()), texts);
        if (!checked.problems().isEmpty()) {
            return checked.problems();
        }
        boolean saved = registrations.changeSettings(
                workspace, known -> FieldValues.of(asked, values, known, texts).values());
        if (!saved) {
            return Map.of("", texts.get("install.fields.long"));
        }
        injected.changed(workspace);
        tell(new InstallationChanged(accountId, workspaceId, InstallationChanged.Change.CHANGED));
        return Map.of();
    }

    private static Workspace workspace(String accountId, String workspaceId) {
        return new Workspace(
                Objects.requireNonNull(accountId, "accountId"), Objects.requireNonNull(workspaceId, "workspaceId"));
    }

    /** For the installation when the app starts. */
    Installer installer() {
        return installer.orElseThrow(DefaultInstallations::noAddress);
    }

    private static InstallationException noAddress() {
        return new InstallationException("The config property " + Settings.BASE_URL
                + " is missing, which says where Frame.io reaches the app; set it to the https address of the app's"
                + " JAX-RS application.");
    }

    private void tell(InstallationChanged change) {
        async.fireToAll(
                changes,
                change,
                failure -> LOG.log(System.Logger.Level.ERROR, "An observer of " + change + " failed", failure));
    }
}
