package io.github.frameiokit.delivery;

import io.github.frameiokit.FrameioEvent;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;

/**
 * A delivery that has died: its handler has failed at every attempt, so it isn't called any more. {@link Deliveries}
 * lists, retries and discards those. Immutable.
 *
 * <p>The kit also fires it as a CDI event when a delivery dies, for asynchronous observers:
 *
 * <pre>{@code
 * void tell(@ObservesAsync DeadDelivery dead) {
 *     mail.send("Not handled: " + dead);
 * }
 * }</pre>
 *
 * <p>An observer's exception is logged. If the server dies in this moment, observers may be called again, or not at
 * all.
 *
 * @param id the id that the handler saw as {@link io.github.frameiokit.Delivery#id}, not null
 * @param handler the handler's class and method, such as {@code com.example.Handlers#onReady}; empty if the entry can't
 *     be read, not null
 * @param event the event; empty if the entry can't be read, because it was sealed with another key, not null
 * @param attempts how often the handler was called; 0 if not known
 * @param since the time when it died; empty if not known, not null
 * @param cause what the handler threw at the last attempt: the exception's class and message; empty if not known, as
 *     for a handler that has taken its server with it each time, not null
 */
public record DeadDelivery(
        String id,
        String handler,
        Optional<FrameioEvent> event,
        int attempts,
        Optional<Instant> since,
        Optional<String> cause) {

    /** Creates a dead delivery. The kit does this; tests of observers can, too. */
    public DeadDelivery {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(handler, "handler");
        Objects.requireNonNull(event, "event");
        Objects.requireNonNull(since, "since");
        Objects.requireNonNull(cause, "cause");
    }

    /** Without the cause, whose message may contain what a user has typed. */
    @Override
    public String toString() {
        return "DeadDelivery[" + id + ", " + handler + ", "
                + event.map(FrameioEvent::toString).orElse("unreadable") + ", attempts=" + attempts + "]";
    }
}
