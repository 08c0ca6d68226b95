package io.github.frameiokit.it.support;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.Predicate;

/** The server's log, from where it ended when the test began. */
public final class ServerLog {

    static final Path FILE = Path.of(System.getProperty("server.log"));
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final int before;

    private ServerLog(int before) {
        this.before = before;
    }

    public static ServerLog fromHere() throws IOException {
        return new ServerLog(lines(FILE).size());
    }

    /** Whether there is such a line, or will soon be: some servers write their log by the way. */
    public boolean says(Predicate<String> expected) throws IOException {
        Instant deadline = Instant.now().plus(PATIENCE);
        boolean found = found(expected);
        while (!found && Instant.now().isBefore(deadline)) {
            Journal.pause();
            found = found(expected);
        }
        return found;
    }

    /** How many such lines there are. */
    public long count(Predicate<String> expected) throws IOException {
        return lines(FILE).stream().skip(before).filter(expected).count();
    }

    private boolean found(Predicate<String> expected) throws IOException {
        return lines(FILE).stream().skip(before).anyMatch(expected);
    }

    /** Whatever the server's encoding: what the kit logs is ASCII. */
    static List<String> lines(Path log) throws IOException {
        return Files.exists(log) ? Files.readAllLines(log, StandardCharsets.ISO_8859_1) : List.of();
    }
}
