package io.github.frameiokit.it.support;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** The server's log, from where it ended when the test began. */
public final class ServerLog {

    private static final Path FILE = Path.of(System.getProperty("server.log"));

    private final int before;

    private ServerLog(int before) {
        this.before = before;
    }

    public static ServerLog fromHere() throws IOException {
        return new ServerLog(all().size());
    }

    public List<String> lines() throws IOException {
        List<String> all = all();
        return all.subList(Math.min(before, all.size()), all.size());
    }

    /** Whatever the server's encoding: what the kit logs is ASCII. */
    private static List<String> all() throws IOException {
        return Files.readAllLines(FILE, StandardCharsets.ISO_8859_1);
    }
}
