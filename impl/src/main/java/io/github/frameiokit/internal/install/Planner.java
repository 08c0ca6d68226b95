package io.github.frameiokit.internal.install;

import io.github.frameiokit.install.PlannedChange;
import io.github.frameiokit.install.PlannedChange.Change;
import io.github.frameiokit.install.Registration.Kind;
import io.github.frameiokit.internal.Texts;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * Compares what the app wants with what the store and Frame.io have, and says what is to be done. It asks and changes
 * nothing. Immutable.
 *
 * <p>What others made is not its business: it looks at the app's own records, and at what has an address below that of
 * the app's own registrations.
 */
final class Planner {

    private final Texts texts;
    private final RegistrationAddresses addresses;

    Planner(Texts texts, RegistrationAddresses addresses) {
        this.texts = texts;
        this.addresses = addresses;
    }

    /**
     * What decides beside the facts.
     *
     * @param prune whether what the app no longer wants is removed
     * @param newer the version of the app that installed, if that is newer than this one
     * @param leaving whether the app is uninstalled
     */
    record Options(boolean prune, Optional<String> newer, boolean leaving) {}

    /**
     * A registration that the store knows.
     *
     * @param slot what the record of the workspace says of it
     * @param remoteId its id in Frame.io; empty if its creation was interrupted
     * @param retiring whether its removal has begun
     */
    record Recorded(Slot slot, Optional<String> remoteId, boolean retiring) {}

    /**
     * What to do.
     *
     * @param shown what it is called for people
     * @param item what the app wants; empty for what it doesn't want
     * @param old the registrations that this is about
     * @param remotes what these are in Frame.io
     */
    record Step(PlannedChange shown, Optional<Manifest.Item> item, List<Slot> old, List<Remote> remotes) {}

    List<Step> plan(Manifest manifest, List<Recorded> recorded, List<Remote> remotes, Options options) {
        List<Step> steps = new ArrayList<>();
        Set<Recorded> done = new HashSet<>();
        for (Manifest.Item item : manifest.items()) {
            List<Recorded> its = recorded.stream()
                    .filter(it -> it.slot().isOf(item) && !it.retiring())
                    .toList();
            Optional<Recorded> good = its.stream()
                    .filter(it ->
                            it.remoteId().isPresent() && !remotesOf(it, remotes).isEmpty())
                    .findFirst();
            if (good.isPresent()) {
                done.add(good.get());
                steps.add(
                        compare(item, good.get(), remotesOf(good.get(), remotes).get(0), options));
            } else if (!its.isEmpty()) {
                done.addAll(its);
                steps.add(repair(item, its, remotes));
            } else {
                steps.add(create(item, options));
            }
        }
        recorded.stream()
                .filter(it -> !done.contains(it))
                .forEach(it -> steps.add(unwanted(it, manifest, remotesOf(it, remotes), options)));
        Set<String> known = new HashSet<>();
        steps.forEach(step -> step.remotes().forEach(it -> known.add(it.id())));
        remotes.stream()
                .filter(it -> !known.contains(it.id()))
                .forEach(it -> stray(it).ifPresent(steps::add));
        return steps;
    }

    /** The id in Frame.io says which one it is; without an id, the address does. */
    private List<Remote> remotesOf(Recorded recorded, List<Remote> remotes) {
        return remotes.stream()
                .filter(it -> it.kind() == recorded.slot().kind()
                        && recorded.remoteId()
                                .map(it.id()::equals)
                                .orElseGet(() -> addresses
                                        .of(recorded.slot().id())
                                        .toString()
                                        .equals(it.url())))
                .toList();
    }

    private Step create(Manifest.Item item, Options options) {
        return options.newer()
                .map(version -> step(item, Change.LEAVE, text("newer", "version", version), List.of(), List.of()))
                .orElseGet(() -> step(item, Change.CREATE, text("new"), List.of(), List.of()));
    }

