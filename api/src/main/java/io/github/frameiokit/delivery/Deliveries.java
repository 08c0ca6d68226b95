package io.github.frameiokit.delivery;

import java.util.List;
import java.util.OptionalLong;

/**
 * What waits in the queue of a durable delivery, and what has died. A CDI bean of the kit; thread-safe.
 *
 * <pre>{@code
 * @Inject
 * Deliveries deliveries;
 *
 * void retryAll() {
 *     deliveries.dead(100).forEach(dead -> deliveries.retry(dead.id()));
 * }
 * }</pre>
 *
 * <p>Without durable delivery ({@code frameio.delivery=memory}), nothing waits and nothing dies: lists are empty.
 *
 * <p>Protect what an app builds with it: an event's payload may contain what a user has typed.
 */
public interface Deliveries {

    /**
     * How many deliveries wait or are under way, on all nodes.
     *
     * @return the number, perhaps an estimate; empty if the engine doesn't know
     * @throws DeliveryException if the engine can't be reached
     */
    OptionalLong pendingCount();

    /**
     * How many deliveries are dead.
     *
     * @return the number, perhaps an estimate; empty if the engine doesn't know
     * @throws DeliveryException if the engine can't be reached
     */
    OptionalLong deadCount();

    /**
     * Lists dead deliveries.
     *
     * @param most how many at most, positive
     * @return the deliveries, unmodifiable, in the engine's order
     * @throws DeliveryException if the engine can't be reached
     * @throws UnsupportedOperationException if the engine can't list them; the message says where they are
     * @throws IllegalArgumentException if {@code most} isn't positive
     */
    List<DeadDelivery> dead(int most);

    /**
     * Delivers a dead delivery again, soon and on any node, with all its attempts.
     *
     * @param id the delivery's id, not null
     * @return whether there was such a dead delivery
     * @throws DeliveryException if the engine can't be reached
     * @throws UnsupportedOperationException if the engine can't do this; the message says what can
     */
    boolean retry(String id);

    /**
     * Removes a dead delivery for ever.
     *
     * @param id the delivery's id, not null
     * @return whether there was such a dead delivery
     * @throws DeliveryException if the engine can't be reached
     * @throws UnsupportedOperationException if the engine can't do this; the message says what can
     */
    boolean discard(String id);
}
