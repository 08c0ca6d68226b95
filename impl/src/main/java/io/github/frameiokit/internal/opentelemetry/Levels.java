package io.github.frameiokit.internal.opentelemetry;

import io.github.frameiokit.internal.delivery.QueueState;
import io.github.frameiokit.internal.install.StartupInstallation;
import java.util.Optional;

/**
 * What gauges show. It is asked on threads of the server's telemetry.
 *
 * @param queue the queue of deliveries
 * @param installation the installation at the start; empty if there is none
 */
public record Levels(QueueState queue, Optional<StartupInstallation> installation) {}
