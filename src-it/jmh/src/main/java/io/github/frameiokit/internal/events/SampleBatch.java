package io.github.frameiokit.internal.events;

import java.util.stream.Stream;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/**
 * Some requests for one invocation of a benchmark. They are created just before it, as a server does, so that they are
 * in the processor's cache and new to the replay guard.
 */
@State(Scope.Thread)
public class SampleBatch {

    static final int SIZE = 64;

    @Param
    EventKind kind;

    SampleRequest[] requests;

    /** Creates the requests. */
    @Setup(Level.Invocation)
    public void fill() {
        requests = Stream.generate(() -> SampleRequest.of(kind)).limit(SIZE).toArray(SampleRequest[]::new);
    }
}
