package io.github.frameiokit.internal.opentelemetry;

import io.github.frameiokit.internal.http.CallRecorder;
import io.github.frameiokit.internal.http.Target;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanBuilder;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.api.trace.propagation.W3CTraceContextPropagator;
import io.opentelemetry.context.Context;
import java.net.http.HttpRequest;
import java.time.Duration;
import java.util.Locale;

/**
 * A span for each HTTP request that the kit sends. Only Frame.io's API gets a {@code traceparent}: Adobe has no use for
 * it, and the storage takes no headers beyond those that were signed. Thread-safe.
 */
final class CallSpans implements CallRecorder {

    private final Tracer tracer;
    private final Measures measures;

    CallSpans(Tracer tracer, Measures measures) {
        this.tracer = tracer;
        this.measures = measures;
    }

    @Override
    public Sent sends(Target target, HttpRequest.Builder request) {
        Stopwatch time = new Stopwatch();
        HttpAttributes sent = HttpAttributes.of(target, request.build());
        SpanBuilder builder = tracer.spanBuilder(sent.span())
                .setSpanKind(SpanKind.CLIENT)
                .setAttribute(Keys.HTTP_REQUEST_METHOD, sent.method())
                .setAttribute(Keys.SERVER_ADDRESS, sent.host());
        if (!sent.template().isEmpty()) {
            builder.setAttribute(Keys.URL_TEMPLATE, sent.template());
        }
        Span span = builder.startSpan();
        if (target.service() == Target.Service.API) {
            // without the app's baggage, which isn't for Frame.io
            W3CTraceContextPropagator.getInstance()
                    .inject(Context.current().with(span), request, HttpRequest.Builder::setHeader);
        }
        return new Sent() {
            @Override
            public void answered(int status) {
                span.setAttribute(Keys.HTTP_RESPONSE_STATUS_CODE, (long) status);
                end(sent.answered(status));
            }

            @Override
            public void failed(Throwable failure) {
                end(sent.failed(failure));
            }

            private void end(HttpAttributes ended) {
                HandlerSpans.end(span, ended.errorType());
                measures.call(ended, time.read());
            }
        };
    }

    @Override
    public void waits(WaitReason reason, Duration time) {
        measures.waited(reason.name().toLowerCase(Locale.ROOT), time);
    }

    @Override
    public void tokenRequested(String grant, TokenOutcome outcome) {
        measures.token(grant, outcome.name().toLowerCase(Locale.ROOT));
    }

    @Override
    public Runnable carried(Runnable work) {
        return Context.current().wrap(work);
    }
}
