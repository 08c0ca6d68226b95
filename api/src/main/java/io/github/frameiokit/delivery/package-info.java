/**
 * Durable delivery: events wait in a queue for their {@code @ObservesAsync} handlers, and outlive a server that dies.
 *
 * <p>{@link io.github.frameiokit.delivery.Deliveries Deliveries} is what an app injects,
 * {@link io.github.frameiokit.delivery.DeadDelivery DeadDelivery} is what it can observe, and
 * {@link io.github.frameiokit.delivery.DeliveryQueue DeliveryQueue} is what it implements for an engine of its own.
 *
 * <p>No method of this package takes or returns null unless its documentation says so. A null argument is a
 * {@link NullPointerException} whose message is the parameter's name.
 */
@NullMarked
package io.github.frameiokit.delivery;

import org.jspecify.annotations.NullMarked;
