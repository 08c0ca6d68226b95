package io.github.frameiokit.internal.opentelemetry;

import static java.util.stream.Collectors.toSet;
import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import jakarta.json.JsonValue;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.yaml.snakeyaml.Yaml;

/** The sample's dashboard and alerts ask for metrics and labels that the kit has. */
class MetricNamesTest {

    private static final Path CLOUD = Path.of("../liberty-sample/cloud");

    private static final Pattern SELECTOR = Pattern.compile("([a-z_]+)(?:\\{([^}]*)\\})");
    private static final Pattern METRIC = Pattern.compile("\\b(?:frameio|http_client|messaging)_[a-z_]+\\b");
    private static final Pattern LABEL = Pattern.compile("([a-z_]+)\\s*(?:=~|!=|=)");
    private static final Pattern GROUPING = Pattern.compile("\\bby \\(([^)]*)\\)");
    private static final Pattern LEGEND = Pattern.compile("\\{\\{\\s*(?:\\$labels\\.)?([a-z_]+)\\s*}}");

    /** The labels that Prometheus adds itself. */
    private static final Set<String> OF_PROMETHEUS = Set.of("job", "le");

    /** The attributes of each metric, as the guide lists them. */
    private static final Map<String, Set<String>> ATTRIBUTES = Map.ofEntries(
            Map.entry(MetricNames.REQUESTS, Set.of("frameio.request.outcome", "frameio.event.type")),
            Map.entry(MetricNames.REQUEST_DURATION, Set.of("frameio.request.outcome")),
            Map.entry(MetricNames.REQUESTS_LATE, Set.of()),
            Map.entry(MetricNames.HANDLER_DURATION, Set.of("code.function.name", "frameio.event.type", "error.type")),
            Map.entry(
                    MetricNames.CLIENT_REQUEST_DURATION,
                    Set.of(
                            "http.request.method",
                            "url.template",
                            "server.address",
                            "http.response.status_code",
                            "error.type")),
            Map.entry(MetricNames.API_WAIT_DURATION, Set.of("frameio.wait.reason")),
            Map.entry(MetricNames.TOKEN_REQUESTS, Set.of("frameio.token.grant", "frameio.token.outcome")),
            Map.entry(MetricNames.SENT_MESSAGES, Set.of("messaging.system", "error.type")),
            Map.entry(
                    MetricNames.PROCESS_DURATION, Set.of("messaging.system", "frameio.delivery.outcome", "error.type")),
            Map.entry(MetricNames.DELIVERIES_PENDING, Set.of()),
            Map.entry(MetricNames.DELIVERIES_DEAD, Set.of()),
            Map.entry(MetricNames.OLDEST_DELIVERY_AGE, Set.of()),
            Map.entry(MetricNames.INSTALLATIONS, Set.of("frameio.installation.state")));

    /** The values of attributes that have few. */
    private static final Map<String, Set<String>> VALUES = Map.of(
            "frameio_request_outcome",
            Set.of("accepted", "copy", "unauthorized", "malformed", "unhandled", "failed"),
            "frameio_wait_reason",
            Set.of("rate_limit", "unavailable", "no_response"),
            "frameio_token_grant",
            Set.of("client_credentials", "authorization_code", "refresh_token"),
            "frameio_token_outcome",
            Set.of("issued", "rejected", "unavailable"),
            "frameio_delivery_outcome",
            Set.of("done", "again", "dead"),
            "frameio_installation_state",
            Set.of("installed", "failed", "pending"));

    /**
     * A question to Prometheus.
     *
     * @param title where it is asked
     * @param shown the legend, or the sentence of the alert
     */
    private record Query(String title, String expression, String shown) {}

    @Test
    void everyMetricHasItsAttributesHere() {
        Set<String> names = Stream.of(MetricNames.COUNTERS, MetricNames.HISTOGRAMS, MetricNames.GAUGES)
                .flatMap(it -> it.keySet().stream())
                .collect(toSet());
        assertEquals(new TreeSet<>(names), new TreeSet<>(ATTRIBUTES.keySet()));
    }

    @Test
    void theDashboardAndTheAlertsAskForMetricsOfTheKit() throws IOException {
        Set<String> known = attributesByName().keySet();
        assertAll(queries()
                .flatMap(query -> metrics(query)
                        .map(name -> () -> assertTrue(known.contains(name), query.title() + " asks for " + name))));
    }

    @Test
    void theDashboardAndTheAlertsShowEveryMetric() throws IOException {
        Map<String, Set<String>> known = attributesByName();
        Set<String> asked = queries().flatMap(this::metrics).collect(toSet());
        assertAll(ATTRIBUTES.keySet().stream()
                .map(it -> () -> assertTrue(
                        known.keySet().stream()
                                .filter(name -> name.startsWith(it.replace('.', '_')))
                                .anyMatch(asked::contains),
                        "nothing shows " + it)));
    }

