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
 * Another instance of the server, in its own JVM, which runs one app. The server's module has a script that starts it.
 */
public final class Node implements AutoCloseable {

    private static final Duration MAX_WAIT = Duration.ofSeconds(90);
    private static final int PORT = Integer.getInteger("server.node.port", 0);
    static final Path OUTPUT = Path.of("target", "node.log");

    private final WebArchive app;
    private final Thread atExit = new Thread(this::stop);
    private volatile Process process;
    private ProcessHandle server;
    private Path directory;

    /** @param app an app with {@link io.github.frameiokit.it.app.ProcessResource} */
    public Node(WebArchive app) {
        this.app = app;
        Runtime.getRuntime().addShutdownHook(atExit);
    }

    /**
     * Starts the instance, unless it is running.
     *
     * @param other the app's address on the server that all tests use
     * @return the app's address on this instance
     */
    public synchronized URL start(URL other) {
        try {
            if (process == null) {
                directory = NodeScript.newDirectory();
            }
            return restart(other);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Starts the instance that was killed again, with the files that it has left, such as those of its broker. */
    public synchronized URL restart(URL other) throws IOException {
        URL url = besides(other);
        if (process == null) {
            process = NodeScript.run(app, directory, PORT, OUTPUT);
            server = await(url);
        }
        return url;
    }

    /** Kills it at once, as if its machine had failed. */
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
        Instant deadline = Instant.now().plus(MAX_WAIT);
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
        throw new IllegalStateException("The node hasn't started; see " + OUTPUT);
    }

    private static String answer(URL url) {
        try {
            return Http.get(url);
        } catch (IllegalStateException e) {
            return "no answer";
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

    /** The script's process and its descendants, one of which is the server. */
    private Stream<ProcessHandle> processes() {
        return Stream.concat(Stream.of(process.toHandle()), process.descendants());
    }
}
