package io.github.frameiokit.endurance;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The run would be no proof if its verdict didn't see what is wrong. */
class VerdictTest {

    @TempDir
    private Path directory;

    private final Mix mix = new Mix();
    private boolean storeIsFine = true;
    private final Ledger ledger = new Ledger(() -> storeIsFine);
    private Verdict verdict = new Verdict(true, 0);

    private Event answered(Kind kind, int status) {
        Event event = mix.of(kind);
        Ledger.Account account = ledger.of(event);
        account.signed();
        account.sent();
        account.answered(status, Optional.of(life()));
        return event;
    }

    private Node.Life life() {
        return new Node.Life(directory.resolve("journal.txt"));
    }

    /** One life of a node. */
    private void noted(String... lines) throws IOException {
        noted(life(), lines);
    }

    private void noted(Node.Life life, String... lines) throws IOException {
        Files.writeString(life.journal(), String.join("\n", lines));
        ledger.read(life);
    }

    private void assertFault(String rule) {
        assertEquals(Map.of(rule, 1L), verdict.faults(ledger));
    }

    @Test
    void allIsWellIfEachEventEndsAsItsKindMust() throws IOException {
        Event webhook = answered(Kind.WEBHOOK, 200);
        Event action = answered(Kind.ACTION, 200);
        Event throwing = answered(Kind.THROWS, 500);
        answered(Kind.BAD_SIGNATURE, 401);
        answered(Kind.OVERSIZE, 413);
        noted("handled " + webhook.id(), "handled " + action.id(), "threw " + throwing.id());
        assertEquals(Map.of(), verdict.faults(ledger));
    }

    @Test
    void anAcceptedEventThatWasNotHandledIsAFault() {
        answered(Kind.WEBHOOK, 200);
        assertFault("accepted with 200 and not handled");
    }

    @Test
    void anAsynchronousEventInMemoryMayEndOnlyWithANodeThatWasKilled() {
        verdict = new Verdict(false, 0);
        Event event = answered(Kind.ASYNCHRONOUS, 200);
        assertFault("accepted with 200 and not handled");
        Node.Life life = life();
        ledger.of(event).answered(200, Optional.of(life));
        life.end();
        assertEquals(Map.of(), verdict.faults(ledger));
        assertEquals(1, verdict.lostWithTheKilled(ledger));
    }

    @Test
    void anAsynchronousEventInTheDatabaseMayNotEndWithANodeThatWasKilled() {
        Node.Life life = life();
        ledger.of(mix.of(Kind.ASYNCHRONOUS)).answered(200, Optional.of(life));
        life.end();
        assertFault("accepted with 200 and not handled");
        assertEquals(0, verdict.lostWithTheKilled(ledger));
    }

    @Test
    void oneAttemptOfADeliveryIsHandledOnceOnAllNodesTogether() throws IOException {
        Event event = answered(Kind.ASYNCHRONOUS, 200);
        noted("handled " + event.id() + " d1 1");
        assertEquals(Map.of(), verdict.faults(ledger));
        noted("handled " + event.id() + " d1 1");
        assertFault("handled more than once in one attempt");
    }

    @Test
    void aDeliveryMayBeHandledAgainIfANodeThatHandledItWasKilled() throws IOException {
        Event event = answered(Kind.ASYNCHRONOUS, 200);
        Node.Life life = life();
        life.end();
        noted(life, "handled " + event.id() + " d1 1");
        noted("handled " + event.id() + " d1 1");
        assertEquals(Map.of(), verdict.faults(ledger));
    }

    @Test
    void aCopyMayBeHandledAgainIfTheNodeThatKnewTheFirstWasKilled() throws IOException {
        Event event = mix.of(Kind.ASYNCHRONOUS);
        Node.Life life = life();
        ledger.of(event).answered(200, Optional.of(life));
        ledger.of(event).answered(200, Optional.of(life()));
        life.end();
        noted("handled " + event.id() + " d1 1", "handled " + event.id() + " d1 1");
        assertEquals(Map.of(), verdict.faults(ledger));
    }

    @Test
    void aCopyMayBeHandledAgainIfTheFirstWasNotAnswered() throws IOException {
        Event event = answered(Kind.ASYNCHRONOUS, 200);
        ledger.of(event).notAnswered();
        noted("handled " + event.id() + " d1 1", "handled " + event.id() + " d1 1");
        assertEquals(Map.of(), verdict.faults(ledger));
    }

