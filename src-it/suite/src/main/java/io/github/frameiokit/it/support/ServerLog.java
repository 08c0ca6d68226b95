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

    private static final Path FILE = Path.of(System.getProperty("server.log"));
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final int before;

    private ServerLog(int before) {
        this.before = before;
    }

    public static ServerLog fromHere() throws IOException {
        return new ServerLog(lines().size());
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

    /** All of it so far. */
    public String text() throws IOException {
        return String.join("\n", lines().subList(Math.min(before, lines().size()), lines().size()));
    }

    private boolean found(Predicate<String> expected) throws IOException {
        return lines().stream().skip(before).anyMatch(expected);
    }

    /** Whatever the server's encoding: what the kit logs is ASCII. */
    private static List<String> lines() throws IOException {
        return Files.exists(FILE) ? Files.readAllLines(FILE, StandardCharsets.ISO_8859_1) : List.of();
    }
}
