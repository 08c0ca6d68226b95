package io.github.frameiokit.internal;

import java.util.Objects;
import java.util.concurrent.ExecutionException;
import java.util.stream.Stream;

/** An exception and what caused it. */
public final class Causes {

    private static final int DEEPEST = 20;

    private Causes() {}

    /** The exception and its causes, in order; circular causes are cut off. */
    public static Stream<Throwable> of(Throwable thrown) {
        return Stream.iterate(thrown, Objects::nonNull, Throwable::getCause).limit(DEEPEST);
    }

    /** Rethrows what work on another thread has thrown; it never returns, but its callers can say {@code throw}. */
    public static RuntimeException rethrown(ExecutionException failure) {
        if (failure.getCause() instanceof RuntimeException cause) {
            throw cause;
        }
        if (failure.getCause() instanceof Error error) {
            throw error;
        }
        throw new IllegalStateException(failure.getCause());
    }
}
