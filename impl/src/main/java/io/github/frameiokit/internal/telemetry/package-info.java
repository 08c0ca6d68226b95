/**
 * Traces and metrics with the OpenTelemetry API, where the server or the app has it. Only {@code TelemetrySwitch} is
 * always loaded; the names and attributes of spans and metrics are nowhere else. It sees requests, calls and deliveries
 * through the interfaces of {@code internal.events}, {@code internal.http} and {@code internal.delivery}, which don't
 * know it.
 */
@NullMarked
package io.github.frameiokit.internal.telemetry;

import org.jspecify.annotations.NullMarked;
