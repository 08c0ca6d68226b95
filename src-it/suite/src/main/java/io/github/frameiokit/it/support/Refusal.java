package io.github.frameiokit.it.support;

import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.regex.Pattern;
import org.jboss.arquillian.container.test.api.Deployer;

/** Deploys apps that the server refuses. */
public final class Refusal {

    /**
     * What the server logs about an app that it gives up. Only for a server whose Arquillian adapter doesn't notice
     * that and waits until a timeout; otherwise empty.
     */
    private static final String GIVEN_UP = System.getProperty("server.gives-up", "");

    private Refusal() {}

    /**
     * Deploys an app, which must fail, and removes what is left of it.
     *
     * @return what the deployment failed with
     */
    public static Exception of(Deployer deployer, String deployment) throws IOException {
        try (Watch watch = new Watch(deployment)) {
            if (!GIVEN_UP.isEmpty()) {
                watch.start();
            }
            return assertThrows(Exception.class, () -> deployer.deploy(deployment));
        } finally {
            deployer.undeploy(deployment);
        }
    }

    /**
     * Interrupts the deployment when the log says that the server has given it up. It is a thread of its own, because
     * Arquillian deploys on the test's thread only.
     */
    private static final class Watch extends Thread implements AutoCloseable {

        private final Thread deploying = Thread.currentThread();
        private final ServerLog log = ServerLog.fromHere();
        private final Pattern givenUp;
        private boolean over;

        Watch(String deployment) throws IOException {
            givenUp = Pattern.compile("(" + GIVEN_UP + ").* application " + Pattern.quote(deployment) + "[. ]");
        }

        @Override
        public void run() {
            try {
                while (!log.has(line -> givenUp.matcher(line).find())) {
                    Journal.pause();
                    if (isOver()) {
                        return;
                    }
                }
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            interrupt(deploying);
        }

        private synchronized boolean isOver() {
            return over;
        }

        private synchronized void interrupt(Thread deploying) {
            if (!over) {
                deploying.interrupt();
            }
        }

        /** After this, the test's thread isn't interrupted. */
        @Override
        public synchronized void close() {
            over = true;
            Thread.interrupted();
        }
    }
}
