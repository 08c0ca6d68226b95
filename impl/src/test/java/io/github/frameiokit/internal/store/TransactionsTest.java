package io.github.frameiokit.internal.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.arjuna.ats.jta.TransactionManager;
import com.arjuna.ats.jta.cdi.TransactionExtension;
import io.github.frameiokit.oauth.TokenStore.Entry;
import io.github.frameiokit.oauth.TokenStoreException;
import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfigBuilder;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.inject.Produces;
import jakarta.enterprise.inject.se.SeContainer;
import jakarta.enterprise.inject.se.SeContainerInitializer;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.transaction.RollbackException;
import jakarta.transaction.Status;
import jakarta.transaction.SystemException;
import jakarta.transaction.Transaction;
import jakarta.transaction.Transactional;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import javax.sql.DataSource;
import javax.sql.XAConnection;
import org.eclipse.microprofile.config.Config;
import org.h2.jdbcx.JdbcDataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.postgresql.ds.PGSimpleDataSource;
import org.postgresql.xa.PGXADataSource;

/** The store within transactions of the app, with a real transaction manager. */
@Tag("database")
class TransactionsTest {

    private static DataSource database;
    private static String dataSourceName = "";

    private final List<XAConnection> enlisted = new ArrayList<>();

    @AfterEach
    void close() throws SQLException {
        dataSourceName = "";
        for (XAConnection connection : enlisted) {
            connection.close();
        }
    }

    @Dependent
    static class Beans {

        @Produces
        @ApplicationScoped
        Config config() {
            Map<String, String> properties = Map.of(
                    "frameio.token-store",
                    "jdbc",
                    "frameio.token-store.jdbc.create-table",
                    "true",
                    "frameio.token-store.jdbc.data-source",
                    dataSourceName);
            return new SmallRyeConfigBuilder()
                    .withSources(new PropertiesConfigSource(properties, "test", 100))
                    .build();
        }

        @Produces
        DataSource dataSource() {
            return database;
        }
    }

    @ApplicationScoped
    static class App {

        @Inject
        private ConfiguredTokenStore stores;

        /** Loses one write, wins another, and has a statement of its own between them; then fails. */
        @Transactional
        void work(String user, Entry entry) throws SQLException, SystemException {
            try (Connection connection = database.getConnection()) {
                connection.createStatement().execute("INSERT INTO work VALUES ('" + user + "')");
                assertFalse(stores.put("taken", entry, 0));
                assertTrue(stores.put(user, entry, 0));
                assertEquals(Optional.of(entry), stores.find(user));
                connection.createStatement().execute("INSERT INTO work VALUES ('" + user + "')");
            }
            assertEquals(
                    Status.STATUS_ACTIVE,
                    TransactionManager.transactionManager().getStatus());
            throw new IllegalStateException("the app fails");
        }
    }

    /** On PostgreSQL, since that neither commits within a distributed transaction nor goes on after a duplicate key. */
    @Test
    void aWriteStaysWhenTheAppsTransactionIsRolledBack() throws SQLException {
        PGSimpleDataSource postgres = (PGSimpleDataSource) Databases.postgres();
        database = new Pool(() -> connect(postgres));
        try (Connection connection = database.getConnection()) {
            connection.createStatement().execute("CREATE TABLE work (name VARCHAR(99))");
        }
        String user = "user-" + UUID.randomUUID();
        Entry entry = Entry.of("sealed", Instant.now().plusSeconds(60));
        try (SeContainer container = SeContainerInitializer.newInstance()
                .disableDiscovery()
                .addExtensions(new TransactionExtension())
                .addBeanClasses(ConfiguredTokenStore.class, Beans.class, App.class)
                .initialize()) {
            ConfiguredTokenStore stores =
                    container.select(ConfiguredTokenStore.class).get();
            stores.delete("taken");
            stores.put("taken", Entry.of("taken", entry.expiresAt()), 0);
            App app = container.select(App.class).get();
            IllegalStateException failure = assertThrows(IllegalStateException.class, () -> app.work(user, entry));
            assertEquals("the app fails", failure.getMessage());
            assertEquals(Optional.of(entry), stores.find(user));
        }
        try (Connection connection = database.getConnection();
                ResultSet work = connection.createStatement().executeQuery("SELECT name FROM work")) {
            assertFalse(work.next());
        }
    }

