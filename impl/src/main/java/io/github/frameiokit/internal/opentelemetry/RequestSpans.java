package io.github.frameiokit.internal.opentelemetry;

import io.github.frameiokit.ActionEvent;
import io.github.frameiokit.FrameioEvent;
import io.github.frameiokit.Resource;
import io.github.frameiokit.WebhookEvent;
import io.github.frameiokit.internal.events.Handler;
import io.github.frameiokit.internal.events.Handlers;
import io.github.frameiokit.internal.events.Kind;
import io.github.frameiokit.internal.events.Outcome;
import io.github.frameiokit.internal.events.Recorder;
import io.github.frameiokit.internal.events.Recording;
import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.context.Context;
import jakarta.ws.rs.core.HttpHeaders;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Describes each request in the server's own span of it, and adds a span for each handler. Thread-safe. */
final class RequestSpans implements Recorder {

    /** A type that the app has no handler for: what others send must not become names of metrics without end. */
    private static final String OTHER_TYPE = "_OTHER";

    private static final int UNAUTHORIZED = 401;
    private static final int NOT_FOUND = 404;
    private static final int FIRST_FAILURE = 500;

    private final HandlerSpans spans;
    private final Measures measures;
    private final Handlers handlers;

    RequestSpans(HandlerSpans spans, Measures measures, Handlers handlers) {
        this.spans = spans;
        this.measures = measures;
        this.handlers = handlers;
    }

    @Override
    public Recording begin(HttpHeaders headers, byte[] body) {
        return new Request();
    }

    private final class Request implements Recording {

        private final Stopwatch time = new Stopwatch();
        private final Context context = Context.current();
        private final Span span = Span.fromContext(context);
        private @Nullable String type;
        private @Nullable Boolean handled;

        @Override
        public void accepted(Kind kind, FrameioEvent event) {
            String known = handlers.handling(kind, event.type()).isEmpty() ? OTHER_TYPE : event.type();
            type = known;
            span.setAttribute(Keys.EVENT_TYPE, known);
            set(Keys.ACCOUNT_ID, event.accountId());
            set(Keys.WORKSPACE_ID, event.workspaceId());
            set(Keys.PROJECT_ID, event.projectId());
            if (event instanceof WebhookEvent webhook) {
                describe(webhook.resource());
            } else if (event instanceof ActionEvent action) {
                set(Keys.ACTION_ID, action.actionId());
                set(Keys.INTERACTION_ID, action.interactionId());
                action.resource().ifPresent(this::describe);
            }
        }

        private void describe(Resource resource) {
            span.setAttribute(Keys.RESOURCE_ID, resource.id());
            set(Keys.RESOURCE_TYPE, Optional.of(resource.type()).filter(it -> !it.isEmpty()));
        }

        private void set(AttributeKey<String> key, Optional<String> value) {
            value.ifPresent(it -> span.setAttribute(key, it));
        }

        @Override
        public void dispatched(boolean anyHandler) {
            handled = anyHandler;
        }

        @Override
        public Run run(Handler.Id handler, boolean async) {
            return spans.begin(async ? context : Context.current(), handler, String.valueOf(type));
        }

        @Override
        public void ended(Outcome outcome) {
            String result = inOneWord(outcome.status());
            span.setAttribute(Keys.REQUEST_OUTCOME, result);
            measures.request(result, Optional.ofNullable(type), time.read());
        }

        private String inOneWord(int status) {
            if (type == null) {
                return status == UNAUTHORIZED || status == NOT_FOUND
                        ? "unauthorized"
                        : status < FIRST_FAILURE ? "malformed" : "failed";
            }
            if (handled == null) {
                return status == Outcome.failed().status() ? "failed" : "copy";
            }
            return !handled ? "unhandled" : status < FIRST_FAILURE ? "accepted" : "failed";
        }
    }
}
