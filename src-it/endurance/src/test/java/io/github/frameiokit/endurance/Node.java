package io.github.frameiokit.endurance;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** An Open Liberty with the app, in a process of its own, which can be killed and started again. */
final class Node implements AutoCloseable {

    private static final Duration MAX_WAIT = Duration.ofSeconds(120);
    private static final String NAME = "node";

    /** From one start of a node to its end. What the app remembers in memory lives as long. */
    static final class Life {

        private final Path journal;
        private volatile boolean killed;

        Life(Path journal) {
            this.journal = journal;
        }

        Path journal() {
            return journal;
        }

        void end() {
            killed = true;
        }

        boolean wasKilled() {
            return killed;
        }
    }

    private final int port;
    private final Path liberty;
    private final Path base;
    private final List<Life> lives = new ArrayList<>();
    private volatile Optional<Life> current = Optional.empty();
    private Process script;

    /**
     * Prepares a node.
     *
     * @param liberty the directory of the installed server
     * @param base a directory for this node, which doesn't exist yet
     * @param properties for {@code server.xml}
     * @param config for the app
     */
    Node(int port, Path liberty, Path base, Map<String, String> properties, Map<String, String> config)
            throws IOException {
        this.port = port;
        this.liberty = liberty;
        this.base = base;
        Path server = Files.createDirectories(base.resolve("servers").resolve(NAME));
        Files.copy(Path.of("src", "main", "liberty", "config", "server.xml"), server.resolve("server.xml"));
        StringBuilder bootstrap = new StringBuilder("http.port=" + port + "\n");
        properties.forEach((name, value) -> bootstrap.append(name + "=" + value + "\n"));
        Files.writeString(server.resolve("bootstrap.properties"), bootstrap);
        StringBuilder options = new StringBuilder("-Xmx400m\n");
        config.forEach((name, value) -> options.append("-D" + name + "=" + value + "\n"));
        Files.writeString(server.resolve("jvm.options"), options);
    }

    int port() {
        return port;
    }

    /** The life in which it answers requests now; empty while it is down. */
    Optional<Life> life() {
        return current;
    }

    /** All its lives so far. */
    synchronized List<Life> lives() {
        return List.copyOf(lives);
    }

    /** Starts it, and waits until the app answers. */
    synchronized void start() throws IOException, InterruptedException {
        Life life = new Life(base.toAbsolutePath().resolve("journal-" + lives.size() + ".txt"));
        ProcessBuilder builder = new ProcessBuilder(
                        "bash", liberty.resolve("bin").resolve("server").toString(), "run", NAME)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(
                        base.resolve("output.log").toFile()));
        builder.environment().put("WLP_USER_DIR", base.toAbsolutePath().toString());
        builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
        builder.environment().put("ENDURANCE_JOURNAL", life.journal.toString());
        script = builder.start();
        awaitApp();
        lives.add(life);
        current = Optional.of(life);
    }

    /** Kills it at once, as if its machine had failed. */
    synchronized void kill() {
        Life life = current.orElseThrow();
        current = Optional.empty();
        life.end();
        end();
    }

    /** Asks the app how its process is. */
    Vitals vitals() throws IOException {
        return Vitals.of(get("/vitals"));
    }

    @Override
    public synchronized void close() {
        current = Optional.empty();
        end();
    }

    private void awaitApp() throws InterruptedException {
        Instant deadline = Instant.now().plus(MAX_WAIT);
        while (!isUp()) {
            if (!script.isAlive() || Instant.now().isAfter(deadline)) {
                end();
                throw new IllegalStateException("A node hasn't started; see " + base);
            }
            Thread.sleep(200);
        }
    }

    private boolean isUp() {
        try {
            return !get("/vitals/pid").isEmpty();
        } catch (IOException e) {
            return false;
        }
    }

    private String get(String path) throws IOException {
        try (Connection connection = new Connection(port)) {
            byte[] request = ("GET " + path + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n")
                    .getBytes(StandardCharsets.US_ASCII);
            Connection.Answer answer = connection.send(request);
            if (answer.status() != 200) {
                throw new IOException(path + " answered " + answer.status());
            }
            return answer.body().strip();
        }
    }

    private void end() {
        if (script != null) {
            List<ProcessHandle> all = new ArrayList<>(script.descendants().toList());
            all.add(script.toHandle());
            all.forEach(ProcessHandle::destroyForcibly);
            all.forEach(one -> one.onExit().join());
        }
    }
}
