package io.github.frameiokit.internal.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.frameiokit.oauth.TokenStore;
import io.github.frameiokit.oauth.TokenStore.Entry;
import io.github.frameiokit.oauth.TokenStoreException;
import io.github.frameiokit.testkit.TokenStoreContract;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import javax.sql.DataSource;
import org.apache.derby.jdbc.EmbeddedDataSource;
import org.h2.jdbcx.JdbcDataSource;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JdbcTokenStoreTest {

    /** What holds on every database. */
    interface OnADatabase extends TokenStoreContract {

        DataSource database();

        @Override
        default TokenStore store() {
            return created(database(), "frameio_tokens");
        }

        @Test
        default void manyNodesMayCreateTheTableAtOnce() throws Exception {
            String table = newTable();
            int nodes = 8;
            ExecutorService threads = Executors.newFixedThreadPool(nodes);
            CyclicBarrier start = new CyclicBarrier(nodes);
            try {
                List<Callable<TokenStore>> all = new ArrayList<>();
                for (int i = 0; i < nodes; i++) {
                    all.add(() -> {
                        start.await();
                        return created(database(), table);
                    });
                }
                for (Future<TokenStore> node : threads.invokeAll(all)) {
                    assertTrue(node.get().find("user").isEmpty());
                }
            } finally {
                threads.shutdownNow();
            }
        }

        @Test
        default void aMissingTableIsToldWithWhatMendsIt() {
            String table = newTable();
            TokenStore store = new JdbcTokenStore(database(), table, InstantSource.system());
            for (Runnable call : List.<Runnable>of(
                    () -> store.find("the-user"),
                    () -> store.put("the-user", entry(), 0),
                    () -> store.put("the-user", entry(), 1),
                    () -> store.delete("the-user"),
                    () -> store.delete("the-user", 1))) {
                String message =
                        assertThrows(TokenStoreException.class, call::run).getMessage();
                assertTrue(
                        message.replaceAll("\\(SQL[^)]*\\)", "()")
                                .equals("The data source has no table " + table + " as the token store needs it, or"
                                        + " doesn't let it be used (); set frameio.token-store.jdbc.create-table=true,"
                                        + " or create it with: CREATE TABLE " + table + " (entry_key CHAR(64) NOT NULL"
                                        + " PRIMARY KEY, sealed VARCHAR(16000) NOT NULL, version BIGINT NOT NULL,"
                                        + " expires_at BIGINT NOT NULL)"),
                        message);
            }
        }

        @Test
        default void aPoolWithoutAutoCommitIsUsedAsIfItHadIt() throws SQLException {
            String user = "user-" + UUID.randomUUID();
            Entry entry = entry();
            store();
            try (Connection connection = database().getConnection()) {
                connection.setAutoCommit(false);
                TokenStore store = new JdbcTokenStore(
                        new Pool(() -> Pool.kept(connection)), "frameio_tokens", InstantSource.system());
                assertTrue(store.put(user, entry, 0));
                assertFalse(store.put(user, entry(), 0));
                assertFalse(connection.getAutoCommit());
                connection.rollback();
                assertEquals(Optional.of(entry), store().find(user));
                connection.rollback();
            }
        }
    }

    @Nested
    class OnH2 implements OnADatabase {

        @Override
        public DataSource database() {
            return h2();
        }
    }

    @Nested
    class OnDerby implements OnADatabase {

        @Override
        public DataSource database() {
            EmbeddedDataSource database = new EmbeddedDataSource();
            database.setDatabaseName("memory:tokens");
            database.setCreateDatabase("create");
            return database;
        }
    }

    @Nested
    class OnPostgres implements OnADatabase {

        @Override
        public DataSource database() {
            return Databases.postgres();
        }
    }

    @Nested
    class OnMariaDb implements OnADatabase {

        @Override
        public DataSource database() {
            return Databases.mariaDb();
        }
    }

    private static DataSource h2() {
        JdbcDataSource database = new JdbcDataSource();
        database.setURL("jdbc:h2:mem:tokens;DB_CLOSE_DELAY=-1");
        return database;
    }

    private static TokenStore created(DataSource database, String table) {
        JdbcTokenStore store = new JdbcTokenStore(database, table, InstantSource.system());
        store.createTable();
        return store;
    }

    private static String newTable() {
        return "t_" + UUID.randomUUID().toString().replace('-', '_');
    }

    private static Entry entry() {
        return Entry.of("the-sealed-text", Instant.now().plusSeconds(60));
    }

    @Test
    void whatHasExpiredIsRemovedInTheEnd() throws SQLException {
        String table = newTable();
        Instant[] now = {Instant.parse("2026-11-02T10:00:00Z")};
        JdbcTokenStore store = new JdbcTokenStore(h2(), table, () -> now[0]);
        store.createTable();
        store.put("one", Entry.of("sealed", now[0].plusSeconds(60)), 0);
        now[0] = now[0].plusSeconds(3600);
        store.put("two", Entry.of("sealed", now[0].plusSeconds(60)), 0);
        try (var connection = h2().getConnection();
                var rows = connection.createStatement().executeQuery("SELECT COUNT(*) FROM " + table)) {
            rows.next();
            assertEquals(1, rows.getInt(1));
        }
    }

    @Test
    void anEntryIsGoneFromTheSecondItExpiresIn() {
        created(h2(), "expiring");
        Instant[] now = {Instant.parse("2026-11-02T10:00:00Z")};
        TokenStore store = new JdbcTokenStore(h2(), "expiring", () -> now[0]);
        Entry entry = Entry.of("sealed", now[0].plusSeconds(10));
        assertTrue(store.put("user", entry, 0));
        now[0] = now[0].plusMillis(9_999);
        assertEquals(Optional.of(entry), store.find("user"));
        now[0] = now[0].plusMillis(1);
        assertEquals(Optional.empty(), store.find("user"));
        assertTrue(store.put("user", entry(), 0));
    }

    @Test
    void theTableHoldsADigestOfTheKeyOnly() throws SQLException {
        created(h2(), "keys").put("user", entry(), 0);
        try (Connection connection = h2().getConnection();
                var rows = connection.createStatement().executeQuery("SELECT entry_key FROM keys")) {
            assertTrue(rows.next());
            assertEquals(
                    "04f8996da763b7a969b1028ee3007569eaf3a635486ddab211d512c85b9df8fb", // sha256sum of user
                    rows.getString(1));
        }
    }

    @Test
    void aTableInASchemaCanBeNamed() {
        created(h2(), "public.tokens_of_app").delete("user");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "1st", "tokens; DROP TABLE users", "a.b.c", "tokens ", "\"quoted\"", "t\u00f6kens", "a."})
    void aNameThatIsNoPlainOneIsRefused(String table) {
        IllegalStateException failure = assertThrows(
                IllegalStateException.class, () -> new JdbcTokenStore(h2(), table, InstantSource.system()));
        assertEquals(
                "The config property frameio.token-store.jdbc.table must be a plain name such as frameio_tokens or"
                        + " app.frameio_tokens: letters, digits and underscores, not beginning with a digit.",
                failure.getMessage());
    }

    @Test
    void aTableThatCannotBeCreatedIsTold() {
        TokenStoreException failure =
                assertThrows(TokenStoreException.class, () -> created(h2(), "no_such_schema.tokens"));
        assertTrue(
                failure.getMessage()
                        .startsWith(
                                "The table no_such_schema.tokens couldn't be created (SQL state 90079, error 90079);"
                                        + " create it with: CREATE TABLE no_such_schema.tokens (entry_key CHAR(64)"),
                failure.getMessage());
    }

    @Test
    void aDatabaseThatIsDownIsTold() {
        JdbcDataSource database = new JdbcDataSource();
        database.setURL("jdbc:h2:mem:none;IFEXISTS=TRUE");
        TokenStore store = new JdbcTokenStore(database, "frameio_tokens", InstantSource.system());
        TokenStoreException failure = assertThrows(TokenStoreException.class, () -> store.find("the-user"));
        assertEquals(
                "The token store's data source gives no connection (SQL state 90146, error 90146).",
                failure.getMessage());
    }

    @Test
    void aFailureShowsNoValues() throws SQLException {
        try (Connection connection = h2().getConnection()) {
            connection
                    .createStatement()
                    .execute("CREATE TABLE narrow (entry_key CHAR(64) NOT NULL PRIMARY KEY, sealed VARCHAR(5) NOT NULL,"
                            + " version BIGINT NOT NULL, expires_at BIGINT NOT NULL)");
        }
        TokenStore store = created(h2(), "narrow");
        TokenStoreException failure = assertThrows(TokenStoreException.class, () -> store.put("the-user", entry(), 0));
        assertEquals(
                "The table narrow of the token store can't be used now (SQL state 22001, error 22001).",
                failure.getMessage());
        assertNull(failure.getCause());
    }
}
