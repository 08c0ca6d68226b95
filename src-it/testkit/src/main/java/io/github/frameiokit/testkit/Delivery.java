package io.github.frameiokit.testkit;

import jakarta.json.JsonObject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * An event that a {@link World} sends to a webhook, as far as it has come. Immutable.
 *
 * @param type the event's type, such as {@code comment.created}
 * @param url the webhook's address
 * @param body what is sent
 * @param attempts the attempts so far, in order, five at most
 * @param pending whether another attempt is under way or follows
 */
public record Delivery(String type, String url, JsonObject body, List<Attempt> attempts, boolean pending) {

    /** Creates a delivery with a copy of the list. */
    public Delivery {
        attempts = List.copyOf(attempts);
    }

    /**
     * Whether the app has accepted the event.
     *
     * @return true if the last attempt was answered with a status from 200 to 299
     */
    public boolean accepted() {
        return !attempts.isEmpty() && attempts.get(attempts.size() - 1).accepted();
    }

    /**
     * One request.
     *
     * @param at when it was sent
     * @param took how long the answer took
     * @param status the answer's HTTP status; 0 if there was no answer
     * @param problem why there was no answer; empty if there was one
     */
    public record Attempt(Instant at, Duration took, int status, String problem) {

        /**
         * Whether the app has accepted the request.
         *
         * @return true if the status is one from 200 to 299
         */
        public boolean accepted() {
            return status / 100 == 2;
        }
    }
}