    @Test
    void theyUseLabelsThatTheirMetricsHave() throws IOException {
        Map<String, Set<String>> known = attributesByName();
        assertAll(queries().flatMap(query -> {
            Set<String> labels = new HashSet<>(OF_PROMETHEUS);
            metrics(query).forEach(it -> labels.addAll(known.getOrDefault(it, Set.of())));
            return Stream.of(
                            SELECTOR.matcher(query.expression()).results().flatMap(it -> matches(LABEL, it.group(2))),
                            matches(GROUPING, query.expression()).flatMap(it -> Stream.of(it.split(",\\s*"))),
                            matches(LEGEND, query.shown()))
                    .flatMap(it -> it)
                    .map(it -> () -> assertTrue(labels.contains(it), query.title() + " has the label " + it));
        }));
    }

    @Test
    void theyUseValuesThatTheirLabelsHave() throws IOException {
        assertAll(queries()
                .flatMap(query -> VALUES.entrySet().stream()
                        .flatMap(label -> matches(
                                        Pattern.compile(label.getKey() + "\\s*!?=\"(.*?)\""), query.expression())
                                .map(it -> () -> assertTrue(
                                        label.getValue().contains(it),
                                        query.title() + ": " + label.getKey() + " " + it)))));
    }

    @Test
    void anExpressionThatAsksForAnotherMetricIsFound() {
        Query query = new Query("", "sum(rate(frameio_reqests_total{job=~\"$job\"}[5m]))", "");
        assertEquals(List.of("frameio_reqests_total"), metrics(query).toList());
    }

    private Stream<String> metrics(Query query) {
        String labels = query.expression().replaceAll("\\{[^}]*}", "").replaceAll("by \\([^)]*\\)", "");
        return METRIC.matcher(labels).results().map(MatchResult::group);
    }

    private static Stream<String> matches(Pattern pattern, String text) {
        return pattern.matcher(text).results().map(it -> it.group(1));
    }

    /** The labels by the names that Prometheus gives the metrics (OpenTelemetry, "Prometheus compatibility"). */
    private static Map<String, Set<String>> attributesByName() {
        Map<String, Set<String>> names = new HashMap<>();
        ATTRIBUTES.forEach((name, attributes) -> {
            String unit = MetricNames.unit(name).equals("s") ? "_seconds" : "";
            List<String> ends = MetricNames.COUNTERS.containsKey(name)
                    ? List.of("_total")
                    : MetricNames.HISTOGRAMS.containsKey(name) ? List.of("_bucket", "_count", "_sum") : List.of("");
            Set<String> labels =
                    attributes.stream().map(it -> it.replace('.', '_')).collect(toSet());
            ends.forEach(end -> names.put(name.replace('.', '_') + unit + end, labels));
        });
        return names;
    }

    private static Stream<Query> queries() throws IOException {
        return Stream.concat(dashboard(), alerts());
    }

    private static Stream<Query> dashboard() throws IOException {
        try (JsonReader reader = Json.createReader(Files.newBufferedReader(CLOUD.resolve("dashboard.json")))) {
            JsonObject dashboard = reader.readObject();
            Stream<Query> variables =
                    dashboard.getJsonObject("templating").getJsonArray("list").getValuesAs(JsonObject.class).stream()
                            .filter(it -> it.containsKey("definition"))
                            .map(it -> new Query("the variable", it.getString("definition"), ""));
            Stream<Query> panels = dashboard.getJsonArray("panels").getValuesAs(JsonObject.class).stream()
                    .flatMap(panel -> panel.getOrDefault("targets", JsonValue.EMPTY_JSON_ARRAY).asJsonArray().stream()
                            .map(JsonValue::asJsonObject)
                            .map(target -> new Query(
                                    "the panel " + panel.getString("title"),
                                    target.getString("expr"),
                                    target.getString("legendFormat"))));
            return Stream.concat(variables, panels);
        }
    }

    @SuppressWarnings("unchecked")
    private static Stream<Query> alerts() throws IOException {
        Map<String, List<Map<String, List<Map<String, Object>>>>> file =
                new Yaml().load(Files.readString(CLOUD.resolve("alerts.yaml")));
        return file.get("groups").stream()
                .flatMap(group -> group.get("rules").stream())
                .map(rule -> new Query(
                        "the alert " + rule.get("alert"),
                        String.valueOf(rule.get("expr")),
                        String.valueOf(((Map<String, String>) rule.get("annotations")).get("summary"))));
    }
}
