/**
 * From a request of Frame.io's to its response: reading, authenticating, parsing, authorizing, dispatching, answering.
 * It knows neither the client nor users: a check of the user reaches it as an {@code Admission}.
 */
@NullMarked
package io.github.frameiokit.internal.events;

import org.jspecify.annotations.NullMarked;
