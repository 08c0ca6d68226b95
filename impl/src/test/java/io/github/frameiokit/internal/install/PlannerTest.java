package io.github.frameiokit.internal.install;

import static io.github.frameiokit.install.PlannedChange.Change.CREATE;
import static io.github.frameiokit.install.PlannedChange.Change.LEAVE;
import static io.github.frameiokit.install.PlannedChange.Change.REMOVE;
import static io.github.frameiokit.install.PlannedChange.Change.REPAIR;
import static io.github.frameiokit.install.PlannedChange.Change.UNCHANGED;
import static io.github.frameiokit.install.PlannedChange.Change.UPDATE;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.frameiokit.install.PlannedChange.Change;
import io.github.frameiokit.install.Registration.Kind;
import io.github.frameiokit.internal.Paths;
import io.github.frameiokit.internal.Texts;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Every mixture of what the store and Frame.io have, and what is to be done about it. */
class PlannerTest {

    private static final RegistrationAddresses ADDRESSES = new RegistrationAddresses(
            URI.create("https://app.example.com/"),
            new Paths("frameio", "frameio/oauth"),
            new PlainStore(() -> Instant.EPOCH));
    private static final Texts TEXTS = Texts.of(new SmallRyeConfigBuilder().build());

    private static final Manifest.Item WEBHOOK =
            new Manifest.Item(Kind.WEBHOOK, "", "App", "", List.of("comment.created", "file.ready"));
    private static final Manifest.Item ACTION =
            new Manifest.Item(Kind.ACTION, "export", "Export", "Exports it", List.of("export"));
    private static final Manifest BOTH = new Manifest(Optional.of(WEBHOOK), List.of(ACTION), List.of());
    private static final Manifest ONE = new Manifest(Optional.empty(), List.of(ACTION), List.of());
    private static final Manifest HOOK = new Manifest(Optional.of(WEBHOOK), List.of(), List.of());

    private static final Planner.Options USUAL = new Planner.Options(true, Optional.empty(), false);
    private static final Planner.Options KEEPING = new Planner.Options(false, Optional.empty(), false);
    private static final Planner.Options OLDER = new Planner.Options(true, Optional.of("2.0"), false);
    private static final Planner.Options LEAVING = new Planner.Options(true, Optional.empty(), true);

    private static Planner.Recorded active(String id, Manifest.Item item, String remoteId) {
        return new Planner.Recorded(Slot.of(id, item, item.types()), Optional.of(remoteId), false);
    }

    private static Planner.Recorded pending(String id, Manifest.Item item) {
        return new Planner.Recorded(Slot.of(id, item, item.types()), Optional.empty(), false);
    }

    private static Planner.Recorded retiring(String id, Manifest.Item item, String remoteId) {
        return new Planner.Recorded(Slot.of(id, item, item.types()), Optional.of(remoteId), true);
    }

    private static Remote remote(String id, Manifest.Item item, String url) {
        return new Remote(item.kind(), id, item.name(), item.description(), item.types(), url, true);
    }

    private static Remote at(String id, Manifest.Item item, String slot) {
        return remote(id, item, "https://app.example.com/frameio/i/" + slot);
    }

    private static Remote off(Remote remote) {
        return new Remote(
                remote.kind(), remote.id(), remote.name(), remote.description(), remote.types(), remote.url(), false);
    }

    private static Remote named(Remote remote, String name) {
        return new Remote(
                remote.kind(), remote.id(), name, remote.description(), remote.types(), remote.url(), remote.active());
    }

    private static Remote typed(Remote remote, String... types) {
        return new Remote(
                remote.kind(), remote.id(), remote.name(), remote.description(), List.of(types), remote.url(), true);
    }

    private static Arguments row(
            String what,
            Manifest manifest,
            List<Planner.Recorded> recorded,
            List<Remote> remotes,
            Planner.Options options,
            Change... changes) {
        return Arguments.of(what, manifest, recorded, remotes, options, List.of(changes));
    }

