package io.github.frameiokit.internal;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Executor;

/**
 * Whether a database, a broker or a service can be reached, for health checks: they may ask as often as they like, and
 * wait for half a second at most. Thread-safe.
 */
public final class Reach {

    private static final Duration KEPT = Duration.ofSeconds(3);
    private static final Duration LONGEST = Duration.ofMillis(500);

    /** For what is slow and has answered: under load, nodes must not leave one after another. */
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final Reading<Optional<String>> problem;

    /**
     * Asks nothing yet.
     *
     * @param ask fails if it can't be reached
     * @param telling the exceptions whose message may be told
     * @param threads where it is asked
     */
    public Reach(Runnable ask, Class<? extends RuntimeException> telling, Executor threads) {
        problem = new Reading<>(() -> problem(ask, telling), threads, KEPT, 0, System::nanoTime);
    }

    private static Optional<String> problem(Runnable ask, Class<? extends RuntimeException> telling) {
        try {
            ask.run();
            return Optional.empty();
        } catch (RuntimeException e) { // an app's own store or queue may throw any, with any message
            return Optional.of(
                    telling.isInstance(e)
                            ? String.valueOf(e.getMessage())
                            : "It threw a " + e.getClass().getName() + ".");
        }
    }

    /** Lets the asking begin, so that {@link #problem} has to wait less. */
    public void refresh() {
        problem.refresh();
    }

    /** Why it can't be reached, for the log; empty if it can. Doesn't fail. */
    public Optional<String> problem() {
        return problem.now(LONGEST)
                .or(() -> problem.last(PATIENCE).filter(Optional::isEmpty))
                .orElse(Optional.of("It doesn't answer."));
    }
}
