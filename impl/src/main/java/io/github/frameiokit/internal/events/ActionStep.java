package io.github.frameiokit.internal.events;

import io.github.frameiokit.ActionEvent;
import io.github.frameiokit.internal.Sha256;
import java.util.HexFormat;
import java.util.Optional;

/**
 * Identifies a step of an action. Frame.io repeats a step with a new signature while the user waits, and all steps of
 * an interaction have the same id. Account, workspace and user are part of the key, so that nobody gets another user's
 * answer.
 */
final class ActionStep {

    private static final int LONGEST_PLAIN_KEY = 512;

    private ActionStep() {}

    /** The step's key, of bounded length; empty if the event names no interaction. */
    static Optional<String> key(ActionEvent event) {
        return event.interactionId().map(interaction -> {
            StringBuilder key = new StringBuilder(LONGEST_PLAIN_KEY);
            append(key, interaction);
            append(key, event.type());
            append(key, event.actionId().orElse(""));
            append(key, event.accountId().orElse(""));
            append(key, event.workspaceId().orElse(""));
            append(key, event.userId().orElse(""));
            append(key, event.data().isPresent() ? String.valueOf(event.json().get("data")) : "");
            return key.length() <= LONGEST_PLAIN_KEY ? key.toString() : digest(key.toString());
        });
    }

    /** Each part goes in with its length, so that no two lists of parts give the same key. */
    private static void append(StringBuilder key, String part) {
        key.append(part.length()).append(':').append(part);
    }

    private static String digest(String text) {
        return HexFormat.of().formatHex(Sha256.of(text));
    }
}
