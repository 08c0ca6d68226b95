package io.github.frameiokit.internal.console;

import io.github.frameiokit.ActionEvent;
import io.github.frameiokit.FrameioEvent;
import io.github.frameiokit.Resource;
import io.github.frameiokit.WebhookEvent;
import io.github.frameiokit.internal.events.Handler;
import io.github.frameiokit.internal.events.Kind;
import io.github.frameiokit.internal.events.Outcome;
import io.github.frameiokit.internal.events.Recording;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** A request that came in, and what has become of it so far. Thread-safe. */
final class Received implements Recording {

    private static final Duration SLOW = Duration.ofSeconds(4);
    private static final Duration LOST = Duration.ofSeconds(5);
    private static final int MOST_LINES = 200;
    private static final int MOST_CHARACTERS = 256 * 1024;

    /** A handler that was called. */
    private static final class Called {

        private final String handler;
        private final boolean async;
        private final long started;
        private long millis = -1;
        private @Nullable String exception;

        Called(String handler, boolean async, long started) {
            this.handler = handler;
            this.async = async;
            this.started = started;
        }
    }

    /**
     * What all of them have in common.
     *
     * @param revisions the number of the next change
     * @param address the address of the current request, once it is accepted
     */
    record Tools(
            Mask mask,
            LogLines lines,
            LongSupplier nanoTime,
            LongSupplier revisions,
            Supplier<Optional<URI>> address) {}

    private final long id;
    private final Instant time;
    private final Arrived arrived;
    private final Tools tools;
    private final long started;
    private final List<Called> runs = new ArrayList<>();
    private final List<LogLine> lines = new ArrayList<>();
    private long revision;
    private @Nullable Kind kind;
    private @Nullable FrameioEvent event;
    private @Nullable Boolean handled;
    private @Nullable Outcome outcome;
    private @Nullable URI called;
    private long millis;
    private boolean async;
    private boolean failed;

    Received(long id, Instant time, Arrived arrived, Tools tools) {
        this.id = id;
        this.time = time;
        this.arrived = arrived;
        this.tools = tools;
        started = tools.nanoTime().getAsLong();
    }

    long id() {
        return id;
    }

    synchronized long revision() {
        return revision;
    }

    Arrived arrived() {
        return arrived;
    }

    /** The page asks for what has changed since a revision. */
    synchronized void changed() {
        revision = tools.revisions().getAsLong();
    }

    @Override
    public void accepted(Kind ofKind, FrameioEvent accepted) {
        synchronized (this) {
            kind = ofKind;
            event = accepted;
        }
        changed();
    }

    @Override
    public synchronized void dispatched(boolean anyHandler) {
        handled = anyHandler;
    }

    @Override
    public Run run(Handler.Id handler, boolean asynchronous) {
        Called run =
                new Called(handler.toString(), asynchronous, tools.nanoTime().getAsLong());
        synchronized (this) {
            runs.add(run);
        }
        Optional<Consumer<LogLine>> before = tools.lines().begin(this::logged);
        return failure -> {
            tools.lines().end(before);
            synchronized (this) {
                run.millis = millisSince(run.started);
            }
            changed();
        };
    }

    @Override
    public void failed(String handler, Throwable cause) {
        String stack = tools.mask().apply(Stack.of(cause));
        synchronized (this) {
            failed = true;
            Called run = runs.stream()
                    .filter(it -> it.handler.equals(handler) && it.millis < 0 && it.exception == null)
                    .findFirst()
                    .orElseGet(() -> {
                        Called other = new Called(handler, false, started);
                        runs.add(other);
                        return other;
                    });
            run.exception = stack;
        }
        changed();
    }

    @Override
    public void asyncBegins() {
        synchronized (this) {
            async = true;
        }
        changed();
    }

    @Override
    public void asyncEnded() {
        synchronized (this) {
            async = false;
        }
        changed();
    }

    /** Begins on the thread that handles the request. */
    Received begin() {
        changed();
        tools.lines().begin(this::logged);
        return this;
    }

    @Override
    public void ended(Outcome answered) {
        Optional<URI> at = tools.address().get();
        synchronized (this) {
            millis = millisSince(started);
            outcome = answered;
            called = at.orElse(null);
        }
        tools.lines().end(Optional.empty());
        changed();
    }

    private void logged(LogLine line) {
        synchronized (this) {
            if (lines.size() >= MOST_LINES
                    || lines.stream().mapToInt(LogLine::length).sum() > MOST_CHARACTERS) {
                return;
            }
            lines.add(line);
        }
        changed();
    }

    private long millisSince(long nanos) {
        return Duration.ofNanos(tools.nanoTime().getAsLong() - nanos).toMillis();
    }

