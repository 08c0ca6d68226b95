package io.github.frameiokit.internal.opentelemetry;

import io.opentelemetry.api.trace.Span;
import java.util.List;

/** The span of the current request, which the server has begun. */
public final class ServerSpan {

    /** Where servers record the query, by one or another version of the semantic conventions. */
    private static final List<String> WITH_QUERY = List.of("url.query", "http.target", "http.url");

    private ServerSpan() {}

    /** Hides the query. Does nothing if there is no span. */
    public static void hideQuery() {
        Span span = Span.current();
        WITH_QUERY.forEach(attribute -> span.setAttribute(attribute, "REDACTED"));
    }
}
