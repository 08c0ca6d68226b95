package io.github.frameiokit.it.support;

import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * Fails if a log has a secret in it, or a span or a metric has one. After each test class it reads the servers' logs,
 * and the kit's at all levels. JUnit registers it automatically.
 */
public final class LogWatch implements AfterAllCallback {

    private static final Map<Path, Integer> READ = new HashMap<>();

    @Override
    public void afterAll(ExtensionContext context) throws IOException {
        for (Path log : List.of(ServerLog.FILE, Wars.KIT_LOG, Node.OUTPUT)) {
            List<String> lines = ServerLog.lines(log);
            int before = READ.getOrDefault(log, 0);
            List<String> leaking = leaks(lines.subList(Math.min(before, lines.size()), lines.size()), Secrets.all());
            READ.put(log, lines.size());
            if (!leaking.isEmpty()) {
                throw new AssertionError("In " + log + " are secrets: " + leaking);
            }
        }
        List<String> leaking = leaks(Telemetry.lines(), Secrets.all());
        if (!leaking.isEmpty()) {
            throw new AssertionError("In spans or metrics are secrets: " + leaking);
        }
    }

    /** All lines that the kit has logged. */
    public static List<String> kitLog() throws IOException {
        return ServerLog.lines(Wars.KIT_LOG);
    }

    /** The lines that contain a secret, as it is or encoded for a URL. */
    static List<String> leaks(List<String> lines, Set<String> secrets) {
        List<String> spellings = secrets.stream()
                .flatMap(secret -> Stream.of(secret, URLEncoder.encode(secret, StandardCharsets.UTF_8)))
                .toList();
        return lines.stream()
                .filter(line -> spellings.stream().anyMatch(line::contains))
                .toList();
    }
}
