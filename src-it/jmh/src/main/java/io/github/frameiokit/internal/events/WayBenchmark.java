package io.github.frameiokit.internal.events;

import jakarta.json.Json;
import jakarta.json.JsonReader;
import jakarta.json.JsonReaderFactory;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import org.openjdk.jmh.infra.Blackhole;

/**
 * The way of a request through all the kit's steps, and the least that any receiver does: the HMAC of the signed bytes,
 * which lie ready, and JSON-P's object of the body.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 5, time = 2)
@Measurement(iterations = 5, time = 2)
@Fork(3)
public class WayBenchmark {

    private final JsonReaderFactory readers = Json.createReaderFactory(Map.of());
    private final Reception reception = new SampleApp().reception();
    private Mac mac;

    /** Prepares the HMAC. */
    @Setup
    public void prepare() throws GeneralSecurityException {
        mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(SampleRequest.SECRET.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
    }

    /** From the headers and the bytes of the body to the outcome. */
    @Benchmark
    @OperationsPerInvocation(SampleBatch.SIZE)
    public void kit(SampleBatch batch) {
        for (SampleRequest request : batch.requests) {
            Outcome outcome = reception.receive(request.headers(), request.requestBody(), () -> {});
            if (outcome.status() != 200) {
                throw new IllegalStateException("The kit's outcome is " + outcome.status() + ".");
            }
        }
    }

    /** HMAC and JSON alone. */
    @Benchmark
    @OperationsPerInvocation(SampleBatch.SIZE)
    public void floor(SampleBatch batch, Blackhole blackhole) {
        for (SampleRequest request : batch.requests) {
            blackhole.consume(mac.doFinal(request.signed()));
            try (JsonReader reader =
                    readers.createReader(new ByteArrayInputStream(request.body()), StandardCharsets.UTF_8)) {
                blackhole.consume(reader.readObject());
            }
        }
    }
}
