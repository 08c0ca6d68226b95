package io.github.frameiokit.internal.events;

import io.github.frameiokit.ActionEvent;
import io.github.frameiokit.FrameioEvent;
import io.github.frameiokit.WebhookEvent;
import io.github.frameiokit.response.Message;
import jakarta.json.Json;
import jakarta.json.JsonBuilderFactory;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import jakarta.json.JsonReaderFactory;
import jakarta.json.stream.JsonParserFactory;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** Each step alone, and the two halves of the least that any receiver does. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 3, time = 1)
@Fork(1)
public class StepBenchmark {

    private static final Outcome DONE = Outcome.done();

    @Param
    EventKind kind;

    private final JsonReaderFactory readers = Json.createReaderFactory(Map.of());
    private final JsonParserFactory parsers = Json.createParserFactory(Map.of());
    private final JsonBuilderFactory builders = Json.createBuilderFactory(Map.of());
    private final ResponseJson responses = new ResponseJson("checkbox");
    private final Message message = Message.of("Greeting", "Hello, world!");
    private final ReplayGuard guard =
            new ReplayGuard(Duration.ofMinutes(10), Duration.ofSeconds(10), 10_000, outcome -> false, System::nanoTime);
    private SampleRequests requests;
    private Handlers handlers;
    private Verifier verifier;
    private Dispatcher dispatcher;
    private Mac mac;
    private JsonObject json;

    /** Creates the requests and the steps. */
    @Setup
    public void prepare() throws GeneralSecurityException {
        requests = new SampleRequests(kind);
        SampleApp app = new SampleApp();
        handlers = app.handlers();
        verifier = app.verifier();
        dispatcher = app.dispatcher();
        mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(SampleRequest.SECRET.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
        json = parsing();
    }

    /** A part of the least that any receiver does. */
    @Benchmark
    public byte[] floorHmac() {
        return mac.doFinal(requests.next().signed());
    }

    /** The other part. */
    @Benchmark
    public JsonObject floorJson() {
        try (JsonReader reader =
                readers.createReader(new ByteArrayInputStream(requests.next().body()), StandardCharsets.UTF_8)) {
            return reader.readObject();
        }
    }

    /** Reads the headers, and verifies time and signature. */
    @Benchmark
    public Object signature() {
        SampleRequest request = requests.next();
        return verifier.authenticate(Delivery.of(request.headers(), request.requestBody()));
    }

    /** The body's JSON. */
    @Benchmark
    public JsonObject parsing() {
        return KitFields.removedFrom(
                Body.parse(parsers, builders, requests.next().delivery().text().orElse("")));
    }

    /** The JSON's envelope. */
    @Benchmark
    public Object envelope() {
        return Envelope.of(json, handlers);
    }

    /** The JSON's event. */
    @Benchmark
    public FrameioEvent event() {
        return kind == EventKind.WEBHOOK ? WebhookEvent.of(json, Instant.EPOCH) : ActionEvent.of(json, Instant.EPOCH);
    }

    /** Dispatches an event, and for an action writes the answer. */
    @Benchmark
    public Outcome eventAndDispatch() {
        return kind == EventKind.WEBHOOK
                ? dispatcher.webhook((WebhookEvent) event())
                : dispatcher.action((ActionEvent) event());
    }

    /** Remembers a request, and forgets the oldest. */
    @Benchmark
    public Outcome replayGuard() {
        return guard.run(requests.next().signature(), () -> DONE);
    }

    /** Writes an answer. */
    @Benchmark
    public byte[] response() {
        return responses.of(message);
    }
}
