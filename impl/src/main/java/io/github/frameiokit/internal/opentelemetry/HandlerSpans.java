package io.github.frameiokit.internal.opentelemetry;

import io.github.frameiokit.internal.events.Handler;
import io.github.frameiokit.internal.events.Recording;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.context.Context;
import io.opentelemetry.context.Scope;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The spans of handlers. Thread-safe. */
final class HandlerSpans {

    private final Tracer tracer;
    private final Measures measures;

    HandlerSpans(Tracer tracer, Measures measures) {
        this.tracer = tracer;
        this.measures = measures;
    }

    /** Begins a span, which is current on this thread until the handler has ended. */
    @SuppressWarnings("MustBeClosedChecker") // closed when the handler has ended
    Recording.Run begin(Context parent, Handler.Id handler, String eventType) {
        Stopwatch time = new Stopwatch();
        String function = handler.toString().replace('#', '.');
        Span span = tracer.spanBuilder(shortened(function))
                .setParent(parent)
                .setAttribute(Keys.CODE_FUNCTION_NAME, function)
                .setAttribute(Keys.EVENT_TYPE, eventType)
                .startSpan();
        Scope scope = parent.with(span).makeCurrent();
        return failure -> {
            scope.close();
            Optional<String> errorType = errorType(failure);
            end(span, errorType);
            measures.handler(function, eventType, errorType, time.read());
        };
    }

    /** Class and method, without the package and enclosing classes. */
    private static String shortened(String function) {
        return function.replaceFirst(".*[.$](?=[^.$]+\\.[^.$]+$)", "");
    }

    /** The class only: a message may have anything in it. */
    static Optional<String> errorType(@Nullable Throwable failure) {
        return Optional.ofNullable(failure).map(it -> it.getClass().getName());
    }

    static void end(Span span, Optional<String> errorType) {
        errorType.ifPresent(it -> span.setStatus(StatusCode.ERROR).setAttribute(Keys.ERROR_TYPE, it));
        span.end();
    }
}
