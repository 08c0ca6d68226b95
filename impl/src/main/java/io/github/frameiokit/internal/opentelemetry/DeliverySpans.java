package io.github.frameiokit.internal.opentelemetry;

import io.github.frameiokit.FrameioEvent;
import io.github.frameiokit.delivery.DeliveryQueue;
import io.github.frameiokit.internal.delivery.DeliveryRecorder;
import io.github.frameiokit.internal.events.Handler;
import io.github.frameiokit.internal.events.Recording;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanBuilder;
import io.opentelemetry.api.trace.SpanContext;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.api.trace.propagation.W3CTraceContextPropagator;
import io.opentelemetry.context.Context;
import io.opentelemetry.context.propagation.TextMapGetter;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A span for putting an event into the queue, and one for each attempt to deliver it. The queue takes the first one's
 * context along: it is the parent of the attempts, and they have a link to it. Thread-safe.
 */
final class DeliverySpans implements DeliveryRecorder {

    private static final String SEND = "send";
    private static final String PROCESS = "process";
    private static final String TRACEPARENT = "traceparent";
    private static final TextMapGetter<String> VALUE = new TextMapGetter<>() {
        @Override
        public Iterable<String> keys(String carrier) {
            return Set.of(TRACEPARENT);
        }

        @Override
        public @Nullable String get(@Nullable String carrier, String key) {
            return key.equals(TRACEPARENT) ? carrier : null;
        }
    };

    private final Tracer tracer;
    private final HandlerSpans spans;
    private final Measures measures;
    private final Destination destination;

    DeliverySpans(Tracer tracer, HandlerSpans spans, Measures measures, Destination destination) {
        this.tracer = tracer;
        this.spans = spans;
        this.measures = measures;
        this.destination = destination;
    }

    private SpanBuilder span(String operation, SpanKind kind, FrameioEvent event) {
        SpanBuilder span = tracer.spanBuilder(destination.span(operation))
                .setSpanKind(kind)
                .setAttribute(Keys.MESSAGING_SYSTEM, destination.system())
                .setAttribute(Keys.MESSAGING_OPERATION_NAME, operation)
                .setAttribute(Keys.MESSAGING_OPERATION_TYPE, operation)
                .setAttribute(Keys.EVENT_TYPE, event.type());
        destination.name().ifPresent(name -> span.setAttribute(Keys.MESSAGING_DESTINATION_NAME, name));
        return span;
    }

    @Override
    public Sending sends(FrameioEvent event, int entries) {
        Span span = span(SEND, SpanKind.PRODUCER, event)
                .setAttribute(Keys.MESSAGING_BATCH_MESSAGE_COUNT, (long) entries)
                .startSpan();
        Map<String, String> headers = new HashMap<>();
        W3CTraceContextPropagator.getInstance().inject(Context.current().with(span), headers, Map::put);
        return new Sending() {
            @Override
            public Optional<String> trace() {
                return Optional.ofNullable(headers.get(TRACEPARENT));
            }

            @Override
            public void ended(@Nullable Throwable failure) {
                Optional<String> errorType = HandlerSpans.errorType(failure);
                HandlerSpans.end(span, errorType);
                measures.sent(destination, entries, errorType);
            }
        };
    }

    @Override
    public Working works(FrameioEvent event, Optional<String> trace) {
        return new Attempt(event, trace);
    }

    private final class Attempt implements Working, Recording {

        private final Stopwatch time = new Stopwatch();
        private final String type;
        private final Span span;
        private final Context context;
        private volatile Optional<String> errorType = Optional.empty();

        Attempt(FrameioEvent event, Optional<String> trace) {
            type = event.type();
            Context sender = trace.map(
                            it -> W3CTraceContextPropagator.getInstance().extract(Context.root(), it, VALUE))
                    .orElse(Context.root());
            SpanBuilder builder = span(PROCESS, SpanKind.CONSUMER, event).setParent(sender);
            SpanContext link = Span.fromContext(sender).getSpanContext();
            if (link.isValid()) {
                builder.addLink(link);
            }
            event.delivery()
                    .ifPresent(it -> builder.setAttribute(Keys.MESSAGING_MESSAGE_ID, it.id())
                            .setAttribute(Keys.DELIVERY_ATTEMPT, (long) it.attempt()));
            span = builder.startSpan();
            context = sender.with(span);
        }

        @Override
        public Recording recording() {
            return this;
        }

        @Override
        public Run run(Handler.Id handler, boolean async) {
            return spans.begin(context, handler, type);
        }

        @Override
        public void failed(String handler, Throwable cause) {
            errorType = HandlerSpans.errorType(cause);
        }

        @Override
        public void ended(DeliveryQueue.Outcome outcome) {
            String result = inOneWord(outcome);
            span.setAttribute(Keys.DELIVERY_OUTCOME, result);
            HandlerSpans.end(span, errorType);
            measures.processed(destination, result, errorType, time.read());
        }

        private static String inOneWord(DeliveryQueue.Outcome outcome) {
            return outcome instanceof DeliveryQueue.Done
                    ? "done"
                    : outcome instanceof DeliveryQueue.Again ? "again" : "dead";
        }
    }
}
