package io.github.frameiokit.endurance;

import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicLong;

/** Chooses the next event. Thread-safe. */
final class Mix {

    private final AtomicLong numbers = new AtomicLong();

    /** An event of a kind by the kinds' shares. */
    Event next() {
        int chosen = ThreadLocalRandom.current().nextInt(1000);
        for (Kind kind : Kind.values()) {
            chosen -= kind.share;
            if (chosen < 0) {
                return of(kind);
            }
        }
        return of(Kind.WEBHOOK);
    }

    /** An event of this kind. */
    Event of(Kind kind) {
        return new Event(numbers.incrementAndGet(), kind);
    }
}
