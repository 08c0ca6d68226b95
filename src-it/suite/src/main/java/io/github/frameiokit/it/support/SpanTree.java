package io.github.frameiokit.it.support;

import io.github.frameiokit.testkit.CollectedSpan;
import io.github.frameiokit.testkit.CollectedSpan.Kind;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Spans as text: a line per span, with children below their parents, such as
 *
 * <pre>
 * SERVER
 *   INTERNAL Handlers.onReady frameio.event.type=file.ready
 *     CLIENT GET ERROR
 *   PRODUCER send frameio
 * CONSUMER process frameio -&gt; PRODUCER send frameio
 * </pre>
 *
 * <p>A span's line ends with an arrow to each span that it is linked to. A SERVER span has no name here, since each
 * server names it differently. Siblings are in the order of the alphabet, since they may run at the same time.
 */
public final class SpanTree {

    private final List<CollectedSpan> spans;
    private final Predicate<CollectedSpan> wanted;
    private final List<String> attributes;

    private SpanTree(List<CollectedSpan> spans, Predicate<CollectedSpan> wanted, List<String> attributes) {
        this.spans = spans;
        this.wanted = wanted;
        this.attributes = attributes;
    }

    /** A tree of all these spans, without attributes. */
    public static SpanTree of(List<CollectedSpan> spans) {
        return new SpanTree(spans, span -> true, List.of());
    }

    /** Leaves the other spans out. The children of one that is left out move up to its parent. */
    public SpanTree only(Predicate<CollectedSpan> spansToShow) {
        return new SpanTree(spans, spansToShow, attributes);
    }

    /** Shows these attributes where a span has them, in this order. */
    public SpanTree with(String... names) {
        return new SpanTree(spans, wanted, List.of(names));
    }

    @Override
    public String toString() {
        return lines(Optional.empty());
    }

    /** The lines of a span's children; without a span, those of the spans whose parent hasn't arrived. */
    private String lines(Optional<CollectedSpan> parent) {
        return spans.stream()
                .filter(wanted)
                .filter(span -> shownParent(span).equals(parent))
                .map(span -> line(span) + "\n" + lines(Optional.of(span)).indent(2))
                .sorted()
                .collect(Collectors.joining());
    }

    private Optional<CollectedSpan> shownParent(CollectedSpan span) {
        Optional<CollectedSpan> parent = spans.stream().filter(span::isChildOf).findFirst();
        return parent.isEmpty() || wanted.test(parent.get()) ? parent : shownParent(parent.get());
    }

    private String line(CollectedSpan span) {
        Stream<String> shown = attributes.stream()
                .filter(span.attributes()::containsKey)
                .map(name -> name + "=" + span.attributes().get(name));
        Stream<String> links = span.links().stream()
                .map(link -> "-> "
                        + spans.stream()
                                .filter(other -> other.traceId().equals(link.traceId())
                                        && other.spanId().equals(link.spanId()))
                                .findFirst()
                                .map(SpanTree::title)
                                .orElse("a span that hasn't arrived"));
        return Stream.of(
                        Stream.of(title(span)),
                        span.error() ? Stream.of("ERROR") : Stream.<String>empty(),
                        shown,
                        links)
                .flatMap(part -> part)
                .collect(Collectors.joining(" "));
    }

    private static String title(CollectedSpan span) {
        return span.kind() == Kind.SERVER ? "SERVER" : span.kind() + " " + span.name();
    }
}
