/** Switches telemetry on, where the server or the app has it. Telemetry itself is {@code internal.opentelemetry}. */
@NullMarked
package io.github.frameiokit.internal.telemetry;

import org.jspecify.annotations.NullMarked;
