package io.github.frameiokit.internal.events;

import io.github.frameiokit.ActionEvent;
import io.github.frameiokit.FrameioEvent;
import io.github.frameiokit.WebhookEvent;
import io.github.frameiokit.response.Message;
import jakarta.json.Json;
import jakarta.json.JsonBuilderFactory;
import jakarta.json.JsonObject;
import jakarta.json.stream.JsonParserFactory;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import org.openjdk.jmh.infra.Blackhole;

/** Each step alone, and the two halves of the least that any receiver does. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 3, time = 1)
@Fork(1)
@OperationsPerInvocation(SampleBatch.SIZE)
public class StepBenchmark {

    private static final Outcome DONE = Outcome.done();

    private final SampleApp app = new SampleApp();
    private final Handlers handlers = app.handlers();
    private final Verifier verifier = app.verifier();
    private final Dispatcher dispatcher = app.dispatcher();
    private final JsonParserFactory parsers = Json.createParserFactory(Map.of());
    private final JsonBuilderFactory builders = Json.createBuilderFactory(Map.of());
    private final ResponseJson responses = new ResponseJson("checkbox");
    private final Message message = Message.of("Greeting", "Hello, world!");
    private final ReplayGuard guard =
            new ReplayGuard(Duration.ofMinutes(10), Duration.ofSeconds(10), 10_000, outcome -> false, System::nanoTime);

    /** A part of the least that any receiver does. */
    @Benchmark
    public void floorHmac(SampleBatch batch, Floor floor, Blackhole blackhole) {
        for (SampleRequest request : batch.requests) {
            blackhole.consume(floor.hmac(request));
        }
    }

    /** The other part. */
    @Benchmark
    public void floorJson(SampleBatch batch, Floor floor, Blackhole blackhole) {
        for (SampleRequest request : batch.requests) {
            blackhole.consume(floor.json(request));
        }
    }

    /** The same from a text, to compare. */
    @Benchmark
    public void floorJsonOfText(SampleBatch batch, Floor floor, Blackhole blackhole) {
        for (SampleRequest request : batch.requests) {
            blackhole.consume(floor.jsonOfText(request));
        }
    }

    /** Reads the headers, and verifies time and signature. */
    @Benchmark
    public void signature(SampleBatch batch, Blackhole blackhole) {
        for (SampleRequest request : batch.requests) {
            blackhole.consume(verifier.authenticate(Delivery.of(request.headers(), request.requestBody())));
        }
    }

    /** The body's JSON. */
    @Benchmark
    public void parsing(SampleBatch batch, Blackhole blackhole) {
        for (SampleRequest request : batch.requests) {
            blackhole.consume(json(request));
        }
    }

    /** The same, then the envelope and the event. */
    @Benchmark
    public void parsingToEvent(SampleBatch batch, Blackhole blackhole) {
        for (SampleRequest request : batch.requests) {
            JsonObject json = json(request);
            blackhole.consume(Envelope.of(json, handlers));
            blackhole.consume(event(batch.kind, json));
        }
    }

    /** The same without the envelope, then the handler, and for an action the JSON of its answer. */
    @Benchmark
    public void parsingToOutcome(SampleBatch batch, Blackhole blackhole) {
        for (SampleRequest request : batch.requests) {
            FrameioEvent event = event(batch.kind, json(request));
            blackhole.consume(
                    event instanceof WebhookEvent webhook
                            ? dispatcher.webhook(webhook, Optional.empty(), Recording.NONE)
                            : dispatcher.action((ActionEvent) event, Optional.empty(), Recording.NONE));
        }
    }

    private JsonObject json(SampleRequest request) {
        return KitFields.removedFrom(Body.parse(parsers, builders, request.text()));
    }

    private static FrameioEvent event(EventKind kind, JsonObject json) {
        return kind == EventKind.WEBHOOK ? WebhookEvent.of(json, Instant.EPOCH) : ActionEvent.of(json, Instant.EPOCH);
    }

    /** Remembers a request, and forgets the oldest. */
    @Benchmark
    public void replayGuard(SampleBatch batch, Blackhole blackhole) {
        for (SampleRequest request : batch.requests) {
            blackhole.consume(guard.run(request.signature(), () -> DONE));
        }
    }

    /** Writes an answer. */
    @Benchmark
    public void response(Blackhole blackhole) {
        for (int i = 0; i < SampleBatch.SIZE; i++) {
            blackhole.consume(responses.of(message));
        }
    }
}
