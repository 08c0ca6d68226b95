package io.github.frameiokit.internal.delivery;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.frameiokit.delivery.DeliveryException;
import io.github.frameiokit.delivery.DeliveryQueue;
import io.github.frameiokit.delivery.DeliveryQueue.Dead;
import io.github.frameiokit.delivery.DeliveryQueue.Done;
import io.github.frameiokit.delivery.DeliveryQueue.Entry;
import io.github.frameiokit.testkit.DeliveryQueueContract;
import jakarta.jms.JMSContext;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.apache.activemq.artemis.core.config.impl.ConfigurationImpl;
import org.apache.activemq.artemis.core.server.embedded.EmbeddedActiveMQ;
import org.apache.activemq.artemis.core.settings.impl.AddressSettings;
import org.apache.activemq.artemis.jms.client.ActiveMQConnectionFactory;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

@Tag("database")
class JmsDeliveryQueueTest {

    /** Shorter than in an app, so that these tests don't wait so long for the death of a node. */
    private static final Duration LONGEST_START = Duration.ofSeconds(2);

    private static final Duration WAIT = Duration.ofMillis(500);
    private static final int THREADS = 4;

    private static final String URL = "tcp://127.0.0.1:" + freePort();
    private static final EmbeddedActiveMQ BROKER = broker(URL);

    @BeforeAll
    static void startBroker() throws Exception {
        BROKER.start();
    }

    @AfterAll
    static void stopBroker() throws Exception {
        BROKER.stop();
    }

    /** Artemis, with its journal on the disk. */
    private static EmbeddedActiveMQ broker(String url) {
        String directory = Path.of("target", "artemis-" + UUID.randomUUID()).toString();
        ConfigurationImpl configuration = new ConfigurationImpl();
        configuration
                .setSecurityEnabled(false)
                .setJMXManagementEnabled(false)
                .setJournalDirectory(directory + "/journal")
                .setBindingsDirectory(directory + "/bindings")
                .setLargeMessagesDirectory(directory + "/large")
                .setPagingDirectory(directory + "/paging")
                .addAddressSetting(
                        "#", new AddressSettings().setMaxDeliveryAttempts(-1).setAutoDeleteQueues(false));
        try {
            configuration.addAcceptorConfiguration("tcp", url);
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
        return new EmbeddedActiveMQ().setConfiguration(configuration);
    }

    private static int freePort() {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static DeliveryQueue open(String url, String queue, String deadQueue) {
        ActiveMQConnectionFactory factory = new ActiveMQConnectionFactory(url);
        factory.setCallTimeout(5000);
        return new JmsDeliveryQueue(
                new JmsTransactions.Local(factory),
                context -> context.createQueue(queue),
                context -> context.createQueue(deadQueue),
                THREADS,
                new OwnThreads(),
                LONGEST_START,
                WAIT);
    }

    /** The queue of a JVM that is killed. */
    public static final class Configured implements Supplier<DeliveryQueue> {

        @Override
        public DeliveryQueue get() {
            String name = System.getProperty("queue");
            return open(System.getProperty("url"), name, name);
        }
    }

    @Nested
    @Execution(ExecutionMode.CONCURRENT)
    class OnArtemis implements DeliveryQueueContract {

        private final String name = "deliveries-" + UUID.randomUUID();

        @Override
        public DeliveryQueue queue() {
            return open(URL, name, name);
        }

        @Override
        public Optional<Class<? extends Supplier<DeliveryQueue>>> queueOfAnotherJvm() {
            return Optional.of(Configured.class);
        }

        @Override
        public List<String> propertiesOfAnotherJvm() {
            return List.of("url=" + URL, "queue=" + name);
        }

        @Override
        public boolean knowsWhatWaits() {
            return false;
        }
    }

    private static Entry entry() {
        return new Entry("0".repeat(32) + UUID.randomUUID().toString().replace("-", ""), "content");
    }

    @Test
    void theDeadAreInAQueueOfTheirOwnIfOneIsNamed() throws Exception {
        String name = "deliveries-" + UUID.randomUUID();
        DeliveryQueue queue = open(URL, name, name + "-dead");
        Entry entry = entry();
        BlockingQueue<Entry> handed = new LinkedBlockingQueue<>();
        queue.start((it, attempt) -> {
            handed.add(it);
            return it.content().equals("dead") ? new Done() : new Dead("dead");
        });
        try {
            queue.add(List.of(entry));
            assertEquals(entry, handed.poll(10, TimeUnit.SECONDS));
            for (int left = 50; left > 0 && !hasDead(queue); left--) {
                Thread.sleep(100);
            }
            try (JMSContext context = new ActiveMQConnectionFactory(URL).createContext();
                    jakarta.jms.QueueBrowser browser = context.createBrowser(context.createQueue(name + "-dead"))) {
                assertTrue(browser.getEnumeration().hasMoreElements());
            }
            assertTrue(queue.retry(entry.id()));
            assertEquals(new Entry(entry.id(), "dead"), handed.poll(10, TimeUnit.SECONDS));
            assertEquals(List.of(), queue.dead(1));
        } finally {
            queue.stop(Duration.ofSeconds(10));
        }
    }

    /** The broker creates the queue with its first message, and who looks at that moment may find half of it. */
    private static boolean hasDead(DeliveryQueue queue) {
        try {
            return queue.deadCount().orElseThrow() > 0;
        } catch (DeliveryException e) {
            return false;
        }
    }

    @Test
    void anIdThatIsNoneDoesNotReachTheBroker() {
        DeliveryQueue queue = open("tcp://127.0.0.1:1", "unreachable", "unreachable");
        assertFalse(queue.discard("' OR 1=1 OR 'a'='"));
        queue.stop(Duration.ZERO);
    }

    @Test
    void aBrokerThatWasAwayIsUsedAgainAfterwards() throws Exception {
        String name = "deliveries-" + UUID.randomUUID();
        String url = "tcp://127.0.0.1:" + freePort();
        EmbeddedActiveMQ broker = broker(url);
        DeliveryQueue queue = open(url, name, name);
        BlockingQueue<Entry> handed = new LinkedBlockingQueue<>();
        try {
            queue.start((it, attempt) -> {
                handed.add(it);
                return new Done();
            });
            DeliveryException refusal = assertThrows(DeliveryException.class, () -> queue.add(List.of(entry())));
            assertTrue(String.valueOf(refusal.getMessage()).contains("check the broker"), refusal.getMessage());
            broker.start();
            Entry entry = entry();
            queue.add(List.of(entry));
            assertEquals(entry, handed.poll(20, TimeUnit.SECONDS));
        } finally {
            queue.stop(Duration.ofSeconds(10));
            broker.stop();
        }
    }
}