    @Test
    void anEventThatWasSignedAgainIsAnotherDelivery() throws IOException {
        Event event = answered(Kind.ASYNCHRONOUS, 200);
        noted("handled " + event.id() + " d1 1", "handled " + event.id() + " d2 1");
        assertEquals(Map.of(), verdict.faults(ledger));
    }

    @Test
    void aKillExplainsAsManySecondAttemptsAsANodeHasThreads() throws IOException {
        verdict = new Verdict(true, 1);
        for (int i = 0; i < 16; i++) {
            noted("handled " + answered(Kind.ASYNCHRONOUS, 200).id() + " d" + i + " 2");
        }
        assertEquals(Map.of(), verdict.faults(ledger));
        noted("handled " + answered(Kind.ASYNCHRONOUS, 200).id() + " d16 2");
        assertFault("attempts that no kill and no outage explains");
    }

    @Test
    void anAsynchronousEventMayBeRefusedOnlyWhileTheDatabaseFails() throws IOException {
        storeIsFine = false;
        Event event = answered(Kind.ASYNCHRONOUS, 500);
        assertEquals(Map.of(), verdict.faults(ledger));
        storeIsFine = true;
        ledger.of(event).answered(500, Optional.of(life()));
        assertFault("answered with 5xx although no handler threw");
    }

    @Test
    void aSlowActionMayBeRefusedOnlyIfANodeThatRanItWasKilled() {
        Event event = answered(Kind.ACTION_TAKES_6_SECONDS, 503);
        assertFault("answered with 5xx although no handler threw");
        ledger.of(event).notAnswered();
        assertEquals(Map.of(), verdict.faults(ledger));
    }

    @Test
    void otherEventsMayNotBeRefusedWhileTheDatabaseFails() {
        storeIsFine = false;
        answered(Kind.ACTION, 500);
        assertFault("answered with 5xx although no handler threw");
    }

    @Test
    void handlingTwiceInOneLifeIsAFault() throws IOException {
        Event event = answered(Kind.WEBHOOK, 200);
        noted("handled " + event.id(), "handled " + event.id());
        assertFault("handled more than once within a node's memory");
    }

    @Test
    void handlingOnceInEachOfTwoLivesIsNoFault() throws IOException {
        Event event = answered(Kind.WEBHOOK, 200);
        noted("handled " + event.id());
        noted("handled " + event.id());
        assertEquals(Map.of(), verdict.faults(ledger));
    }

    @Test
    void aWebhookThatWasSignedAgainMayBeHandledAgainButAStepOfAnActionMayNot() throws IOException {
        Event webhook = answered(Kind.WEBHOOK, 200);
        Event action = answered(Kind.ACTION, 200);
        ledger.of(webhook).signed();
        ledger.of(action).signed();
        noted("handled " + webhook.id(), "handled " + webhook.id());
        noted("handled " + action.id(), "handled " + action.id());
        assertFault("handled more than once within a node's memory");
    }

    @Test
    void rejectingAGoodEventIsAFault() {
        answered(Kind.WEBHOOK, 400);
        assertFault("rejected for no reason");
    }

    @Test
    void handlingARejectedEventIsAFault() throws IOException {
        Event event = answered(Kind.BAD_SIGNATURE, 401);
        noted("handled " + event.id());
        assertFault("rejected and handled");
    }

    @Test
    void a5xxIsAFaultUnlessAHandlerHasThrown() {
        answered(Kind.WEBHOOK, 503);
        assertFault("answered with 5xx although no handler threw");
    }

    @Test
    void anEventWithoutAnyAnswerIsAFault() {
        ledger.of(mix.of(Kind.WEBHOOK)).notAnswered();
        assertFault("never answered");
    }

    @Test
    void whatWasHandledAndNeverSentIsAFault() throws IOException {
        noted("handled " + new Event(-1, Kind.WEBHOOK).id());
        assertFault("handled and never sent");
    }

    @Test
    void vitalsMayVaryButNotGrow() {
        Vitals before = Vitals.of("40000000 50 150 158");
        assertEquals(0, Vitals.of("45000000 60 160 160").grownSince(before).size());
        assertEquals(4, Vitals.of("60000000 90 190 190").grownSince(before).size());
    }
}
