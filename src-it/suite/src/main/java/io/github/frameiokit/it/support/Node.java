package io.github.frameiokit.it.support;

import java.io.IOException;
import java.net.MalformedURLException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.OptionalLong;
import java.util.stream.Stream;
import org.jboss.shrinkwrap.api.exporter.ZipExporter;
import org.jboss.shrinkwrap.api.spec.WebArchive;

/**
 * Another instance of the server, in a JVM of its own, that runs one app. How it is started is the business of the server's
 * module, which has a script for it.
 */
public final class Node implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(90);
    /** It doesn't live long enough for the best of code. */
    private static final String STARTS_FAST = " -XX:TieredStopAtLevel=1";

    private final WebArchive app;
    private final Thread atExit = new Thread(this::stop);
    private Process process;
    private ProcessHandle server;
    private Path directory;

    /**
     * @param app an app with the resource that tells its process
     */
    public Node(WebArchive app) {
        this.app = app;
        Runtime.getRuntime().addShutdownHook(atExit);
    }

    /**
     * Starts it, unless it runs.
     *
     * @param other where the same app runs on the server that all tests use
     * @return where it runs here
     */
    public synchronized URL start(URL other) {
        URL url = besides(other);
        if (process == null) {
            try {
                process = launch();
                server = await(url);
            } catch (IOException e) {
                throw new IllegalStateException(e);
            }
        }
        return url;
    }

    /** Ends it at once, as if its machine were gone. */
    public synchronized void kill() {
        server.destroyForcibly();
        server.onExit().join();
        stop();
    }

    @Override
    public void close() {
        stop();
        Runtime.getRuntime().removeShutdownHook(atExit);
    }

    private static URL besides(URL other) {
        try {
            return new URL(
                    other.getProtocol(), other.getHost(), Integer.getInteger("server.node.port"), other.getFile());
        } catch (MalformedURLException e) {
            throw new IllegalStateException(e);
        }
    }

    private Process launch() throws IOException {
        directory = Files.createTempDirectory(Path.of("target").toAbsolutePath(), "node-");
        Path base = Files.createDirectory(directory.resolve("base"));
        Path war = directory.resolve(app.getName());
        app.as(ZipExporter.class).exportTo(war.toFile(), true);
        ProcessBuilder builder = new ProcessBuilder(
                        "bash",
                        System.getProperty("server.node"),
                        System.getProperty("server.home"),
                        base.toString(),
                        war.toString(),
                        System.getProperty("server.node.port"))
                .redirectErrorStream(true)
                .redirectOutput(directory.resolve("output.log").toFile());
        builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
        builder.environment().merge("JAVA_TOOL_OPTIONS", STARTS_FAST, String::concat);
        return builder.start();
    }

    private ProcessHandle await(URL url) {
        Instant deadline = Instant.now().plus(PATIENCE);
        while (process.isAlive() && Instant.now().isBefore(deadline)) {
            OptionalLong id = id(url);
            if (id.isPresent()) {
                return ProcessHandle.of(id.getAsLong()).orElseThrow();
            }
            Journal.pause();
        }
        stop();
        throw new IllegalStateException("The node does not start; see " + directory);
    }

    private static OptionalLong id(URL url) {
        try {
            String answer = Http.get(Wars.under(url, "process"));
            return answer.matches("\\d+") ? OptionalLong.of(Long.parseLong(answer)) : OptionalLong.empty();
        } catch (IllegalStateException e) {
            return OptionalLong.empty();
        }
    }

    /** All of it: the script's process, and those that it made. */
    private void stop() {
        if (process != null) {
            List<ProcessHandle> all = Stream.concat(process.descendants(), Stream.of(process.toHandle()))
                    .toList();
            all.forEach(ProcessHandle::destroyForcibly);
            all.forEach(one -> one.onExit().join());
            process = null;
        }
    }
}
