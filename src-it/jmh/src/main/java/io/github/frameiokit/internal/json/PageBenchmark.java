package io.github.frameiokit.internal.json;

import io.github.frameiokit.client.model.Asset;
import io.github.frameiokit.internal.JsonText;
import io.github.frameiokit.jmh.Samples;
import jakarta.json.JsonObject;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** A page of 500 assets from its bytes: as JSON-P's object alone, and as the kit's records. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 5, time = 2)
@Measurement(iterations = 5, time = 2)
@Fork(2)
public class PageBenchmark {

    private static final int ASSETS = 500;

    private final ModelReader reader = new ModelReader();
    private final byte[] page = Samples.page(ASSETS, null).toString().getBytes(StandardCharsets.UTF_8);

    /** JSON-P alone. */
    @Benchmark
    public JsonObject jsonp() {
        return JsonText.object(page);
    }

    /** JSON-P, then the records. */
    @Benchmark
    public List<Object> records() {
        return reader.items(JsonText.object(page).get("data"), Asset.class);
    }
}
