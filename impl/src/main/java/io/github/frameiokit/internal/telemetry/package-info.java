/** What an operator sees of the kit: its metrics. It knows no other package. */
@NullMarked
package io.github.frameiokit.internal.telemetry;

import org.jspecify.annotations.NullMarked;
