/**
 * The development console: what came in, how it was handled, what waits in the queue, and sending events signed as
 * Frame.io signs them. None of its classes is a bean or a resource, so none is loaded unless the configuration switches
 * the console on. It knows {@code events}.
 */
@NullMarked
package io.github.frameiokit.internal.console;

import org.jspecify.annotations.NullMarked;
