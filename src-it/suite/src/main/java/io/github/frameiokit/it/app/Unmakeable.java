package io.github.frameiokit.it.app;

import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.inject.Produces;

/** A bean that a handler has injected, and that can't be created. */
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
