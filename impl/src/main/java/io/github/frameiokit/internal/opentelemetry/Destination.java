package io.github.frameiokit.internal.opentelemetry;

import io.github.frameiokit.internal.Settings;
import java.util.Optional;
import org.eclipse.microprofile.config.Config;

/**
 * The queue in which deliveries wait, as the semantic conventions for messaging name it.
 *
 * @param system the value of {@code messaging.system}
 * @param name the value of {@code messaging.destination.name}; empty for a queue of the app's own
 */
public record Destination(String system, Optional<String> name) {

    /** The queue of this engine, as {@code QueueState} names it. */
    public static Destination of(Config config, String engine) {
        return switch (engine) {
            case "jdbc" ->
                new Destination("db_scheduler", Optional.of(Settings.DELIVERY_JDBC_TABLE.getIfValid(config)));
            case "jms" -> new Destination("jms", Settings.DELIVERY_JMS_QUEUE.find(config));
            case "sqs" ->
                new Destination(
                        "aws_sqs",
                        Settings.DELIVERY_SQS_QUEUE_URL
                                .find(config)
                                .map(url -> url.getPath().replaceFirst(".*/", "")));
            default -> new Destination(engine, Optional.empty());
        };
    }

    /** The name of a span (semantic conventions for messaging). */
    String span(String operation) {
        return name.map(it -> operation + " " + it).orElse(operation);
    }
}
