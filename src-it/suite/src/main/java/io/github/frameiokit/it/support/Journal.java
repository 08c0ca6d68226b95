package io.github.frameiokit.it.support;

import java.net.URL;
import java.time.Duration;
import java.util.List;
import java.util.function.Predicate;

/** The journal of a deployed app's handlers, and the kit's log there. */
public final class Journal {

    private static final Duration MAX_WAIT = Duration.ofSeconds(30);

    private final URL base;

    public Journal(URL base) {
        this.base = base;
    }

    /** The entries with this id, in their order, without the id. */
    public List<String> about(String id) {
        return Http.get(Wars.under(base, "journal"))
                .lines()
                .filter(line -> line.endsWith(" " + id))
                .map(line -> line.substring(0, line.length() - id.length() - 1))
                .toList();
    }

    /** The entries when they are as expected or the time is up; for handlers that run after the answer. */
    public List<String> about(String id, Predicate<List<String>> expected) {
        return Eventually.read(MAX_WAIT, () -> about(id), expected);
    }

    /** All that the kit has logged in this app so far. */
    public String log() {
        return Http.get(Wars.under(base, "journal/log"));
    }

    /** The log when it has that text or the time is up. */
    public String logWith(String text) {
        return Eventually.read(MAX_WAIT, this::log, log -> log.contains(text));
    }

    /** Waits for a moment. */
    public static void pause() {
        try {
            Thread.sleep(50);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
