package io.github.frameiokit.it.support;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.jboss.arquillian.container.spi.client.container.ContainerConfiguration;
import org.jboss.arquillian.container.spi.client.container.DeployableContainer;
import org.jboss.arquillian.container.spi.client.container.DeploymentException;
import org.jboss.arquillian.container.spi.client.protocol.ProtocolDescription;
import org.jboss.arquillian.container.spi.client.protocol.metadata.HTTPContext;
import org.jboss.arquillian.container.spi.client.protocol.metadata.ProtocolMetaData;
import org.jboss.arquillian.container.spi.client.protocol.metadata.Servlet;
import org.jboss.shrinkwrap.api.Archive;
import org.jboss.shrinkwrap.descriptor.api.Descriptor;

/**
 * Runs each deployment in its own JVM and on its own port, with the module's script; for a server that runs one app per
 * JVM.
 */
public final class ProcessContainer implements DeployableContainer<ProcessContainer.Configuration> {

    private static final Duration MAX_WAIT = Duration.ofSeconds(90);
    /** What the server logs when it has started; empty if it doesn't listen before that. */
    private static final String STARTED = System.getProperty("server.started", "");
    /** What the server logs about an app that it refuses; empty if it ends then. */
    private static final String REFUSED = System.getProperty("server.refused", "");

    private final AtomicInteger nextPort = new AtomicInteger(Integer.getInteger("server.http.port"));
    private final Map<String, Process> running = new ConcurrentHashMap<>();

    /** There is nothing to configure. */
    public static final class Configuration implements ContainerConfiguration {

        @Override
        public void validate() {}
    }

    @Override
    public Class<Configuration> getConfigurationClass() {
        return Configuration.class;
    }

    @Override
    public ProtocolDescription getDefaultProtocol() {
        return new ProtocolDescription("Servlet 6.0");
    }

    @Override
    public ProtocolMetaData deploy(Archive<?> archive) throws DeploymentException {
        int port = nextPort.getAndIncrement();
        try {
            ServerLog log = ServerLog.fromHere();
            Process process = NodeScript.run(archive, port, ServerLog.FILE);
            running.put(archive.getName(), process);
            await(archive.getName(), process, port, log);
        } catch (IOException e) {
            throw new DeploymentException("Could not start " + archive.getName(), e);
        }
        HTTPContext context = new HTTPContext("localhost", port);
        context.add(new Servlet("app", "/"));
        return new ProtocolMetaData().addContext(context);
    }

    private static void await(String name, Process process, int port, ServerLog log)
            throws DeploymentException, IOException {
        Instant deadline = Instant.now().plus(MAX_WAIT);
        while (!listens(port) || !log.has(line -> line.contains(STARTED))) {
            if (!process.isAlive() || Instant.now().isAfter(deadline)) {
                throw new DeploymentException(name + " hasn't started; see " + ServerLog.FILE);
            }
            Journal.pause();
        }
        if (log.has(ProcessContainer::refuses)) {
            throw new DeploymentException(name + " was refused; see " + ServerLog.FILE);
        }
    }

    private static boolean refuses(String line) {
        return !REFUSED.isEmpty() && line.contains(REFUSED);
    }

    private static boolean listens(int port) {
        try (Socket socket = new Socket()) {
            socket.connect(new InetSocketAddress("localhost", port), 100);
            return true;
        } catch (IOException e) {
            return false;
        }
    }

    @Override
    public void undeploy(Archive<?> archive) {
        stop(running.remove(archive.getName()));
    }

    @Override
    public void stop() {
        running.values().forEach(ProcessContainer::stop);
    }

    private static void stop(Process process) {
        if (process == null) {
            return;
        }
        process.destroy();
        try {
            if (!process.waitFor(MAX_WAIT.toSeconds(), TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            process.destroyForcibly();
        }
    }

    @Override
    public void setup(Configuration configuration) {}

    @Override
    public void start() {}

    @Override
    @Deprecated
    public void deploy(Descriptor descriptor) {
        throw new UnsupportedOperationException();
    }

    @Override
    @Deprecated
    public void undeploy(Descriptor descriptor) {
        throw new UnsupportedOperationException();
    }
}
