package io.github.frameiokit.internal.store;

import io.github.frameiokit.internal.Settings;
import io.github.frameiokit.internal.Sha256;
import io.github.frameiokit.oauth.TokenStore;
import io.github.frameiokit.oauth.TokenStoreException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Predicate;
import javax.sql.DataSource;

/**
 * Keeps entries in a table of a SQL database, with statements that all databases understand.
 *
 * <p>Each statement is a transaction of its own: a write must be visible and permanent, whatever becomes of the
 * caller's work. An insertion that loses with a duplicate key is then harmless also on PostgreSQL, where it would spoil
 * a longer transaction. A caller's JTA transaction must be suspended, as {@link ConfiguredTokenStore} does.
 *
 * <p>Compare-and-set is one {@code UPDATE} or {@code DELETE} that names the expected version. On every isolation level,
 * the statement either sees the row as it was last committed, or fails with a conflict and is repeated. A write is also
 * repeated if its connection was lost, because versions are random: an entry with the new version was written by the
 * lost attempt. A deletion of one version leaves no such trace, so it isn't repeated then.
 *
 * <p>Each key is stored as its digest, because databases compare texts differently: MariaDB, for example, ignores case
 * and trailing blanks.
 */
final class JdbcTokenStore implements TokenStore {

    private static final System.Logger LOG = System.getLogger(JdbcTokenStore.class.getName());

    /**
     * A node that refreshes a token has 25 seconds after its request to Adobe before another node takes over. A write
     * is at most two statements, and its last attempt begins within this time, so it ends before that.
     */
    private static final int STATEMENT_SECONDS = 4;

    /** No lease runs while the table is created. */
    private static final int DDL_SECONDS = 60;

    private static final long REMOVAL_SECONDS = 600;
    private static final int REMOVED_AT_ONCE = 100;

    private static final Predicate<SQLException> CONFLICT = SqlFailures::isConflict;
    private static final Predicate<SQLException> CONFLICT_OR_LOSS = CONFLICT.or(SqlFailures::isLostConnection);

    private final AtomicLong lastRemoval = new AtomicLong();
    private final DataSource dataSource;
    private final JdbcCalls calls;
    private final String table;
    private final InstantSource clock;
    private final Executor background;

    JdbcTokenStore(DataSource dataSource, String table, InstantSource clock, Executor background) {
        this(dataSource, table, clock, background, STATEMENT_SECONDS);
    }

    JdbcTokenStore(
            DataSource dataSource, String table, InstantSource clock, Executor background, int statementSeconds) {
        checkName(table);
        this.dataSource = dataSource;
        this.calls = new JdbcCalls(dataSource, statementSeconds);
        this.table = table;
        this.clock = clock;
        this.background = background;
    }

    static void checkName(String table) {
        DataSources.checkTable(Settings.JDBC_TABLE, table);
    }

    /** Creates the table if it is missing. Databases have no common statement for that, so the creation is tried. */
    void createTable() {
        if (tableIsThere()) {
            return;
        }
        JdbcCalls patient = new JdbcCalls(dataSource, DDL_SECONDS);
        try {
            patient.run(
                    CONFLICT,
                    (connection, again) -> patient.execute(
                            connection, SqlDialect.of(connection).ddl(table), PreparedStatement::execute));
        } catch (SQLException e) {
            if (!tableIsThere()) { // otherwise another node was faster
                throw new TokenStoreException(
                        "The table " + table + " could not be created " + SqlFailures.shown(e) + "; create it with: "
                                + ddl(),
                        e);
            }
        }
    }

    private boolean tableIsThere() {
        try {
            return calls.run(
                    CONFLICT_OR_LOSS,
                    (connection, again) -> calls.execute(
                            connection,
                            "SELECT sealed, version, expires_at FROM " + table + " WHERE entry_key = '-'",
                            PreparedStatement::execute));
        } catch (SQLException e) {
            return false;
        }
    }

    private String ddl() {
        try {
            return calls.run(
                    CONFLICT_OR_LOSS,
                    (connection, again) -> SqlDialect.of(connection).ddl(table));
        } catch (SQLException e) {
            return SqlDialect.STANDARD.ddl(table);
        }
    }

    @Override
    public Optional<Entry> find(String key) {
        return run(
                CONFLICT_OR_LOSS,
                (connection, again) -> calls.execute(
                        connection,
                        "SELECT sealed, version, expires_at FROM " + table + " WHERE entry_key = ? AND expires_at > ?",
                        statement -> {
                            statement.setString(1, digest(key));
                            statement.setLong(2, now());
                            try (ResultSet found = statement.executeQuery()) {
                                return found.next()
                                        ? Optional.of(new Entry(
                                                found.getString(1),
                                                found.getLong(2),
                                                Instant.ofEpochSecond(found.getLong(3))))
                                        : Optional.empty();
                            }
                        }));
    }

    @Override
    public boolean put(String key, Entry entry, long expected) {
        boolean written = run(
                CONFLICT_OR_LOSS,
                (connection, again) -> (expected == 0
                                ? replaceExpired(connection, key, entry) || insert(connection, key, entry)
                                : replace(connection, key, entry, expected))
                        || again && isThere(connection, key, entry.version()));
        if (expected == 0) {
            removeExpiredInTime();
        }
        return written;
    }

    private boolean replace(Connection connection, String key, Entry entry, long expected) throws SQLException {
        return calls.execute(
                connection,
                "UPDATE " + table + " SET sealed = ?, version = ?, expires_at = ?"
                        + " WHERE entry_key = ? AND version = ? AND expires_at > ?",
                statement -> {
                    setEntry(statement, key, entry);
                    statement.setLong(5, expected);
                    statement.setLong(6, now());
                    return statement.executeUpdate() == 1;
                });
    }

