package io.github.frameiokit.internal.install;

import io.github.frameiokit.client.ClientClock;
import io.github.frameiokit.client.FrameioClient;
import io.github.frameiokit.install.InstallationChanged;
import io.github.frameiokit.install.InstallationPlan;
import io.github.frameiokit.install.InstallationResult;
import io.github.frameiokit.internal.Settings.Workspace;
import io.github.frameiokit.internal.Texts;
import io.github.frameiokit.internal.oauth.SealedStore;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.Consumer;

/**
 * Plans and does installations. Thread-safe; one node at a time changes a workspace.
 *
 * <p>Wherever a run is interrupted, the next one finds what it needs. The record of the workspace names a registration
 * before Frame.io creates it. Its secret is stored before the next call. A registration that has no secret is removed,
 * and another one is created, with another address: a request to create the first one may still be under way. What is
 * removed is marked first, deleted at Frame.io, and then verifies events for a while that are on their way.
 */
final class Installer {

    private final SealedStore store;
    private final Registrations registrations;
    private final RegistrationAddresses addresses;
    private final Planner planner;
    private final Manifest manifest;
    private final Optional<String> version;
    private final Texts texts;
    private final ClientClock clock;
    private final Executor threads;
    private final Consumer<InstallationChanged> changed;

    /**
     * Creates an installer.
     *
     * @param version the app's version, if it has one
     * @param threads where leases are renewed
     * @param changed gets what has happened to an installation
     */
    Installer(
            SealedStore store,
            RegistrationAddresses addresses,
            Manifest manifest,
            Optional<String> version,
            Texts texts,
            ClientClock clock,
            Executor threads,
            Consumer<InstallationChanged> changed) {
        this.store = store;
        this.addresses = addresses;
        this.manifest = manifest;
        this.version = version;
        this.texts = texts;
        this.clock = clock;
        this.threads = threads;
        this.changed = changed;
        registrations = new Registrations(store);
        planner = new Planner(texts, addresses);
    }

    /** What is known of a workspace, and what is to be done there. */
    private record Situation(Registrations.Stored<Registrations.WorkspaceRecord> record, List<Planner.Step> steps) {

        List<Slot> slots() {
            return record.value().map(Registrations.WorkspaceRecord::slots).orElse(List.of());
        }

        InstallationPlan plan(Workspace workspace) {
            return new InstallationPlan(
                    workspace.accountId(),
                    workspace.workspaceId(),
                    steps.stream().map(Planner.Step::shown).toList());
        }
    }

    /**
     * What an installation would do.
     *
     * @param prune whether it would remove what the app no longer needs
     */
    InstallationPlan plan(FrameioClient client, Workspace workspace, boolean prune) {
        return look(client, workspace, prune, false).plan(workspace);
    }

    /** Whether an installation would have to write something down, even if there is nothing to do in Frame.io. */
    boolean isRecorded(Workspace workspace) {
        Optional<Registrations.WorkspaceRecord> known =
                registrations.record(workspace).value();
        return known.isPresent() && isWhole(known.get());
    }

    InstallationResult install(FrameioClient client, Workspace workspace, boolean prune) {
        try (Lease lease = Lease.take(store, workspace, threads)) {
            Situation before = look(client, workspace, prune, false);
            return new Run(client, workspace, lease, before).install();
        }
    }

    InstallationResult uninstall(FrameioClient client, Workspace workspace) {
        try (Lease lease = Lease.take(store, workspace, threads)) {
            Situation before = look(client, workspace, true, true);
            return new Run(client, workspace, lease, before).uninstall();
        }
    }

    private Situation look(FrameioClient client, Workspace workspace, boolean prune, boolean leaving) {
        List<Remote> remotes = Remote.all(client, workspace);
        Registrations.Stored<Registrations.WorkspaceRecord> record =
                registrations.record(workspace).opened();
        List<Planner.Recorded> recorded =
                record.value().map(Registrations.WorkspaceRecord::slots).orElse(List.of()).stream()
                        .map(this::recorded)
                        .toList();
        Optional<String> newer =
                Versions.newer(record.value().flatMap(Registrations.WorkspaceRecord::version), version);
        return new Situation(
                record,
                planner.plan(
                        leaving ? Manifest.nothing() : manifest,
                        recorded,
                        remotes,
                        new Planner.Options(prune, leaving ? Optional.empty() : newer, leaving)));
    }

