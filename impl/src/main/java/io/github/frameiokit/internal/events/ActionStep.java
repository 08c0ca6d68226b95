package io.github.frameiokit.internal.events;

import io.github.frameiokit.ActionEvent;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What identifies a step of an action: Frame.io repeats a step while the user waits, signed anew, and the interaction id
 * alone is the same for all steps. Account and workspace are part of it, so that one tenant can't ask for the answer
 * given to another.
 */
final class ActionStep {

    private ActionStep() {}

    /** The step's key, of fixed length; empty where the event doesn't say which interaction it belongs to. */
    static Optional<String> key(ActionEvent event) {
        return event.interactionId()
                .map(interaction -> digest(Stream.of(
                        interaction,
                        event.type(),
                        event.actionId().orElse(""),
                        event.accountId().orElse(""),
                        event.workspaceId().orElse(""),
                        String.valueOf(event.json().get("data")))));
    }

    /** Each part goes in with its length, so that no two lists of parts give the same text. */
    private static String digest(Stream<String> parts) {
        String text = parts.map(part -> part.length() + ":" + part).collect(Collectors.joining());
        try {
            MessageDigest sha256 = MessageDigest.getInstance("SHA-256");
            return HexFormat.of().formatHex(sha256.digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("This JVM lacks SHA-256, which every Java platform must have.", e);
        }
    }
}
