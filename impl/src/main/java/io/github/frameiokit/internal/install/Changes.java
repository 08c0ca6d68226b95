package io.github.frameiokit.internal.install;

import io.github.frameiokit.client.FrameioApiException;
import io.github.frameiokit.client.FrameioClient;
import io.github.frameiokit.install.InstallationResult;
import io.github.frameiokit.install.PlannedChange;
import io.github.frameiokit.internal.Settings.Workspace;
import io.github.frameiokit.internal.Texts;
import io.github.frameiokit.oauth.TokenStoreException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Makes the changes of a plan, one after the other: at Frame.io, and in the entries of the registrations. It tells what
 * the workspace's record has to hold then, but doesn't write that. For one run, by one thread.
 */
final class Changes {

    /** Longer than Frame.io sends an event again. */
    static final Duration GRACE = Duration.ofMinutes(10);

    private final FrameioClient client;
    private final Workspace workspace;
    private final Lease lease;
    private final Registrations registrations;
    private final RegistrationAddresses addresses;
    private final Texts texts;
    private final List<Slot> slots;

    Changes(
            FrameioClient client,
            Workspace workspace,
            Lease lease,
            Registrations registrations,
            RegistrationAddresses addresses,
            Texts texts,
            List<Slot> slots) {
        this.client = client;
        this.workspace = workspace;
        this.lease = lease;
        this.registrations = registrations;
        this.addresses = addresses;
        this.texts = texts;
        this.slots = new ArrayList<>(slots);
    }

    /** What the record has to hold now. */
    List<Slot> slots() {
        return List.copyOf(slots);
    }

    /** The slot of what will be created, which is then in the record; empty for anything else. */
    Optional<Slot> planned(Planner.Step step) {
        PlannedChange.Change change = step.shown().change();
        if (change != PlannedChange.Change.CREATE && change != PlannedChange.Change.REPAIR) {
            return Optional.empty();
        }
        Slot slot = Slot.of(
                addresses.newId(), step.item().orElseThrow(), step.shown().types());
        slots.add(slot);
        return Optional.of(slot);
    }

    /** One item's failure keeps no other item from being done; a lost lease does. */
    InstallationResult.Outcome apply(Planner.Step step, Optional<Slot> slot) {
        try {
            make(step, slot);
            return new InstallationResult.Outcome(step.shown(), Optional.empty());
        } catch (FrameioApiException e) {
            return new InstallationResult.Outcome(step.shown(), Optional.of(problem(e)));
        } catch (Problem e) {
            return new InstallationResult.Outcome(step.shown(), Optional.of(e.text));
        } catch (TokenStoreException e) {
            return new InstallationResult.Outcome(step.shown(), Optional.of(texts.get("install.problem.store")));
        }
    }

    private void make(Planner.Step step, Optional<Slot> slot) {
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
            throw Lease.overtaken();
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
            throw Lease.overtaken();
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
