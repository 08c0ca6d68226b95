package io.github.frameiokit.helidon;

import io.github.frameiokit.it.support.NodeScript;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.file.Path;
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

/** Runs each deployment in its own JVM and on its own port, with the WAR's classes and libraries and Helidon's. */
public final class HelidonContainer implements DeployableContainer<HelidonContainer.Configuration> {

    private static final Path HOME = Path.of(System.getProperty("server.home"));
    private static final Duration MAX_WAIT = Duration.ofSeconds(30);

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
            Process process = NodeScript.run(archive, port, HOME.resolve("server.log"));
            running.put(archive.getName(), process);
            await(archive.getName(), process, port);
        } catch (IOException e) {
            throw new DeploymentException("Could not start " + archive.getName(), e);
        }
        HTTPContext context = new HTTPContext("localhost", port);
        context.add(new Servlet("app", "/"));
        return new ProtocolMetaData().addContext(context);
    }

    private static void await(String name, Process process, int port) throws DeploymentException {
        Instant deadline = Instant.now().plus(MAX_WAIT);
        while (!listens(port)) {
            if (!process.isAlive() || Instant.now().isAfter(deadline)) {
                throw new DeploymentException(name + " hasn't started; see " + HOME.resolve("server.log"));
            }
        }
    }

    private static boolean listens(int port) {
        try (Socket socket = new Socket()) {
            socket.connect(new InetSocketAddress("localhost", port), 100);
            return true;
        } catch (IOException e) {
            return pause();
        }
    }

    private static boolean pause() {
        try {
            Thread.sleep(100);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return false;
    }

    @Override
    public void undeploy(Archive<?> archive) {
        stop(running.remove(archive.getName()));
    }

    @Override
    public void stop() {
        running.values().forEach(HelidonContainer::stop);
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
