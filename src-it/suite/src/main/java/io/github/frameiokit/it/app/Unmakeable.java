package io.github.frameiokit.it.app;

import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.inject.Produces;

/** What a handler has injected, and whose producer fails. */
public class Unmakeable {

    /** Fails. */
    @Dependent
    public static class Maker {

        @Produces
        Unmakeable make() {
            throw new IllegalStateException("the producer's own trouble");
        }
    }
}
