package io.github.frameiokit.internal.install;

import io.github.frameiokit.client.ClientClock;
import io.github.frameiokit.client.FrameioApiException;
import io.github.frameiokit.client.FrameioClient;
import io.github.frameiokit.install.InstallationChanged;
import io.github.frameiokit.install.InstallationException;
import io.github.frameiokit.install.InstallationPlan;
import io.github.frameiokit.install.InstallationResult;
import io.github.frameiokit.install.PlannedChange;
import io.github.frameiokit.internal.Settings.Workspace;
import io.github.frameiokit.internal.Texts;
import io.github.frameiokit.internal.oauth.SealedStore;
import io.github.frameiokit.oauth.TokenStoreException;
import java.time.Duration;
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

    /** Longer than Frame.io sends an event again. */
    static final Duration GRACE = Duration.ofMinutes(10);

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

        private final FrameioClient client;
        private final Workspace workspace;
        private final Lease lease;
        private final Situation before;
        private final List<Slot> slots;
        private List<Slot> written;
        private long recordVersion;

        Run(FrameioClient client, Workspace workspace, Lease lease, Situation before) {
            this.client = client;
            this.workspace = workspace;
            this.lease = lease;
            this.before = before;
            slots = new ArrayList<>(before.slots());
            written = before.slots();
            recordVersion = before.record().version();
        }

        InstallationResult install() {
            List<Optional<Slot>> planned =
                    before.steps().stream().map(this::planned).toList();
            Optional<Registrations.WorkspaceRecord> known = before.record().value();
            boolean isNew = known.filter(Registrations.WorkspaceRecord::whole).isEmpty();
            if (known.isEmpty()) {
                registrations.addToIndex(workspace);
            }
            if (known.isEmpty() || !slots.equals(written)) {
                write(!isNew); // before anything is created
            }
            List<InstallationResult.Outcome> outcomes = new ArrayList<>();
            for (int i = 0; i < planned.size(); i++) {
                Planner.Step step = before.steps().get(i);
                Optional<Slot> slot = planned.get(i);
                outcomes.add(outcome(step, () -> apply(step, slot)));
            }
            InstallationResult result = new InstallationResult(before.plan(workspace), outcomes);
            if (isNew && slots.isEmpty() && !result.isComplete()) {
                forget(); // nothing could be installed
                return result;
            }
            if (isNew || !slots.equals(written) || !isWhole(known.orElseThrow())) {
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
                throw overtaken();
            }
            registrations.removeFromIndex(workspace);
        }

        InstallationResult uninstall() {
            List<InstallationResult.Outcome> outcomes = new ArrayList<>();
            for (Planner.Step step : before.steps()) {
                outcomes.add(outcome(step, () -> apply(step, Optional.empty())));
            }
            InstallationResult result = new InstallationResult(before.plan(workspace), outcomes);
            if (!result.isComplete()) {
                if (!slots.equals(written)) {
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

        /** The slot of what will be created, which is then in the record; empty for anything else. */
        private Optional<Slot> planned(Planner.Step step) {
            PlannedChange.Change change = step.shown().change();
            if (change != PlannedChange.Change.CREATE && change != PlannedChange.Change.REPAIR) {
                return Optional.empty();
            }
            Slot slot = Slot.of(
                    addresses.newId(), step.item().orElseThrow(), step.shown().types());
            slots.add(slot);
            return Optional.of(slot);
        }

        /** One item's failure keeps no other item from being done; a lost lease and a failing store do. */
        private InstallationResult.Outcome outcome(Planner.Step step, Runnable work) {
            try {
                work.run();
                return new InstallationResult.Outcome(step.shown(), Optional.empty());
            } catch (FrameioApiException e) {
                return new InstallationResult.Outcome(step.shown(), Optional.of(problem(e)));
            } catch (Problem e) {
                return new InstallationResult.Outcome(step.shown(), Optional.of(e.text));
            } catch (TokenStoreException e) {
                return new InstallationResult.Outcome(step.shown(), Optional.of(texts.get("install.problem.store")));
            }
        }

        private void apply(Planner.Step step, Optional<Slot> slot) {
            switch (step.shown().change()) {
                case CREATE, REPAIR -> {
                    create(step.item().orElseThrow(), slot.orElseThrow());
                    remove(step);
                }
                case UPDATE -> update(step);
                case REMOVE -> remove(step);
                case UNCHANGED -> rename(step);
                case LEAVE -> {
                    // a person or a newer version has decided
                }
            }
        }

        private void create(Manifest.Item item, Slot slot) {
            lease.check();
            Remote.Created created;
            try {
                created = Remote.create(
                        client, workspace, item, addresses.of(slot.id()).toString());
            } catch (FrameioApiException e) {
                if (isRefusal(e)) {
                    slots.remove(slot); // it doesn't exist
                }
                throw e;
            }
            if (created.secret().isEmpty()) {
                Remote.delete(client, workspace, item.kind(), created.id());
                slots.remove(slot);
                throw new Problem(texts.get("install.problem.no-secret"));
            }
            Registrations.Held held = new Registrations.Held(
                    workspace,
                    item.kind(),
                    item.key(),
                    created.id(),
                    created.secret().get(),
                    false);
            if (!registrations.write(slot.id(), held, 0)) {
                Remote.delete(client, workspace, item.kind(), created.id());
                throw overtaken();
            }
        }

        private void update(Planner.Step step) {
            lease.check();
            Slot slot = step.old().get(0);
            step.remotes()
                    .get(0)
                    .update(
                            client,
                            workspace,
                            step.item().orElseThrow(),
                            step.shown().types(),
                            addresses.of(slot.id()).toString());
            rename(step);
        }

        /** Keeps the names in the record true, which are for people. */
        private void rename(Planner.Step step) {
            Slot slot = step.old().get(0);
            slots.set(
                    slots.indexOf(slot),
                    Slot.of(slot.id(), step.item().orElseThrow(), step.shown().types()));
        }

        /** Removes what a step replaces, or what it removes. */
        private void remove(Planner.Step step) {
            if (step.old().isEmpty() && step.remotes().isEmpty()) {
                return;
            }
            lease.check();
            for (Slot slot : step.old()) {
                Registrations.Stored<Registrations.Held> held = registrations.held(slot.id());
                if (held.value().filter(it -> !it.retiring()).isPresent()) {
                    retire(slot, held, Registrations.LIFETIME);
                }
            }
            for (Remote remote : step.remotes()) {
                Remote.delete(client, workspace, remote.kind(), remote.id());
            }
            for (Slot slot : step.old()) {
                forget(slot);
                slots.remove(slot);
            }
        }

        /**
         * Lets the entry of a registration expire. One that has no entry gets one for a while: a node that was believed
         * dead may still be creating the registration, and then can't store its secret.
         */
        private void forget(Slot slot) {
            if (registrations.held(slot.id()).version() == 0 && registrations.close(slot.id(), GRACE)) {
                return;
            }
            Registrations.Stored<Registrations.Held> held = registrations.held(slot.id());
            if (held.value().filter(it -> !it.retiring()).isPresent()) { // that node was faster
                Remote.delete(client, workspace, slot.kind(), held.value().get().remoteId());
            }
            retire(slot, held, GRACE);
        }

        private void retire(Slot slot, Registrations.Stored<Registrations.Held> held, Duration lifetime) {
            if (held.value().isPresent()
                    && !registrations.write(slot.id(), held.value().get().retired(), lifetime, held.version())) {
                throw overtaken();
            }
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
                                    List.copyOf(slots)),
                            recordVersion)
                    .orElseThrow(this::overtaken);
            written = List.copyOf(slots);
        }

        private InstallationException overtaken() {
            return new InstallationException(
                    "Another node has taken over this installation; look at its result, or try again.");
        }

        private void tell(InstallationChanged.Change change) {
            changed.accept(new InstallationChanged(workspace.accountId(), workspace.workspaceId(), change));
        }
    }

    /** Ends the work on one item. */
    private static final class Problem extends RuntimeException {

        private static final long serialVersionUID = 1L;

        private final String text;

        Problem(String text) {
            super(text, null, false, false);
            this.text = text;
        }
    }

    /** Whether Frame.io has certainly not done what it was asked. */
    private static boolean isRefusal(FrameioApiException failure) {
        return failure.status() >= 400 && failure.status() < 500;
    }

    private static boolean hasChanged(InstallationResult result) {
        return result.outcomes().stream()
                .anyMatch(it -> it.change().changesSomething() && it.problem().isEmpty());
    }

    private String problem(FrameioApiException failure) {
        if (failure instanceof FrameioApiException.Forbidden || failure instanceof FrameioApiException.Unauthorized) {
            return texts.get("install.problem.forbidden");
        }
        if (failure instanceof FrameioApiException.RateLimited) {
            return texts.get("install.problem.busy");
        }
        return failure instanceof FrameioApiException.Unreachable
                ? texts.get("install.problem.silent")
                : texts.get("install.problem.refused", "status", Integer.toString(failure.status()));
    }
}
