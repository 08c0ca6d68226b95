/**
 * Durable delivery: what an entry of the queue says, the worker that calls its handler, and the engines that the
 * configuration can name. It knows {@code events}, of {@code oauth} the sealing, and of {@code store} the data sources.
 */
@NullMarked
package io.github.frameiokit.internal.delivery;

import org.jspecify.annotations.NullMarked;
