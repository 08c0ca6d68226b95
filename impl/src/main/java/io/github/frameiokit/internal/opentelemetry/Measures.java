package io.github.frameiokit.internal.opentelemetry;

import java.time.Duration;
import java.util.Optional;

/** The kit's metrics; nothing where the server shows no API of metrics. Thread-safe. */
interface Measures extends AutoCloseable {

    /** Measures nothing. */
    Measures NONE = new Measures() {};

    /** A request was answered. */
    default void request(String outcome, Optional<String> eventType, Duration time) {}

    /** A handler has ended. */
    default void handler(String function, String eventType, Optional<String> errorType, Duration time) {}

    /** An HTTP request was answered, or failed. */
    default void call(HttpAttributes request, Duration time) {}

    /** The kit waited before it sent a request again. */
    default void waited(String reason, Duration time) {}

    /** A token was requested. */
    default void token(String grant, String outcome) {}

    /** Entries were put into the queue, or that failed. */
    default void sent(Destination destination, int entries, Optional<String> errorType) {}

    /** A delivery was worked on. */
    default void processed(Destination destination, String outcome, Optional<String> errorType, Duration time) {}

    /** Ends what measures at times of its own. */
    @Override
    default void close() {}
}
