package io.github.frameiokit.it.support;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.frameiokit.testkit.CollectedSpan;
import io.github.frameiokit.testkit.CollectedSpan.Kind;
import io.github.frameiokit.testkit.CollectedSpan.Link;
import io.github.frameiokit.testkit.CollectedSpan.Status;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class SpanTreeTest {

    private static final CollectedSpan REQUEST = span("1", "nowhere", Kind.SERVER, "POST /any", Map.of("a", "1"));
    private static final CollectedSpan HANDLER = span("2", "1", Kind.INTERNAL, "handler", Map.of("b", true, "a", 1L));
    private static final CollectedSpan CALL = failed(span("3", "2", Kind.CLIENT, "GET", Map.of()));
    private static final CollectedSpan SENT = span("4", "1", Kind.PRODUCER, "send", Map.of());
    private static final CollectedSpan PROCESSED = linked(span("5", "", Kind.CONSUMER, "process", Map.of()), "4");

    private static CollectedSpan span(
            String id, String parent, Kind kind, String name, Map<String, Object> attributes) {
        return new CollectedSpan(
                "service",
                "scope",
                name,
                kind,
                "trace",
                id,
                Optional.of(parent).filter(it -> !it.isEmpty()),
                List.of(),
                attributes,
                List.of(),
                Status.UNSET,
                "",
                Instant.EPOCH,
                Instant.EPOCH);
    }

    private static CollectedSpan failed(CollectedSpan span) {
        return with(span, span.links(), Status.ERROR);
    }

    private static CollectedSpan linked(CollectedSpan span, String id) {
        return with(span, List.of(new Link("trace", id, Map.of())), span.status());
    }

    private static CollectedSpan with(CollectedSpan span, List<Link> links, Status status) {
        return new CollectedSpan(
                span.service(),
                span.scope(),
                span.name(),
                span.kind(),
                span.traceId(),
                span.spanId(),
                span.parentSpanId(),
                links,
                span.attributes(),
                span.events(),
                status,
                span.statusDescription(),
                span.start(),
                span.end());
    }

    @Test
    void childrenAreBelowTheirParentsInWhateverOrderTheyArrive() {
        assertEquals(
                """
                CONSUMER process -> PRODUCER send
                SERVER
                  INTERNAL handler
                    CLIENT GET ERROR
                  PRODUCER send
                """,
                SpanTree.of(List.of(PROCESSED, CALL, SENT, HANDLER, REQUEST)).toString());
    }

    @Test
    void attributesAreShownInTheOrderInWhichTheyAreNamed() {
        assertEquals(
                "SERVER a=1\n  INTERNAL handler b=true a=1\n",
                SpanTree.of(List.of(REQUEST, HANDLER)).with("b", "a").toString());
    }

    @Test
    void childrenOfASpanThatIsLeftOutMoveUp() {
        assertEquals(
                "SERVER\n  CLIENT GET ERROR\n",
                SpanTree.of(List.of(REQUEST, HANDLER, CALL))
                        .only(span -> span != HANDLER)
                        .toString());
    }

    @Test
    void aLinkToASpanThatHasNotArrivedIsShown() {
        assertEquals(
                "CONSUMER process -> a span that hasn't arrived\n",
                SpanTree.of(List.of(PROCESSED)).toString());
    }
}
