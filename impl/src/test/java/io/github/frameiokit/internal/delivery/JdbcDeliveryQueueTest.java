package io.github.frameiokit.internal.delivery;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.frameiokit.delivery.DeliveryException;
import io.github.frameiokit.delivery.DeliveryQueue;
import io.github.frameiokit.internal.store.Databases;
import io.github.frameiokit.testkit.DeliveryQueueContract;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.apache.derby.jdbc.EmbeddedDataSource;
import org.h2.jdbcx.JdbcDataSource;
import org.h2.tools.Server;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.mariadb.jdbc.MariaDbDataSource;
import org.postgresql.ds.PGSimpleDataSource;

@Tag("slow")
class JdbcDeliveryQueueTest {

    private static final String TABLE = "frameio_deliveries";
    /** Shorter than in an app, so that these tests don't wait so long for the death of a node. */
    private static final Duration HEARTBEAT = Duration.ofSeconds(1);

    private static final int THREADS = 4;

    private static DeliveryQueue queue(DataSource database) {
        return new JdbcDeliveryQueue(database, TABLE, true, THREADS, HEARTBEAT);
    }

    /** What holds on every database; the databases are tested side by side, and the tests of one in turn. */
    interface OnADatabase extends DeliveryQueueContract {

        DataSource database();

        @Override
        default DeliveryQueue queue() {
            return JdbcDeliveryQueueTest.queue(database());
        }
    }

    /** The queue of a JVM that is killed. */
    public static final class OnH2 implements Supplier<DeliveryQueue> {

        @Override
        public DeliveryQueue get() {
            return queue(h2(System.getProperty("url")));
        }
    }

    /** The queue of a JVM that is killed. */
    public static final class OnPostgres implements Supplier<DeliveryQueue> {

        @Override
        public DeliveryQueue get() {
            PGSimpleDataSource database = new PGSimpleDataSource();
            database.setUrl(System.getProperty("url"));
            return queue(database);
        }
    }

    /** The queue of a JVM that is killed. */
    public static final class OnMariaDb implements Supplier<DeliveryQueue> {

        @Override
        public DeliveryQueue get() {
            try {
                return queue(new MariaDbDataSource(System.getProperty("url")));
            } catch (SQLException e) {
                throw new IllegalStateException(e);
            }
        }
    }

    private static DataSource h2(String url) {
        JdbcDataSource database = new JdbcDataSource();
        database.setURL(url);
        database.setUser("sa");
        return database;
    }

    @Nested
    @Execution(ExecutionMode.CONCURRENT)
    @ResourceLock("h2")
    class InH2 implements OnADatabase {

        private static final String URL = url();

        private static String url() {
            try {
                Server server = Server.createTcpServer("-tcpPort", "0", "-ifNotExists", "-tcpDaemon")
                        .start();
                return "jdbc:h2:tcp://localhost:" + server.getPort() + "/mem:deliveries;DB_CLOSE_DELAY=-1";
            } catch (SQLException e) {
                throw new IllegalStateException(e);
            }
        }

        @Override
        public DataSource database() {
            return h2(URL);
        }

        @Override
        public Optional<Class<? extends Supplier<DeliveryQueue>>> queueOfAnotherJvm() {
            return Optional.of(OnH2.class);
        }

        @Override
        public List<String> propertiesOfAnotherJvm() {
            return List.of("url=" + URL);
        }
    }

    /** Embedded, so that no other JVM can share it. */
    @Nested
    @Execution(ExecutionMode.CONCURRENT)
    @ResourceLock("derby")
    class InDerby implements OnADatabase {

        @Override
        public DataSource database() {
            EmbeddedDataSource database = new EmbeddedDataSource();
            database.setDatabaseName("memory:deliveries");
            database.setCreateDatabase("create");
            return database;
        }
    }

    @Nested
    @Execution(ExecutionMode.CONCURRENT)
    @ResourceLock("postgres")
    @Tag("database")
    class InPostgres implements OnADatabase {

        @Override
        public DataSource database() {
            return Databases.postgres();
        }

