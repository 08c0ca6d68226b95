package io.github.frameiokit.internal.events;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import io.github.frameiokit.ActionEvent;
import jakarta.json.Json;
import jakarta.json.JsonObjectBuilder;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ActionStepTest {

    @Test
    void isTheSameWhenItIsSentAgain() {
        assertEquals(key(step(), 1), key(step(), 5));
    }

    @ParameterizedTest
    @ValueSource(strings = {"type", "interaction_id", "action_id", "account_id"})
    void isAnotherWhereAnIdDiffers(String member) {
        assertNotEquals(key(step(), 1), key(step().add(member, "other"), 1));
    }

    @Test
    void isAnotherWhereTheDataDiffers() {
        assertNotEquals(
                key(step(), 1),
                key(step().add("data", Json.createObjectBuilder().add("a", "b")), 1));
    }

    @Test
    void isTheFirstCallHoweverFrameioSaysThatNothingWasSubmitted() {
        Optional<String> first = key(step(), 1);
        assertEquals(first, key(step().addNull("data"), 1));
        assertEquals(first, key(step().add("data", Json.createObjectBuilder()), 1));
        assertEquals(first, key(step().add("data", "text"), 1));
    }

    @Test
    void isAnotherWhereTheSameTextIsSplitOtherwise() {
        assertNotEquals(
                key(step().add("type", "ab").add("action_id", "c"), 1),
                key(step().add("type", "a").add("action_id", "bc"), 1));
    }

    @Test
    void isUnknownWithoutAnInteraction() {
        assertEquals(Optional.empty(), key(step().remove("interaction_id"), 1));
    }

    private static Optional<String> key(JsonObjectBuilder json, long sent) {
        return ActionStep.key(ActionEvent.of(json.build(), Instant.ofEpochSecond(sent)));
    }

    private static JsonObjectBuilder step() {
        return Json.createObjectBuilder()
                .add("type", "t")
                .add("interaction_id", "i")
                .add("action_id", "a")
                .add("account_id", "acc");
    }
}
