package io.github.frameiokit.it.support;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.frameiokit.testkit.CollectedSpan;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;

/** A trace that a test begins, so that it finds the spans of its own requests. */
public final class Trace {

    /** The header that adds a request to it. */
    public static final String HEADER = "traceparent";

    private static final Duration MAX_WAIT = Duration.ofSeconds(30);

    private final String id = UUID.randomUUID().toString().replace("-", "");

    /** The header's value. It says that the trace is sampled, and names a parent that is nowhere. */
    public String parent() {
        return "00-" + id + "-00f067aa0ba902b7-01";
    }

    /** Its id. */
    public String id() {
        return id;
    }

    /** The spans of this trace and of those that are linked to it, such as the attempts of a delivery. */
    public List<CollectedSpan> spans() {
        List<CollectedSpan> all = Telemetry.collector().spans();
        List<String> traces = new ArrayList<>(List.of(id));
        for (int i = 0; i < traces.size(); i++) {
            String trace = traces.get(i);
            all.stream()
                    .filter(span -> span.links().stream()
                            .anyMatch(link -> link.traceId().equals(trace)))
                    .map(CollectedSpan::traceId)
                    .filter(linked -> !traces.contains(linked))
                    .distinct()
                    .forEach(traces::add);
        }
        return all.stream().filter(span -> traces.contains(span.traceId())).toList();
    }

    /** Waits for spans, and fails if they don't become this tree. */
    public void assertTree(String expected, Function<SpanTree, SpanTree> view) {
        assertEquals(
                expected,
                Eventually.read(MAX_WAIT, () -> view.apply(SpanTree.of(spans())).toString(), expected::equals));
    }
}