    /**
     * Whether the console may sign the body again: only what was authentic, since a stranger may have sent the rest.
     */
    synchronized boolean isRepeatable() {
        return event != null && arrived.body().isPresent();
    }

    /** The path and query that were called; empty if that isn't known. */
    synchronized Optional<String> path() {
        return Optional.ofNullable(called)
                .map(uri -> uri.getRawPath() + (uri.getRawQuery() == null ? "" : "?" + uri.getRawQuery()));
    }

    /** What a list shows. */
    synchronized Tree summary() {
        Optional<FrameioEvent> known = Optional.ofNullable(event);
        Optional<Outcome> answered = Optional.ofNullable(outcome);
        return new Tree()
                .add("id", id)
                .add("revision", revision)
                .add("time", time)
                .add("kind", kind == null ? null : kind == Kind.WEBHOOK ? "webhook" : "action")
                .add("type", known.map(FrameioEvent::type))
                .add("interaction", known.flatMap(Received::interaction))
                .add("subject", known.flatMap(Received::resource).map(it -> (it.type() + " " + it.id()).strip()))
                .add("status", answered.map(Outcome::status))
                .add("outcome", answered.map(this::inOneWord))
                .add("millis", answered.map(it -> millis))
                .add("running", running())
                .add(
                        "handlers",
                        runs.stream().map(run -> run.handler).distinct().toList())
                .add("warnings", warnings())
                .add("failed", failed)
                .add("send", arrived.send())
                .add("again", isRepeatable());
    }

    private static Optional<String> interaction(FrameioEvent event) {
        return event instanceof ActionEvent action ? action.interactionId() : Optional.empty();
    }

    private static Optional<Resource> resource(FrameioEvent event) {
        return event instanceof WebhookEvent webhook
                ? Optional.of(webhook.resource())
                : event instanceof ActionEvent action ? action.resource() : Optional.empty();
    }

    private long running() {
        long called = runs.stream()
                .filter(run -> run.async && run.millis < 0 && run.exception == null)
                .count();
        return async ? Math.max(1, called) : called;
    }

    private String inOneWord(Outcome answered) {
        if (answered.status() == 503) {
            return "busy";
        }
        if (answered.status() >= 500) {
            return "failed";
        }
        if (answered.status() != 200) {
            return "rejected";
        }
        if (handled == null) {
            return "copy";
        }
        if (!handled) {
            return "unhandled";
        }
        if (answered.asks()) {
            return "form";
        }
        if (answered.answer().length > 0) {
            return failed ? "error-message" : "message";
        }
        return "handled";
    }

    private List<String> warnings() {
        List<String> warnings = new ArrayList<>();
        runs.stream()
                .filter(run -> !run.async && run.millis > SLOW.toMillis())
                .forEach(run -> warnings.add(run.handler + " took " + seconds(run.millis)
                        + ": Frame.io gives up at 5 s, and sends the event again."));
        if (outcome != null && millis > LOST.toMillis()) {
            warnings.add("Answered after " + seconds(millis) + ": Frame.io didn't wait for it.");
        }
        return warnings;
    }

    private static String seconds(long millis) {
        return millis / 1000 + "." + millis % 1000 / 100 + " s";
    }

    /** All there is to see. */
    synchronized Tree details(String path, Optional<String> logNote) {
        Mask mask = tools.mask();
        Tree details = summary();
        details.add(
                "request",
                new Tree()
                        .add("method", "POST")
                        .add("path", mask.apply("http://" + path().orElse(path)).substring("http://".length()))
                        .add("headers", arrived.headers())
                        .add("body", arrived.body().map(mask::apply))
                        .add("bytes", arrived.bytes()));
        details.add(
                "answer",
                Optional.ofNullable(outcome)
                        .map(it -> new Tree()
                                .add(
                                        "type",
                                        it.answer().length == 0
                                                ? null
                                                : it.type().toString())
                                .add(
                                        "body",
                                        mask.apply(Arrived.text(it.answer()).orElse("")))
                                .add("bytes", it.answer().length)));
        details.add(
                "runs",
                runs.stream()
                        .map(run -> new Tree()
                                .add("handler", run.handler)
                                .add("async", run.async)
                                .add("millis", run.millis < 0 ? null : run.millis)
                                .add("exception", run.exception))
                        .toList());
        details.add(
                "log",
                lines.stream()
                        .map(line -> new Tree()
                                .add("time", line.time())
                                .add("level", line.level())
                                .add("logger", line.logger())
                                .add("text", line.text())
                                .add("exception", line.exception()))
                        .toList());
        return details.add("logNote", logNote);
    }

    /** Without the body. */
    @Override
    public String toString() {
        return "Received[" + id + "]";
    }
}
