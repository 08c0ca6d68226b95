package io.github.frameiokit.internal.events;

import jakarta.json.Json;
import jakarta.json.JsonObject;
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
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

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

    @Param
    EventKind kind;

    private final JsonReaderFactory readers = Json.createReaderFactory(Map.of());
    private SampleRequests requests;
    private Reception reception;
    private Mac mac;

    /** Creates the requests and both sides. */
    @Setup
    public void prepare() throws GeneralSecurityException {
        requests = new SampleRequests(kind);
        reception = new SampleApp().reception();
        mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(SampleRequest.SECRET.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
        if (kit().status() != 200) {
            throw new IllegalStateException("The kit rejects the request.");
        }
    }

    /** From the headers and the bytes of the body to the outcome. */
    @Benchmark
    public Outcome kit() {
        SampleRequest request = requests.next();
        return reception.receive(request.headers(), request.requestBody(), () -> {});
    }

    /** HMAC and JSON alone. */
    @Benchmark
    public int floor() {
        SampleRequest request = requests.next();
        byte[] hmac = mac.doFinal(request.signed());
        try (JsonReader reader =
                readers.createReader(new ByteArrayInputStream(request.body()), StandardCharsets.UTF_8)) {
            JsonObject json = reader.readObject();
            return hmac[0] + json.size();
        }
    }
}
