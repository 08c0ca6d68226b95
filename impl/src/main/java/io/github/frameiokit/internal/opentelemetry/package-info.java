/**
 * Traces and metrics with the OpenTelemetry API, which not every server has. So nothing here is loaded before
 * {@code internal.telemetry} has found that API, and a bean of it that is on. It sees requests, calls and deliveries
 * through the interfaces of {@code internal.events}, {@code internal.http} and {@code internal.delivery}, which don't
 * know it.
 */
@NullMarked
package io.github.frameiokit.internal.opentelemetry;

import org.jspecify.annotations.NullMarked;