    static Stream<Arguments> mixtures() {
        Planner.Recorded known = active("s1", ACTION, "r1");
        Remote same = at("r1", ACTION, "s1");
        return Stream.of(
                row("nothing is there", BOTH, List.of(), List.of(), USUAL, CREATE, CREATE),
                row("the app has no handlers", Manifest.nothing(), List.of(), List.of(), USUAL),
                row("all is as it should be", ONE, List.of(known), List.of(same), USUAL, UNCHANGED),
                row("its name differs", ONE, List.of(known), List.of(named(same, "Old")), USUAL, UPDATE),
                row(
                        "the app has moved",
                        ONE,
                        List.of(known),
                        List.of(remote("r1", ACTION, "https://old.example.com/frameio/i/s1")),
                        USUAL,
                        UPDATE),
                row("somebody switched it off", ONE, List.of(known), List.of(off(same)), USUAL, LEAVE),
                row("switched off and differs", ONE, List.of(known), List.of(off(named(same, "Old"))), USUAL, UPDATE),
                row("somebody deleted it", ONE, List.of(known), List.of(), USUAL, REPAIR),
                row("its creation was interrupted", ONE, List.of(pending("s1", ACTION)), List.of(), USUAL, REPAIR),
                row(
                        "the answer to its creation was lost",
                        ONE,
                        List.of(pending("s1", ACTION)),
                        List.of(same),
                        USUAL,
                        REPAIR),
                row(
                        "two interrupted creations",
                        ONE,
                        List.of(pending("s1", ACTION), pending("s2", ACTION)),
                        List.of(same, at("r2", ACTION, "s2")),
                        USUAL,
                        REPAIR),
                row(
                        "a good one beside an interrupted one",
                        ONE,
                        List.of(pending("s2", ACTION), known),
                        List.of(same, at("r2", ACTION, "s2")),
                        USUAL,
                        UNCHANGED,
                        REMOVE),
                row(
                        "its removal was interrupted before it was deleted",
                        Manifest.nothing(),
                        List.of(retiring("s1", ACTION, "r1")),
                        List.of(same),
                        USUAL,
                        REMOVE),
                row(
                        "its removal was interrupted after it was deleted",
                        Manifest.nothing(),
                        List.of(retiring("s1", ACTION, "r1")),
                        List.of(),
                        USUAL,
                        REMOVE),
                row(
                        "its replacement was interrupted",
                        ONE,
                        List.of(retiring("s1", ACTION, "r1"), active("s2", ACTION, "r2")),
                        List.of(same, at("r2", ACTION, "s2")),
                        USUAL,
                        UNCHANGED,
                        REMOVE),
                row(
                        "wanted again while it is removed",
                        ONE,
                        List.of(retiring("s1", ACTION, "r1")),
                        List.of(same),
                        USUAL,
                        CREATE,
                        REMOVE),
                row("no handler needs it", Manifest.nothing(), List.of(known), List.of(same), USUAL, REMOVE),
                row("it is kept without pruning", Manifest.nothing(), List.of(known), List.of(same), KEEPING, LEAVE),
                row("no handler needs what is gone", Manifest.nothing(), List.of(known), List.of(), USUAL, REMOVE),
                row(
                        "an orphan with our address",
                        ONE,
                        List.of(known),
                        List.of(same, at("r9", ACTION, "s9")),
                        USUAL,
                        UNCHANGED,
                        REMOVE),
                row(
                        "a second one at the same address",
                        ONE,
                        List.of(known),
                        List.of(same, at("r9", ACTION, "s1")),
                        USUAL,
                        UNCHANGED,
                        REMOVE),
                row(
                        "the store is lost",
                        BOTH,
                        List.of(),
                        List.of(at("w1", WEBHOOK, "s0"), same),
                        USUAL,
                        CREATE,
                        CREATE,
                        REMOVE,
                        REMOVE),
                row(
                        "somebody else's",
                        ONE,
                        List.of(known),
                        List.of(same, remote("x", ACTION, "https://other.example.com/frameio/i/s1")),
                        USUAL,
                        UNCHANGED),
                row(
                        "another app on the same host",
                        ONE,
                        List.of(known),
                        List.of(same, remote("x", ACTION, "https://app.example.com/other/frameio/i/s1")),
                        USUAL,
                        UNCHANGED),
                row(
                        "registered by hand",
                        ONE,
                        List.of(known),
                        List.of(same, remote("x", ACTION, "https://app.example.com/frameio")),
                        USUAL,
                        UNCHANGED,
                        LEAVE),
                row(
                        "a new type of webhook",
                        HOOK,
                        List.of(active("s0", WEBHOOK, "w1")),
                        List.of(typed(at("w1", WEBHOOK, "s0"), "file.ready")),
                        KEEPING,
                        UPDATE),
                row(
                        "a type that is no longer needed",
                        HOOK,
                        List.of(active("s0", WEBHOOK, "w1")),
                        List.of(typed(at("w1", WEBHOOK, "s0"), "comment.created", "file.ready", "file.deleted")),
                        USUAL,
                        UPDATE),
                row(
                        "a type that is kept without pruning",
                        HOOK,
                        List.of(active("s0", WEBHOOK, "w1")),
                        List.of(typed(at("w1", WEBHOOK, "s0"), "comment.created", "file.ready", "file.deleted")),
                        KEEPING,
                        UNCHANGED),
                row(
                        "the types in another order",
                        HOOK,
                        List.of(active("s0", WEBHOOK, "w1")),
                        List.of(typed(at("w1", WEBHOOK, "s0"), "file.ready", "comment.created")),
                        USUAL,
                        UNCHANGED),
                row("an older app creates nothing", ONE, List.of(), List.of(), OLDER, LEAVE),
                row("an older app changes nothing", ONE, List.of(known), List.of(named(same, "New")), OLDER, LEAVE),
                row("an older app removes nothing", Manifest.nothing(), List.of(known), List.of(same), OLDER, LEAVE),
                row("an older app repairs", ONE, List.of(known), List.of(), OLDER, REPAIR),
                row(
                        "an older app removes what nobody knows the secret of",
                        ONE,
                        List.of(known),
                        List.of(same, at("r9", ACTION, "s9")),
                        OLDER,
                        UNCHANGED,
                        REMOVE),
                row(
                        "the app is uninstalled",
                        Manifest.nothing(),
                        List.of(active("s0", WEBHOOK, "w1"), known, pending("s2", ACTION)),
                        List.of(at("w1", WEBHOOK, "s0"), off(same)),
                        LEAVING,
                        REMOVE,
                        REMOVE,
                        REMOVE));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("mixtures")
    void isPlanned(
            String what,
            Manifest manifest,
            List<Planner.Recorded> recorded,
            List<Remote> remotes,
            Planner.Options options,
            List<Change> changes) {
        List<Planner.Step> steps = new Planner(TEXTS, ADDRESSES).plan(manifest, recorded, remotes, options);
        assertEquals(changes, steps.stream().map(step -> step.shown().change()).toList());
        assertTrue(
                steps.stream()
                        .allMatch(step -> step.shown().reason().matches("[A-Z].*[.]")
                                && !step.shown().reason().contains("{")),
                steps.toString());
    }

    @Test
    void aRepairReplacesAllThatWasInterrupted() {
        Planner.Step step = new Planner(TEXTS, ADDRESSES)
                .plan(
                        ONE,
                        List.of(pending("s1", ACTION), pending("s2", ACTION)),
                        List.of(at("r2", ACTION, "s2")),
                        USUAL)
                .get(0);
        assertEquals(List.of("s1", "s2"), step.old().stream().map(Slot::id).toList());
        assertEquals(List.of("r2"), step.remotes().stream().map(Remote::id).toList());
    }

    @Test
    void aReasonSaysWhatTheAppHasChanged() {
        Remote old = new Remote(
                Kind.ACTION, "r1", "Old", "Old", List.of("export"), "https://old.example.com/frameio/i/s1", true);
        Planner.Step step = new Planner(TEXTS, ADDRESSES)
                .plan(ONE, List.of(active("s1", ACTION, "r1")), List.of(old), USUAL)
                .get(0);
        assertEquals(
                "The app has changed its name, its description and its address.",
                step.shown().reason());
    }

    @Test
    void aWebhookKeepsItsTypesWithoutPruning() {
        Planner.Step step = new Planner(TEXTS, ADDRESSES)
                .plan(
                        HOOK,
                        List.of(active("s0", WEBHOOK, "w1")),
                        List.of(typed(at("w1", WEBHOOK, "s0"), "file.deleted")),
                        KEEPING)
                .get(0);
        assertEquals(
                List.of("comment.created", "file.deleted", "file.ready"),
                step.shown().types());
        assertEquals(step.shown().types(), step.item().orElseThrow().types());
    }
}
