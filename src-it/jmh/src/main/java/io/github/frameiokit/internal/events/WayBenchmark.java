package io.github.frameiokit.internal.events;

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

/** The way of a request through all the kit's steps, and the least that any receiver does. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 5, time = 2)
@Measurement(iterations = 5, time = 2)
@Fork(3)
public class WayBenchmark {

    private final Reception reception = new SampleApp().reception();

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
    public void floor(SampleBatch batch, Floor floor, Blackhole blackhole) {
        for (SampleRequest request : batch.requests) {
            blackhole.consume(floor.hmac(request));
            blackhole.consume(floor.json(request));
        }
    }
}