    private Step repair(Manifest.Item item, List<Recorded> its, List<Remote> remotes) {
        boolean lost = its.stream().anyMatch(it -> it.remoteId().isPresent());
        return step(
                item,
                Change.REPAIR,
                text(lost ? "lost" : "unfinished"),
                its.stream().map(Recorded::slot).toList(),
                its.stream().flatMap(it -> remotesOf(it, remotes).stream()).toList());
    }

    private Step compare(Manifest.Item wanted, Recorded recorded, Remote remote, Options options) {
        Manifest.Item item = options.prune() ? wanted : withTypes(wanted, remote);
        List<String> differences = new ArrayList<>();
        if (!remote.name().equals(item.name())) {
            differences.add("install.part.name");
        }
        if (!remote.description().equals(item.description())) {
            differences.add("install.part.description");
        }
        if (!Set.copyOf(remote.types()).equals(Set.copyOf(item.types()))) {
            differences.add("install.part.events");
        }
        if (!remote.url().equals(addresses.of(recorded.slot().id()).toString())) {
            differences.add("install.part.address");
        }
        List<Slot> slot = List.of(recorded.slot());
        List<Remote> its = List.of(remote);
        if (differences.isEmpty()) {
            return remote.active()
                    ? step(item, Change.UNCHANGED, text("same"), slot, its)
                    : step(item, Change.LEAVE, text("switched-off"), slot, its);
        }
        if (options.newer().isPresent()) {
            return step(
                    item, Change.LEAVE, text("newer", "version", options.newer().get()), slot, its);
        }
        String what = texts.list(differences);
        return step(item, Change.UPDATE, text(remote.active() ? "changed" : "changed-off", "what", what), slot, its);
    }

    /** Without pruning, a webhook keeps the types that it has. */
    private static Manifest.Item withTypes(Manifest.Item item, Remote remote) {
        if (item.kind() == Kind.ACTION) {
            return item;
        }
        Set<String> types = new TreeSet<>(remote.types());
        types.addAll(item.types());
        return new Manifest.Item(item.kind(), item.key(), item.name(), item.description(), List.copyOf(types));
    }

    private Step unwanted(Recorded recorded, Manifest manifest, List<Remote> its, Options options) {
        Slot slot = recorded.slot();
        if (recorded.retiring()) {
            return step(slot, Change.REMOVE, text("removal-unfinished"), its);
        }
        if (options.leaving()) {
            return step(slot, Change.REMOVE, text("leaving"), its);
        }
        if (manifest.items().stream().anyMatch(slot::isOf)) {
            return step(slot, Change.REMOVE, text("replaced"), its);
        }
        if (options.newer().isPresent()) {
            return step(
                    slot, Change.LEAVE, text("newer", "version", options.newer().get()), its);
        }
        return options.prune()
                ? step(slot, Change.REMOVE, text("unneeded"), its)
                : step(slot, Change.LEAVE, text("kept"), its);
    }

    private Optional<Step> stray(Remote remote) {
        if (addresses.idIn(remote.url()).isPresent()) {
            return Optional.of(step(remote, Change.REMOVE, text("unknown-secret")));
        }
        return addresses.isByHand(remote.url())
                ? Optional.of(step(remote, Change.LEAVE, text("by-hand")))
                : Optional.empty();
    }

    private String text(String reason, String... values) {
        return texts.get("install.reason." + reason, values);
    }

    private static Step step(Manifest.Item item, Change change, String reason, List<Slot> slots, List<Remote> remotes) {
        return new Step(
                new PlannedChange(item.kind(), item.name(), item.types(), change, reason),
                Optional.of(item),
                slots,
                remotes);
    }

    private static Step step(Slot slot, Change change, String reason, List<Remote> remotes) {
        return new Step(
                new PlannedChange(slot.kind(), slot.name(), slot.types(), change, reason),
                Optional.empty(),
                List.of(slot),
                remotes);
    }

    private static Step step(Remote remote, Change change, String reason) {
        return new Step(
                new PlannedChange(remote.kind(), remote.name(), remote.types(), change, reason),
                Optional.empty(),
                List.of(),
                List.of(remote));
    }
}
