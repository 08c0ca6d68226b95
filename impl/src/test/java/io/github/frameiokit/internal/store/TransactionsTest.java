package io.github.frameiokit.internal.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.arjuna.ats.jta.TransactionManager;
import com.arjuna.ats.jta.cdi.TransactionExtension;
import io.github.frameiokit.oauth.TokenStore.Entry;
import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfigBuilder;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.inject.Produces;
import jakarta.enterprise.inject.se.SeContainer;
import jakarta.enterprise.inject.se.SeContainerInitializer;
import jakarta.inject.Inject;
import jakarta.transaction.RollbackException;
import jakarta.transaction.Status;
import jakarta.transaction.SystemException;
import jakarta.transaction.Transaction;
import jakarta.transaction.Transactional;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import javax.sql.XAConnection;
import org.eclipse.microprofile.config.Config;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.postgresql.ds.PGSimpleDataSource;
import org.postgresql.xa.PGXADataSource;

/** The store within transactions of the app, with a real transaction manager. */
class TransactionsTest {

    private static DataSource database;

    private final List<XAConnection> enlisted = new ArrayList<>();

    @AfterEach
    void close() throws SQLException {
        for (XAConnection connection : enlisted) {
            connection.close();
        }
    }

    @Dependent
    static class Beans {

        @Produces
        @ApplicationScoped
        Config config() {
            Map<String, String> properties =
                    Map.of("frameio.token-store", "jdbc", "frameio.token-store.jdbc.create-table", "true");
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
        private TokenStores stores;

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
                .addBeanClasses(TokenStores.class, Beans.class, App.class)
                .initialize()) {
            TokenStores stores = container.select(TokenStores.class).get();
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
