package io.github.frameiokit.internal.opentelemetry;

import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * The names of the kit's metrics, as OpenTelemetry knows them, and their units. The dashboard and the alert rules of
 * the sample are tested against them.
 */
public final class MetricNames {

    public static final String REQUESTS = "frameio.requests";
    public static final String REQUEST_DURATION = "frameio.request.duration";
    public static final String REQUESTS_LATE = "frameio.requests.late";
    public static final String HANDLER_DURATION = "frameio.handler.duration";
    public static final String CLIENT_REQUEST_DURATION = "http.client.request.duration";
    public static final String API_WAIT_DURATION = "frameio.api.wait.duration";
    public static final String TOKEN_REQUESTS = "frameio.token.requests";
    public static final String SENT_MESSAGES = "messaging.client.sent.messages";
    public static final String PROCESS_DURATION = "messaging.process.duration";
    public static final String DELIVERIES_PENDING = "frameio.delivery.pending";
    public static final String DELIVERIES_DEAD = "frameio.delivery.dead";
    public static final String OLDEST_DELIVERY_AGE = "frameio.delivery.oldest.age";
    public static final String INSTALLATIONS = "frameio.installations";

    private static final String SECONDS = "s";
    private static final String REQUEST = "{request}";
    private static final String DELIVERY = "{delivery}";

    /** The counters and their units. */
    public static final Map<String, String> COUNTERS = Map.of(
            REQUESTS, REQUEST,
            REQUESTS_LATE, REQUEST,
            TOKEN_REQUESTS, REQUEST,
            SENT_MESSAGES, "{message}");

    /** The histograms and their units. */
    public static final Map<String, String> HISTOGRAMS = Map.of(
            REQUEST_DURATION, SECONDS,
            HANDLER_DURATION, SECONDS,
            CLIENT_REQUEST_DURATION, SECONDS,
            API_WAIT_DURATION, SECONDS,
            PROCESS_DURATION, SECONDS);

    /** The gauges and their units. */
    public static final Map<String, String> GAUGES = Map.of(
            DELIVERIES_PENDING, DELIVERY,
            DELIVERIES_DEAD, DELIVERY,
            OLDEST_DELIVERY_AGE, SECONDS,
            INSTALLATIONS, "{registration}");

    private MetricNames() {}

    /**
     * The unit of one of the kit's metrics, as UCUM writes it.
     *
     * @throws IllegalArgumentException if the kit has no such metric
     */
    public static String unit(String name) {
        return Stream.of(COUNTERS, HISTOGRAMS, GAUGES)
                .map(it -> it.get(name))
                .filter(Objects::nonNull)
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("The kit has no metric " + name));
    }
}
