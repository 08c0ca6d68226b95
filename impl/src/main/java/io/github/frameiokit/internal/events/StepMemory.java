package io.github.frameiokit.internal.events;

import java.time.Duration;
import java.util.function.Supplier;

/**
 * What all nodes know of the steps of actions. The memory of one JVM is a {@link ReplayGuard}, which is asked first.
 */
public interface StepMemory {

    /** Longer than Frame.io repeats a step, which it does only while the user waits. */
    Duration RETENTION = Duration.ofMinutes(1);

    /** How long Frame.io waits for an answer, unless an action is registered with a longer limit. */
    Duration FRAMEIO_WAIT = Duration.ofSeconds(5);

    /** The longest that Frame.io itself waits for any answer. */
    Duration MAX_WAIT = Duration.ofSeconds(10);

    /**
     * Runs a step, unless another node runs it or has run it.
     *
     * @param key identifies the step
     * @param work runs it
     * @return the outcome of the one run
     */
    Outcome run(String key, Supplier<Outcome> work);
}
