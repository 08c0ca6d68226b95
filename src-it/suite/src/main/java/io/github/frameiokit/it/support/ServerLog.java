package io.github.frameiokit.it.support;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.function.Predicate;

/** The part of the server's log that was written since the test began. */
public final class ServerLog {

    static final Path FILE = Path.of(System.getProperty("server.log"));
    private static final Duration MAX_WAIT = Duration.ofSeconds(30);

    private final int before;

    private ServerLog(int before) {
        this.before = before;
    }

    public static ServerLog fromHere() throws IOException {
        return new ServerLog(lines(FILE).size());
    }

    /** All that the server has logged. */
    public static ServerLog fromTheStart() {
        return new ServerLog(0);
    }

    /** Whether the log gets such a line within a few seconds; some servers write it with a delay. */
    public boolean says(Predicate<String> expected) throws IOException {
        return Eventually.read(MAX_WAIT, () -> has(expected), found -> found);
    }

    /** The number of such lines. */
    public long count(Predicate<String> expected) throws IOException {
        return lines(FILE).stream().skip(before).filter(expected).count();
    }

    /** Whether the log has such a line now. */
    boolean has(Predicate<String> expected) throws IOException {
        return lines(FILE).stream().skip(before).anyMatch(expected);
    }

    /** All lines of a log. The kit logs ASCII, so the server's encoding doesn't matter. */
    static List<String> lines(Path log) throws IOException {
        return Files.exists(log) ? Files.readAllLines(log, StandardCharsets.ISO_8859_1) : List.of();
    }
}