    private static List<Future<Optional<Entry>>> askAllAtOnce(int connections, Class<?>... beans) throws Exception {
        database = new Pool(new SmallPool(connections));
        ExecutorService threads = Executors.newFixedThreadPool(connections);
        try (SeContainer container = SeContainerInitializer.newInstance()
                .disableDiscovery()
                .addExtensions(new TransactionExtension())
                .addBeanClasses(ConfiguredTokenStore.class, Beans.class, Busy.class)
                .addBeanClasses(beans)
                .initialize()) {
            container.select(ConfiguredTokenStore.class).get().find("key");
            CyclicBarrier all = new CyclicBarrier(connections);
            Busy busy = container.select(Busy.class).get();
            List<Future<Optional<Entry>>> asked = threads.invokeAll(
                    Collections.<Callable<Optional<Entry>>>nCopies(connections, () -> busy.askInTheMiddle(all)));
            assertEquals(
                    Optional.empty(),
                    container.select(ConfiguredTokenStore.class).get().find("key"),
                    "works again");
            return asked;
        } finally {
            threads.shutdownNow();
        }
    }

    /** The first that has waited long enough ends its transaction, so that others may come through. */
    @Test
    void aPoolThatTransactionsHaveEmptiedFailsWithWhatMendsItAndWorksAgain() throws Exception {
        int failures = 0;
        for (Future<Optional<Entry>> asked : askAllAtOnce(3)) {
            try {
                assertEquals(Optional.empty(), asked.get());
            } catch (ExecutionException e) {
                failures++;
                assertInstanceOf(TokenStoreException.class, e.getCause());
                assertTrue(
                        e.getCause()
                                .getMessage()
                                .contains("a handler that asks for a user's token inside a transaction needs one beside"
                                        + " that of the transaction. Enlarge the pool, or give the token store a data"
                                        + " source of its own with frameio.token-store.jdbc.data-source."),
                        e.getCause().getMessage());
            }
        }
        assertTrue(failures > 0);
    }

    @Test
    void aDataSourceOfTheStoresOwnIsEnoughHoweverManyTransactionsAsk() throws Exception {
        dataSourceName = "tokens";
        for (Future<Optional<Entry>> asked : askAllAtOnce(3, OwnPool.class)) {
            assertEquals(Optional.empty(), asked.get());
        }
    }

    /** Has a connection of its pool in a transaction while it asks for an entry. */
    @ApplicationScoped
    static class Busy {

        @Inject
        private ConfiguredTokenStore stores;

        @Transactional
        Optional<Entry> askInTheMiddle(CyclicBarrier all) throws Exception {
            try (Connection connection = database.getConnection()) {
                connection.createStatement().execute("SELECT 1");
                all.await(20, TimeUnit.SECONDS);
                return stores.find("key");
            }
        }
    }

    @Dependent
    static class OwnPool {

        @Produces
        @Named("tokens")
        DataSource tokens() {
            return new Pool(new SmallPool(1));
        }
    }

    /** As servers' pools are: it waits for some time when all connections are in use. */
    private static final class SmallPool implements Pool.Source {

        private final JdbcDataSource database = new JdbcDataSource();
        private final Semaphore left;

        SmallPool(int connections) {
            left = new Semaphore(connections);
            database.setURL("jdbc:h2:mem:small;DB_CLOSE_DELAY=-1");
        }

        @Override
        public Connection connect() throws SQLException {
            try {
                if (!left.tryAcquire(2, TimeUnit.SECONDS)) {
                    throw new SQLTransientConnectionException("none left");
                }
            } catch (InterruptedException e) {
                throw new SQLException(e);
            }
            AtomicBoolean closed = new AtomicBoolean();
            return Pool.around(database.getConnection(), (name, call) -> {
                if (name.equals("close") && closed.compareAndSet(false, true)) {
                    left.release();
                }
                return call.go();
            });
        }
    }

    /** Does what a server's data source does: within a transaction, connections take part in it. */
    private Connection connect(PGSimpleDataSource postgres) throws SQLException {
        try {
            Transaction transaction = TransactionManager.transactionManager().getTransaction();
            if (transaction == null) {
                return postgres.getConnection();
            }
            PGXADataSource distributed = new PGXADataSource();
            distributed.setUrl(postgres.getUrl());
            distributed.setUser(postgres.getUser());
            XAConnection connection = distributed.getXAConnection();
            enlisted.add(connection);
            transaction.enlistResource(connection.getXAResource());
            return Pool.kept(connection.getConnection());
        } catch (SystemException | RollbackException e) {
            throw new SQLException(e);
        }
    }
}
