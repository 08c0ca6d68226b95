package io.github.frameiokit.internal.events;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;

import io.github.frameiokit.FrameioEvent;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class RecorderTest {

    private final List<String> calls = new ArrayList<>();

    /** Notes what it sees, with its name. */
    private Recorder named(String name) {
        return (headers, body) -> {
            calls.add(name + " begins");
            return new Recording() {
                @Override
                public void accepted(Kind kind, FrameioEvent event) {
                    calls.add(name + " accepted");
                }

                @Override
                public void dispatched(boolean handled) {
                    calls.add(name + " dispatched " + handled);
                }

                @Override
                public Run run(Handler.Id handler, boolean async) {
                    calls.add(name + " runs " + handler);
                    return failure -> calls.add(name + " ran " + failure);
                }

                @Override
                public void failed(String handler, Throwable cause) {
                    calls.add(name + " failed " + handler);
                }

                @Override
                public void asyncBegins() {
                    calls.add(name + " asynchronous");
                }

                @Override
                public void asyncEnded() {
                    calls.add(name + " no longer");
                }

                @Override
                public void ended(Outcome outcome) {
                    calls.add(name + " ends");
                }
            };
        };
    }

    private static Recording begin(Recorder recorder) {
        SignedRequest request = SignedRequest.webhook();
        return recorder.begin(request.headers(), request.requestBody().arrived());
    }

    @Test
    void bothSeeAllAndWhatTheFirstBeginsEndsLast() {
        Recording both = begin(Recorder.of(Stream.of(named("console"), Recorder.NONE, named("telemetry"))));
        both.accepted(Kind.WEBHOOK, null);
        both.dispatched(true);
        Recording.Run run = both.run(new Handler.Id("App", "ready", List.of()), false);
        run.ended(null);
        both.failed("App#ready", new IllegalStateException());
        both.asyncBegins();
        both.ended(Outcome.done());
        both.asyncEnded();
        assertEquals(
                List.of(
                        "console begins",
                        "telemetry begins",
                        "console accepted",
                        "telemetry accepted",
                        "console dispatched true",
                        "telemetry dispatched true",
                        "console runs App#ready",
                        "telemetry runs App#ready",
                        "telemetry ran null",
                        "console ran null",
                        "console failed App#ready",
                        "telemetry failed App#ready",
                        "console asynchronous",
                        "telemetry asynchronous",
                        "telemetry ends",
                        "console ends",
                        "console no longer",
                        "telemetry no longer"),
                calls);
    }

    @Test
    void oneIsNotWrappedAndNoneRecordsNothing() {
        Recorder one = named("one");
        assertSame(one, Recorder.of(Stream.of(Recorder.NONE, one)));
        assertSame(Recorder.NONE, Recorder.of(Stream.of(Recorder.NONE)));
    }
}
