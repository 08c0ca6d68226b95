package io.github.frameiokit;

import java.util.Objects;

/**
 * How an event came to an {@code @ObservesAsync} handler out of a durable queue. Immutable.
 *
 * <p>A handler may be called again for an event that it has handled, for example if its server was killed before the
 * queue knew. The id stays the same, so a handler that must not repeat its work stores the id together with what it
 * does:
 *
 * <pre>{@code
 * @Transactional
 * void bill(@ObservesAsync @Webhook("file.ready") WebhookEvent event) {
 *     String id = event.delivery().map(Delivery::id).orElseThrow();
 *     if (billed.isNew(id)) { … }
 * }
 * }</pre>
 *
 * @param id 64 characters: digits and the letters a to f; the same for each attempt, on every node, and for an exact
 *     copy of the request; different for each handler of the event, not null
 * @param attempt how often this handler has been called for this event, this time included, at least 1; it begins again
 *     at 1 if a dead delivery is retried
 */
public record Delivery(String id, int attempt) {

    /**
     * Creates a delivery. The kit does this; tests of handlers can, too.
     *
     * @throws IllegalArgumentException if {@code id} is empty or {@code attempt} isn't positive
     */
    public Delivery {
        if (Objects.requireNonNull(id, "id").isEmpty()) {
            throw new IllegalArgumentException("'id' must not be empty.");
        }
        if (attempt < 1) {
            throw new IllegalArgumentException("'attempt' must be at least 1.");
        }
    }
}