    private boolean replaceExpired(Connection connection, String key, Entry entry) throws SQLException {
        return calls.execute(
                connection,
                "UPDATE " + table + " SET sealed = ?, version = ?, expires_at = ?"
                        + " WHERE entry_key = ? AND expires_at <= ?",
                statement -> {
                    setEntry(statement, key, entry);
                    statement.setLong(5, now());
                    return statement.executeUpdate() == 1;
                });
    }

    private boolean insert(Connection connection, String key, Entry entry) throws SQLException {
        return calls.execute(
                connection,
                "INSERT INTO " + table + " (sealed, version, expires_at, entry_key) VALUES (?, ?, ?, ?)",
                statement -> {
                    setEntry(statement, key, entry);
                    try {
                        return statement.executeUpdate() == 1;
                    } catch (SQLException e) {
                        if (SqlFailures.isDuplicate(e)) {
                            return false;
                        }
                        throw e;
                    }
                });
    }

    /** The sealed text comes first, because Oracle needs a long value to be bound before the others. */
    private static void setEntry(PreparedStatement statement, String key, Entry entry) throws SQLException {
        statement.setString(1, entry.sealed());
        statement.setLong(2, entry.version());
        statement.setLong(3, entry.expiresAt().getEpochSecond());
        statement.setString(4, digest(key));
    }

    private boolean isThere(Connection connection, String key, long version) throws SQLException {
        return calls.execute(
                connection, "SELECT version FROM " + table + " WHERE entry_key = ? AND version = ?", statement -> {
                    statement.setString(1, digest(key));
                    statement.setLong(2, version);
                    try (ResultSet found = statement.executeQuery()) {
                        return found.next();
                    }
                });
    }

    @Override
    public void delete(String key) {
        run(
                CONFLICT_OR_LOSS,
                (connection, again) ->
                        calls.execute(connection, "DELETE FROM " + table + " WHERE entry_key = ?", statement -> {
                            statement.setString(1, digest(key));
                            return statement.executeUpdate();
                        }));
    }

    @Override
    public boolean delete(String key, long expected) {
        return run(
                CONFLICT,
                (connection, again) -> calls.execute(
                        connection,
                        "DELETE FROM " + table + " WHERE entry_key = ? AND version = ? AND expires_at > ?",
                        statement -> {
                            statement.setString(1, digest(key));
                            statement.setLong(2, expected);
                            statement.setLong(3, now());
                            return statement.executeUpdate() == 1;
                        }));
    }

    /**
     * Removes expired entries in the background: abandoned sign-ins would fill the table, and no user waits for their
     * removal.
     */
    private void removeExpiredInTime() {
        long now = now();
        long last = lastRemoval.get();
        if (now - last >= REMOVAL_SECONDS && lastRemoval.compareAndSet(last, now)) {
            try {
                background.execute(this::removeExpired);
            } catch (RuntimeException e) {
                logNotRemoved(e.getClass().getName());
            }
        }
    }

    private void removeExpired() {
        try {
            while (calls.run(CONFLICT_OR_LOSS, (connection, again) -> removeSome(connection))) {
                // there may be more
            }
        } catch (SQLException e) {
            logNotRemoved(SqlFailures.shown(e));
        } catch (RuntimeException e) {
            logNotRemoved(e.getClass().getName());
        }
    }

    /**
     * Removes them row by row: a statement that searches for them locks all rows on some databases, so other writes
     * fail.
     */
    private boolean removeSome(Connection connection) throws SQLException {
        Map<String, Long> expired = calls.execute(
                connection, "SELECT entry_key, version FROM " + table + " WHERE expires_at <= ?", statement -> {
                    statement.setMaxRows(REMOVED_AT_ONCE);
                    statement.setLong(1, now());
                    Map<String, Long> keys = new LinkedHashMap<>();
                    try (ResultSet found = statement.executeQuery()) {
                        while (found.next()) {
                            keys.put(found.getString(1), found.getLong(2));
                        }
                    }
                    return keys;
                });
        int removed = calls.execute(
                connection, "DELETE FROM " + table + " WHERE entry_key = ? AND version = ?", statement -> {
                    int sum = 0;
                    for (Map.Entry<String, Long> entry : expired.entrySet()) {
                        statement.setString(1, entry.getKey());
                        statement.setLong(2, entry.getValue());
                        sum += statement.executeUpdate();
                    }
                    return sum;
                });
        return removed > 0 && expired.size() == REMOVED_AT_ONCE;
    }

    private void logNotRemoved(String why) {
        LOG.log(
                System.Logger.Level.DEBUG,
                () -> "Expired entries of the table " + table + " could not be removed; this is tried again later: "
                        + why);
    }

    private <T> T run(Predicate<SQLException> repeatable, JdbcCalls.Work<T> work) {
        try {
            return calls.run(repeatable, work);
        } catch (SQLException e) {
            // without the cause, since the messages of H2, for example, show the values
            throw new TokenStoreException(
                    SqlFailures.isAboutTable(e)
                            ? "The data source has no table " + table
                                    + " as the token store needs it, or doesn't let it be"
                                    + " used " + SqlFailures.shown(e) + "; set " + Settings.JDBC_CREATE_TABLE
                                    + "=true, or create it with: " + ddl()
                            : "The table " + table + " of the token store can't be used now " + SqlFailures.shown(e)
                                    + ".");
        }
    }

    private long now() {
        return clock.instant().getEpochSecond();
    }

    private static String digest(String key) {
        return HexFormat.of().formatHex(Sha256.of(key));
    }
}