        @Override
        public Optional<Class<? extends Supplier<DeliveryQueue>>> queueOfAnotherJvm() {
            return Optional.of(OnPostgres.class);
        }

        @Override
        public List<String> propertiesOfAnotherJvm() {
            return List.of("url=" + JdbcDeliveryQueueTest.url(database()));
        }
    }

    @Nested
    @Execution(ExecutionMode.CONCURRENT)
    @ResourceLock("mariadb")
    @Tag("database")
    class InMariaDb implements OnADatabase {

        @Override
        public DataSource database() {
            return Databases.mariaDb();
        }

        @Override
        public Optional<Class<? extends Supplier<DeliveryQueue>>> queueOfAnotherJvm() {
            return Optional.of(OnMariaDb.class);
        }

        @Override
        public List<String> propertiesOfAnotherJvm() {
            return List.of("url=" + JdbcDeliveryQueueTest.url(database()) + "?user=root");
        }
    }

    private static String url(DataSource database) {
        try (Connection connection = database.getConnection()) {
            String url = connection.getMetaData().getURL();
            return url.startsWith("jdbc:postgresql")
                    ? url + (url.contains("?") ? "&" : "?") + "user=kit"
                    : url.replaceFirst("\\?.*", "");
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** What has to do with a database that isn't there. */
    @Nested
    @Execution(ExecutionMode.CONCURRENT)
    @ResourceLock("away")
    class WithoutItsDatabase {

        private final DeliveryQueue.Entry entry = new DeliveryQueue.Entry("0".repeat(64), "content");

        @Test
        void aMissingTableIsToldWithWhatMendsIt() throws SQLException {
            DataSource database = h2("jdbc:h2:mem:no-table;DB_CLOSE_DELAY=-1");
            DeliveryQueue queue = new JdbcDeliveryQueue(database, "absent", false, THREADS, HEARTBEAT);
            queue.start((entry, attempt) -> new DeliveryQueue.Done());
            try {
                String message = assertThrows(DeliveryException.class, () -> queue.add(List.of(entry)))
                        .getMessage();
                assertTrue(
                        message.contains("The data source has no table absent as durable delivery needs it")
                                && message.contains("set frameio.delivery.jdbc.create-table=true"),
                        message);
            } finally {
                queue.stop(Duration.ZERO);
            }
        }

        @Test
        @Timeout(60)
        void aDatabaseThatIsAwayMakesAddingFailAndWorksAgainOnceItIsBack() throws Exception {
            Server server =
                    Server.createTcpServer("-tcpPort", "0", "-ifNotExists").start();
            int port = server.getPort();
            String url = "jdbc:h2:tcp://localhost:" + port + "/mem:away;DB_CLOSE_DELAY=-1";
            BlockingQueue<DeliveryQueue.Entry> handed = new LinkedBlockingQueue<>();
            server.stop();
            DeliveryQueue queue = queue(h2(url));
            queue.start((entry, attempt) -> {
                handed.add(entry);
                return new DeliveryQueue.Done();
            });
            try {
                assertThrows(DeliveryException.class, () -> queue.add(List.of(entry)));
                server = Server.createTcpServer("-tcpPort", String.valueOf(port), "-ifNotExists")
                        .start();
                queue.add(List.of(entry));
                assertEquals(entry, handed.poll(20, TimeUnit.SECONDS));
                // an entry that isn't deleted yet would be handed out again
                while (queue.pendingCount().getAsLong() > 0) {
                    Thread.sleep(10);
                }
                server.stop();
                assertThrows(DeliveryException.class, () -> queue.add(List.of(entry)));
                server = Server.createTcpServer("-tcpPort", String.valueOf(port), "-ifNotExists")
                        .start();
                DeliveryQueue.Entry other = new DeliveryQueue.Entry("1".repeat(64), "content");
                queue.add(List.of(other));
                assertEquals(other, handed.poll(20, TimeUnit.SECONDS));
            } finally {
                queue.stop(Duration.ZERO);
                server.stop();
            }
        }
    }
}
