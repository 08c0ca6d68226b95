package io.github.frameiokit.internal.interaction;

import io.github.frameiokit.internal.events.Outcome;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * The answer to a step, as an entry of the token store: a letter, and the answer's JSON if there is any.
 *
 * @param outcome the answer
 * @param received whether it is a form that Frame.io has received. It is for nodes that have waited for it; for others
 *     the same values are the user's next step.
 */
record StepEntry(Outcome outcome, boolean received) {

    /** The entry of a step that a node is running. */
    static final String RUNNING = "R";

    private static final String ENDS = "E";
    private static final String ASKS = "A";
    private static final String ASKED = "F";

    static StepEntry of(Outcome outcome, boolean received) {
        return new StepEntry(outcome, received);
    }

    boolean asks() {
        return outcome.asks();
    }

    String write() {
        String letter = !outcome.asks() ? ENDS : received ? ASKED : ASKS;
        return letter + new String(outcome.answer(), StandardCharsets.UTF_8);
    }

    /** Reads an entry; empty for one of a step that is running, or that another version of the kit wrote. */
    static Optional<StepEntry> read(String text) {
        byte[] answer = text.substring(1).getBytes(StandardCharsets.UTF_8);
        return switch (text.substring(0, 1)) {
            case ENDS -> Optional.of(of(answer.length == 0 ? Outcome.done() : Outcome.answered(answer, false), false));
            case ASKS -> Optional.of(of(Outcome.answered(answer, true), false));
            case ASKED -> Optional.of(of(Outcome.answered(answer, true), true));
            default -> Optional.empty();
        };
    }
}
