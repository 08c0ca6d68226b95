package io.github.frameiokit.internal.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTimeout;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.frameiokit.oauth.TokenStore;
import io.github.frameiokit.oauth.TokenStore.Entry;
import io.github.frameiokit.oauth.TokenStoreException;
import io.github.frameiokit.testkit.TokenStoreContract;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.apache.derby.jdbc.EmbeddedDataSource;
import org.h2.jdbcx.JdbcDataSource;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
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
            TokenStore store = new JdbcTokenStore(database(), table, InstantSource.system(), Runnable::run);
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
            String abandoned = newTable();
            try (Connection connection = database().getConnection()) {
                connection.createStatement().execute("CREATE TABLE " + abandoned + " (n INT)");
            }
            try (Connection connection = database().getConnection()) {
                connection.setAutoCommit(false);
                TokenStore store = new JdbcTokenStore(
                        new Pool(() -> Pool.kept(connection)), "frameio_tokens", InstantSource.system(), Runnable::run);
                connection.createStatement().execute("INSERT INTO " + abandoned + " VALUES (1)");
                assertTrue(store.put(user, entry, 0));
                assertFalse(store.put(user, entry(), 0));
                assertFalse(connection.getAutoCommit());
                connection.rollback();
                assertEquals(Optional.of(entry), store().find(user));
                try (ResultSet rows = connection.createStatement().executeQuery("SELECT n FROM " + abandoned)) {
                    assertFalse(rows.next(), "what was left open on the connection isn't committed");
                }
                connection.rollback();
            }
        }

        /** Another transaction has locked the row, and doesn't end. */
        @Test
        default void aRowThatStaysLockedIsNotWaitedForInVain() throws SQLException {
            String key = "key-" + UUID.randomUUID();
            store().put(key, entry(), 0);
            TokenStore store =
                    new JdbcTokenStore(database(), "frameio_tokens", InstantSource.system(), Runnable::run, 1);
            try (Connection other = database().getConnection()) {
                other.setAutoCommit(false);
                other.createStatement().executeUpdate("UPDATE frameio_tokens SET expires_at = expires_at");
                try {
                    TokenStoreException failure = assertTimeout(
                            Duration.ofSeconds(15),
                            () -> assertThrows(TokenStoreException.class, () -> store.delete(key)));
                    assertTrue(
                            failure.getMessage()
                                    .startsWith("The table frameio_tokens of the token store can't be used now"),
                            failure.getMessage());
                } finally {
                    other.rollback();
                }
            }
            store.delete(key);
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
            return derby();
        }
    }

    @Tag("database")
    @Nested
    class OnPostgres implements OnADatabase {

        @Override
        public DataSource database() {
            return Databases.postgres();
        }
    }

    @Tag("database")
    @Nested
    class OnMariaDb implements OnADatabase {

        @Override
        public DataSource database() {
            return Databases.mariaDb();
        }
    }

    /** Compare-and-set holds, and conflicts are tried again, on the level on which databases see most of them. */
    interface Serializable extends TokenStoreContract {

        DataSource database();

        @Override
        default TokenStore store() {
            return created(
                    new Pool(() -> {
                        Connection connection = database().getConnection();
                        connection.setTransactionIsolation(Connection.TRANSACTION_SERIALIZABLE);
                        return connection;
                    }),
                    "serializable");
        }

        @Test
        default void manyWritersOfOneRowAllComeThrough() throws Exception {
            TokenStore store = store();
            String key = "key-" + UUID.randomUUID();
            int writers = 6;
            ExecutorService threads = Executors.newFixedThreadPool(writers);
            try {
                List<Callable<Integer>> all = new ArrayList<>();
                for (int i = 0; i < writers; i++) {
                    all.add(() -> {
                        int won = 0;
                        while (won < 10) {
                            long version = store.find(key).map(Entry::version).orElse(0L);
                            won += store.put(key, entry(), version) ? 1 : 0;
                        }
                        return won;
                    });
                }
                for (Future<Integer> writer : threads.invokeAll(all)) {
                    assertEquals(10, writer.get());
                }
            } finally {
                threads.shutdownNow();
            }
        }
    }

    @Nested
    class SerializableOnH2 implements Serializable {

        @Override
        public DataSource database() {
            return h2();
        }
    }

    @Nested
    class SerializableOnDerby implements Serializable {

        @Override
        public DataSource database() {
            return derby();
        }
    }

    @Tag("database")
    @Nested
    class SerializableOnPostgres implements Serializable {

        @Override
        public DataSource database() {
            return Databases.postgres();
        }
    }

    @Tag("database")
    @Nested
    class SerializableOnMariaDb implements Serializable {

        @Override
        public DataSource database() {
            return Databases.mariaDb();
        }
    }

    private static DataSource derby() {
        EmbeddedDataSource database = new EmbeddedDataSource();
        database.setDatabaseName("memory:tokens");
        database.setCreateDatabase("create");
        try (Connection connection = database.getConnection()) {
            // Derby doesn't look at a statement's time-out while it waits for a lock
            connection
                    .createStatement()
                    .execute("CALL SYSCS_UTIL.SYSCS_SET_DATABASE_PROPERTY('derby.locks.waitTimeout', '1')");
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
        return database;
    }

    /** What an Oracle, SQL Server or Db2 would be told, to H2, which takes their types in the modes of theirs. */
    interface InTheModeOf extends TokenStoreContract {

        String mode();

        String product();

        String ddl();

        @Override
        default TokenStore store() {
            return created(database(), "moded");
        }

        default DataSource database() {
            JdbcDataSource database = new JdbcDataSource();
            database.setURL("jdbc:h2:mem:" + mode() + ";MODE=" + mode() + ";DB_CLOSE_DELAY=-1");
            return new Pool(() -> Pool.around(database.getConnection(), (name, call) -> {
                if (name.equals("getMetaData")) {
                    DatabaseMetaData real = (DatabaseMetaData) call.go();
                    return Proxy.newProxyInstance(
                            Pool.class.getClassLoader(),
                            new Class<?>[] {DatabaseMetaData.class},
                            (proxy, method, arguments) -> method.getName().equals("getDatabaseProductName")
                                    ? product()
                                    : method.invoke(real, arguments));
                }
                return call.go();
            }));
        }

        @Test
        default void itsTypesAreUsed() {
            TokenStore store = new JdbcTokenStore(database(), "no_such_table", InstantSource.system(), Runnable::run);
            String message = assertThrows(TokenStoreException.class, () -> store.find("key"))
                    .getMessage();
            assertTrue(message.endsWith("create it with: CREATE TABLE no_such_table (" + ddl() + ")"), message);
        }
    }

    @Nested
    class InTheModeOfOracle implements InTheModeOf {

        @Override
        public String mode() {
            return "Oracle";
        }

        @Override
        public String product() {
            return "Oracle";
        }

        @Override
        public String ddl() {
            return "entry_key CHAR(64) NOT NULL PRIMARY KEY, sealed CLOB NOT NULL, version NUMBER(19) NOT NULL,"
                    + " expires_at NUMBER(19) NOT NULL";
        }
    }

    @Nested
    class InTheModeOfSqlServer implements InTheModeOf {

        @Override
        public String mode() {
            return "MSSQLServer";
        }

        @Override
        public String product() {
            return "Microsoft SQL Server";
        }

        @Override
        public String ddl() {
            return "entry_key NCHAR(64) NOT NULL PRIMARY KEY, sealed NVARCHAR(MAX) NOT NULL, version BIGINT NOT NULL,"
                    + " expires_at BIGINT NOT NULL";
        }
    }

    @Nested
    class InTheModeOfDb2 implements InTheModeOf {

        @Override
        public String mode() {
            return "DB2";
        }

        @Override
        public String product() {
            return "DB2/LINUXX8664";
        }

        @Override
        public String ddl() {
            return "entry_key CHAR(64) NOT NULL PRIMARY KEY, sealed CLOB(16000) NOT NULL, version BIGINT NOT NULL,"
                    + " expires_at BIGINT NOT NULL";
        }
    }

    /** What databases and drivers do seldom. */
    @Nested
    class WhenItFails {

        private static final Set<String> WRITES = Set.of("PreparedStatement.executeUpdate");

        private final String table = newTable();
        private final TokenStore direct = created(h2(), table);
        private final AtomicInteger failures = new AtomicInteger();

        /** A store whose next writes fail, before or after they had their effect. */
        private TokenStore failing(int times, boolean after, SQLException failure) {
            failures.set(times);
            return new JdbcTokenStore(
                    new Pool(() -> Pool.around(h2().getConnection(), (name, call) -> {
                        boolean fails = WRITES.contains(name) && failures.getAndDecrement() > 0;
                        if (fails && !after) {
                            throw failure;
                        }
                        Object result = call.go();
                        if (fails) {
                            throw failure;
                        }
                        return result;
                    })),
                    table,
                    InstantSource.system(),
                    Runnable::run);
        }

        @ParameterizedTest
        @CsvSource({
            "40001, 0",
            "40P01, 0",
            "40XL1, 30000",
            "41000, 0",
            "55P03, 0",
            "57033, -913",
            "HY000, 1205",
            "HY000, 1020",
            "S0045, 1222",
            "S0002, 3960",
            "61000, 60",
            "72000, 8177",
            "HYT00, 50200",
            "90131, 90131"
        })
        void aConflictIsTriedAgain(String state, int number) {
            SQLException conflict = new SQLException("conflict", state, number);
            Entry first = entry();
            Entry second = entry();
            assertTrue(failing(3, false, conflict).put("key", first, 0));
            assertTrue(failing(3, false, conflict).put("key", second, first.version()));
            assertFalse(failing(3, false, conflict).put("key", entry(), first.version()));
            assertEquals(Optional.of(second), direct.find("key"));
            assertTrue(failing(3, false, conflict).delete("key", second.version()));
            failing(3, false, conflict).delete("key");
        }

        @Test
        void aConflictThatDoesNotEndIsTold() {
            TokenStore store = failing(Integer.MAX_VALUE, false, new SQLException("conflict", "40001", 0));
            TokenStoreException failure = assertThrows(TokenStoreException.class, () -> store.delete("key"));
            assertEquals(
                    "The table " + table + " of the token store can't be used now (SQL state 40001, error 0).",
                    failure.getMessage());
            assertEquals(Integer.MAX_VALUE - 5, failures.get());
        }

        @Test
        void anyOtherFailureIsNotTriedAgain() {
            TokenStore store = failing(1, false, new SQLException("full", "53100", 0));
            assertThrows(TokenStoreException.class, () -> store.put("key", entry(), 0));
            assertEquals(Optional.empty(), direct.find("key"));
        }

        @ParameterizedTest
        @ValueSource(strings = {"08006", "08S01", "57P01", "40003"})
        void aWriteWhoseConnectionWasLostHasWonIfItHadItsEffect(String state) {
            SQLException lost = new SQLException("lost", state, 0);
            Entry first = entry();
            Entry second = entry();
            assertTrue(failing(2, true, lost).put("key", first, 0));
            assertEquals(Optional.of(first), direct.find("key"));
            assertTrue(failing(1, true, lost).put("key", second, first.version()));
            assertEquals(Optional.of(second), direct.find("key"));
            assertFalse(failing(1, false, lost).put("key", entry(), first.version()));
        }

        @Test
        void aDeletionOfOneVersionWhoseConnectionWasLostIsNotSaidToHaveLost() {
            Entry entry = entry();
            direct.put("key", entry, 0);
            TokenStore store = failing(1, true, new SQLException("lost", "08006", 0));
            assertThrows(TokenStoreException.class, () -> store.delete("key", entry.version()));
            assertEquals(Optional.empty(), direct.find("key"));
        }

        @Tag("database")
        @Test
        void aConnectionGoesBackAsItCame() throws SQLException {
            try (Connection connection = Databases.postgres().getConnection()) {
                created(Databases.postgres(), "frameio_tokens");
                connection.setNetworkTimeout(Runnable::run, 77_000);
                connection.setAutoCommit(false);
                List<Integer> limits = new ArrayList<>();
                TokenStore store = new JdbcTokenStore(
                        new Pool(() -> Pool.around(Pool.kept(connection), (name, call) -> {
                            if (name.startsWith("PreparedStatement.execute")) {
                                limits.add(connection.getNetworkTimeout());
                                throw new SQLException("full", "53100", 0);
                            }
                            return call.go();
                        })),
                        "frameio_tokens",
                        InstantSource.system(),
                        Runnable::run);
                assertThrows(TokenStoreException.class, () -> store.put("key", entry(), 1));
                assertFalse(connection.getAutoCommit());
                assertEquals(77_000, connection.getNetworkTimeout());
                assertEquals(List.of(6_000), limits);
            }
        }

        @Test
        void aStatementsTimeOutDoesNotStayOnTheConnection() throws SQLException {
            try (Connection connection = h2().getConnection();
                    Statement statement = connection.createStatement()) {
                statement.setQueryTimeout(55);
                new JdbcTokenStore(new Pool(() -> Pool.kept(connection)), table, InstantSource.system(), Runnable::run)
                        .find("key");
                assertEquals(55, statement.getQueryTimeout());
            }
        }

        @Test
        void aConnectionThatBreaksAfterTheWriteMakesItNoFailure() {
            TokenStore store = new JdbcTokenStore(
                    new Pool(() -> Pool.around(h2().getConnection(), (name, call) -> {
                        if (name.equals("close")) {
                            call.go();
                            throw new SQLException("lost", "08006", 0);
                        }
                        return call.go();
                    })),
                    table,
                    InstantSource.system(),
                    Runnable::run);
            assertTrue(store.put("key", entry(), 0));
        }
    }

    private static DataSource h2() {
        JdbcDataSource database = new JdbcDataSource();
        database.setURL("jdbc:h2:mem:tokens;DB_CLOSE_DELAY=-1");
        return database;
    }

    private static TokenStore created(DataSource database, String table) {
        JdbcTokenStore store = new JdbcTokenStore(database, table, InstantSource.system(), Runnable::run);
        store.createTable();
        return store;
    }

    private static String newTable() {
        return "t_" + UUID.randomUUID().toString().replace('-', '_');
    }

    private static Entry entry() {
        return Entry.of("the-sealed-text", Instant.now().plusSeconds(60));
    }

    @Nested
    class WhatHasExpired {

        private final String table = newTable();
        private final Instant[] now = {Instant.parse("2026-11-02T10:00:00Z")};
        private final List<Runnable> background = new ArrayList<>();

        private JdbcTokenStore store(DataSource database) {
            JdbcTokenStore store = new JdbcTokenStore(database, table, () -> now[0], background::add);
            store.createTable();
            return store;
        }

        private int rows() throws SQLException {
            try (Connection connection = h2().getConnection();
                    ResultSet rows = connection.createStatement().executeQuery("SELECT COUNT(*) FROM " + table)) {
                rows.next();
                return rows.getInt(1);
            }
        }

        @Test
        void isRemovedBesideTheWritesInTheEnd() throws SQLException {
            TokenStore store = store(h2());
            for (int i = 0; i < 250; i++) {
                store.put("key " + i, Entry.of("sealed", now[0].plusSeconds(60)), 0);
            }
            assertEquals(1, background.size());
            now[0] = now[0].plusSeconds(3600);
            store.put("valid", Entry.of("sealed", now[0].plusSeconds(60)), 0);
            assertEquals(251, rows(), "nobody waits for the removal");
            assertEquals(2, background.size());
            background.get(1).run();
            assertEquals(1, rows());
        }

        @Test
        void isNotRemovedIfItWasReplaced() throws SQLException {
            TokenStore store = store(h2());
            store.put("key", Entry.of("sealed", now[0].plusSeconds(60)), 0);
            now[0] = now[0].plusSeconds(3600);
            Entry replacement = Entry.of("sealed", now[0].plusSeconds(60));
            boolean[] removing = {false};
            TokenStore other = store(new Pool(() -> Pool.around(h2().getConnection(), (name, call) -> {
                if (removing[0] && name.equals("PreparedStatement.executeUpdate")) {
                    removing[0] = false;
                    assertTrue(store.put("key", replacement, 0)); // between its being found and its being removed
                }
                return call.go();
            })));
            background.clear();
            other.put("other", Entry.of("sealed", now[0].plusSeconds(60)), 0);
            removing[0] = true;
            background.get(0).run();
            assertFalse(removing[0]);
            assertEquals(Optional.of(replacement), store.find("key"));
        }

        @Test
        void andCannotBeRemovedFailsNoWrite() {
            store(h2());
            TokenStore store = new JdbcTokenStore(
                    new Pool(() -> Pool.around(h2().getConnection(), (name, call) -> {
                        if (name.equals("PreparedStatement.setMaxRows")) {
                            throw new SQLException("deadlock", "40001", 0);
                        }
                        return call.go();
                    })),
                    table,
                    () -> now[0],
                    Runnable::run);
            assertTrue(store.put("key", Entry.of("sealed", now[0].plusSeconds(60)), 0));
        }

        @Test
        void andNobodyRunsTheRemovalFailsNoWrite() {
            store(h2());
            TokenStore store = new JdbcTokenStore(h2(), table, () -> now[0], task -> {
                throw new RejectedExecutionException("the app is stopping");
            });
            assertTrue(store.put("key", Entry.of("sealed", now[0].plusSeconds(60)), 0));
        }
    }

    @Test
    void anEntryIsGoneFromTheSecondItExpiresIn() {
        created(h2(), "expiring");
        Instant[] now = {Instant.parse("2026-11-02T10:00:00Z")};
        TokenStore store = new JdbcTokenStore(h2(), "expiring", () -> now[0], Runnable::run);
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
                IllegalStateException.class,
                () -> new JdbcTokenStore(h2(), table, InstantSource.system(), Runnable::run));
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
                                "The table no_such_schema.tokens could not be created (SQL state 90079, error 90079);"
                                        + " create it with: CREATE TABLE no_such_schema.tokens (entry_key CHAR(64)"),
                failure.getMessage());
    }

    @Test
    void aDatabaseThatIsDownIsTold() {
        JdbcDataSource database = new JdbcDataSource();
        database.setURL("jdbc:h2:mem:none;IFEXISTS=TRUE");
        TokenStore store = new JdbcTokenStore(database, "frameio_tokens", InstantSource.system(), Runnable::run);
        TokenStoreException failure = assertThrows(TokenStoreException.class, () -> store.find("the-user"));
        assertEquals(
                "The token store's data source gives no connection (SQL state 90146, error 90146). The database doesn't"
                        + " answer, or the pool is exhausted: a handler that asks for a user's token inside a transaction"
                        + " needs one beside that of the transaction. Enlarge the pool, or give the token store a data"
                        + " source of its own with frameio.token-store.jdbc.data-source.",
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
