package io.github.frameiokit.it.support;

import java.io.IOException;
import java.net.MalformedURLException;
import java.net.URL;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jboss.shrinkwrap.api.spec.WebArchive;

/**
 * Another instance of the server, in a JVM of its own, that runs one app. How it is started is the business of the
 * server's module, which has a script for it.
 */
public final class Node implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(90);
    private static final int PORT = Integer.getInteger("server.node.port", 0);
    static final Path OUTPUT = Path.of("target", "node.log");

    private final WebArchive app;
    private final Thread atExit = new Thread(this::stop);
    private volatile Process process;
    private ProcessHandle server;

    /** @param app an app with the resource that tells its process */
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
                process = NodeScript.run(app, PORT, OUTPUT);
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
            return new URL(other.getProtocol(), other.getHost(), PORT, other.getFile());
        } catch (MalformedURLException e) {
            throw new IllegalStateException(e);
        }
    }

    private ProcessHandle await(URL url) {
        Instant deadline = Instant.now().plus(PATIENCE);
        while (process.isAlive() && Instant.now().isBefore(deadline)) {
            String id = answer(Wars.under(url, "process"));
            Optional<ProcessHandle> answering = processes()
                    .filter(one -> id.equals(Long.toString(one.pid())))
                    .findFirst();
            if (answering.isPresent()) {
                return answering.get();
            }
            Journal.pause();
        }
        stop();
        throw new IllegalStateException("The node does not start; see " + OUTPUT);
    }

    private static String answer(URL url) {
        try {
            return Http.get(url);
        } catch (IllegalStateException e) {
            return "nobody is there";
        }
    }

    private void stop() {
        if (process != null) {
            List<ProcessHandle> all = processes().toList();
            all.forEach(ProcessHandle::destroyForcibly);
            all.forEach(one -> one.onExit().join());
            process = null;
        }
    }

    /** The script's, and those that it made: the server is one of them. */
    private Stream<ProcessHandle> processes() {
        return Stream.concat(Stream.of(process.toHandle()), process.descendants());
    }
}
