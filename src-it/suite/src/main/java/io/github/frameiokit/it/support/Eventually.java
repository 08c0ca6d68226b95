package io.github.frameiokit.it.support;

import java.time.Duration;
import java.time.Instant;
import java.util.function.Predicate;

/** Reads what servers and browsers change a little later than they answer. */
final class Eventually {

    /** What is read again and again. */
    interface Reading<T, E extends Exception> {
        T read() throws E;
    }

    private Eventually() {}

    /** What is read when it is as expected or the time is up. */
    static <T, E extends Exception> T read(Duration longest, Reading<T, E> reading, Predicate<? super T> expected)
            throws E {
        Instant deadline = Instant.now().plus(longest);
        T read = reading.read();
        while (!expected.test(read) && Instant.now().isBefore(deadline)) {
            Journal.pause();
            read = reading.read();
        }
        return read;
    }
}
