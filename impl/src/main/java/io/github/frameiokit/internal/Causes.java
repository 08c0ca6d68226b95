package io.github.frameiokit.internal;

import java.util.Objects;
import java.util.stream.Stream;

/** An exception and what caused it. */
public final class Causes {

    private static final int DEEPEST = 20;

    private Causes() {}

    /** The exception first; not all of them where they cause each other in a circle. */
    public static Stream<Throwable> of(Throwable thrown) {
        return Stream.iterate(thrown, Objects::nonNull, Throwable::getCause).limit(DEEPEST);
    }
}