    private Planner.Recorded recorded(Slot slot) {
        Optional<Registrations.Held> held =
                registrations.held(slot.id()).opened().value();
        return new Planner.Recorded(
                slot,
                held.map(Registrations.Held::remoteId),
                held.map(Registrations.Held::retiring).orElse(false));
    }

    private boolean isWhole(Registrations.WorkspaceRecord known) {
        return known.whole() && known.version().equals(version(Optional.of(known)));
    }

    /** The version to write down: the newest one that has installed. */
    private Optional<String> version(Optional<Registrations.WorkspaceRecord> known) {
        Optional<String> before = known.flatMap(Registrations.WorkspaceRecord::version);
        return Versions.newer(before, version).or(() -> version).or(() -> before);
    }

    /** One run in one workspace, by one thread. */
    private final class Run {

        private final Workspace workspace;
        private final Lease lease;
        private final Situation before;
        private final Changes changes;
        private List<Slot> written;
        private long recordVersion;

        Run(FrameioClient client, Workspace workspace, Lease lease, Situation before) {
            this.workspace = workspace;
            this.lease = lease;
            this.before = before;
            changes = new Changes(client, workspace, lease, registrations, addresses, texts, before.slots());
            written = before.slots();
            recordVersion = before.record().version();
        }

        InstallationResult install() {
            List<Optional<Slot>> planned =
                    before.steps().stream().map(changes::planned).toList();
            Optional<Registrations.WorkspaceRecord> known = before.record().value();
            boolean isNew = known.filter(Registrations.WorkspaceRecord::whole).isEmpty();
            if (known.isEmpty()) {
                registrations.addToIndex(workspace);
            }
            if (known.isEmpty() || !changes.slots().equals(written)) {
                write(!isNew); // before anything is created
            }
            List<InstallationResult.Outcome> outcomes = new ArrayList<>();
            for (int i = 0; i < planned.size(); i++) {
                outcomes.add(changes.apply(before.steps().get(i), planned.get(i)));
            }
            InstallationResult result = new InstallationResult(before.plan(workspace), outcomes);
            if (isNew && changes.slots().isEmpty() && !result.isComplete()) {
                forget(); // nothing could be installed
                return result;
            }
            if (isNew || !changes.slots().equals(written) || !isWhole(known.orElseThrow())) {
                write(true);
            }
            if (isNew) {
                tell(InstallationChanged.Change.INSTALLED);
            } else if (hasChanged(result)) {
                tell(InstallationChanged.Change.CHANGED);
            }
            return result;
        }

        private void forget() {
            lease.check();
            if (!registrations.delete(workspace, recordVersion)) {
                throw Lease.overtaken();
            }
            registrations.removeFromIndex(workspace);
        }

        InstallationResult uninstall() {
            List<InstallationResult.Outcome> outcomes = new ArrayList<>();
            for (Planner.Step step : before.steps()) {
                outcomes.add(changes.apply(step, Optional.empty()));
            }
            InstallationResult result = new InstallationResult(before.plan(workspace), outcomes);
            if (!result.isComplete()) {
                if (!changes.slots().equals(written)) {
                    write(before.record().value().orElseThrow().whole());
                }
                return result;
            }
            registrations.deleteSettings(workspace);
            forget();
            if (before.record().value().isPresent()) {
                tell(InstallationChanged.Change.REMOVED);
            }
            return result;
        }

        /** @param whole whether the first installation has come to its end */
        private void write(boolean whole) {
            lease.check();
            Instant now = clock.now();
            Optional<Registrations.WorkspaceRecord> known = before.record().value();
            recordVersion = registrations
                    .write(
                            workspace,
                            new Registrations.WorkspaceRecord(
                                    known.map(Registrations.WorkspaceRecord::installedAt)
                                            .orElse(now),
                                    now,
                                    version(known),
                                    whole,
                                    changes.slots()),
                            recordVersion)
                    .orElseThrow(Lease::overtaken);
            written = changes.slots();
        }

        private void tell(InstallationChanged.Change change) {
            changed.accept(new InstallationChanged(workspace.accountId(), workspace.workspaceId(), change));
        }
    }

    private static boolean hasChanged(InstallationResult result) {
        return result.outcomes().stream()
                .anyMatch(it -> it.change().changesSomething() && it.problem().isEmpty());
    }
}
