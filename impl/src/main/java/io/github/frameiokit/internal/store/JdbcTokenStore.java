package io.github.frameiokit.internal.store;

import io.github.frameiokit.internal.Keys;
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
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.regex.Pattern;
import javax.sql.DataSource;

/**
 * Keeps entries in a table of a SQL database, with statements that PostgreSQL, MariaDB, H2 and Derby take alike.
 *
 * <p>Each statement is a transaction of its own, since a write has to be seen, and to stay, whatever becomes of the caller's
 * work. That also makes a duplicate key, by which an insertion loses, harmless on PostgreSQL, where it would spoil a longer
 * transaction. So a caller's JTA transaction must be suspended, as {@link TokenStores} does.
 *
 * <p>Each key is stored as its digest: databases don't tell all texts apart, MariaDB for one neither case nor blanks at the
 * end.
 */
final class JdbcTokenStore implements TokenStore {

    static final String DEFAULT_TABLE = "frameio_tokens";

    /** It goes into statements as it is. */
    private static final Pattern TABLE = Pattern.compile("([A-Za-z_]\\w{0,62}\\.)?[A-Za-z_]\\w{0,62}");

    /** As large as a row of MariaDB's may be with four bytes per character. */
    private static final String DDL = "CREATE TABLE %s (entry_key CHAR(64) NOT NULL PRIMARY KEY, sealed VARCHAR("
            + Entry.LONGEST + ") NOT NULL, version BIGINT NOT NULL, expires_at BIGINT NOT NULL)";

    private interface Work<T> {

        T on(PreparedStatement statement) throws SQLException;
    }

    private static final long REMOVAL_SECONDS = 600;

    private final AtomicLong lastRemoval = new AtomicLong();
    private final DataSource dataSource;
    private final String table;
    private final InstantSource clock;

    JdbcTokenStore(DataSource dataSource, String table, InstantSource clock) {
        checkName(table);
        this.dataSource = dataSource;
        this.table = table;
        this.clock = clock;
    }

    static void checkName(String table) {
        if (!TABLE.matcher(table).matches()) {
            throw new IllegalStateException("The config property " + Keys.JDBC_TABLE
                    + " must be a plain name such as frameio_tokens or app.frameio_tokens: letters, digits and"
                    + " underscores, not beginning with a digit.");
        }
    }

    /** Creates the table, unless it is there. Databases have no common way to say so, so it is tried. */
    void createTable() {
        if (tableIsThere()) {
            return;
        }
        try {
            execute(ddl(), PreparedStatement::execute);
        } catch (SQLException e) {
            if (!tableIsThere()) { // else another node was faster
                throw new TokenStoreException(
                        "The table " + table + " couldn't be created " + state(e) + "; create it with: " + ddl(), e);
            }
        }
    }

    private boolean tableIsThere() {
        try {
            return execute(
                    "SELECT sealed, version, expires_at FROM " + table + " WHERE entry_key = '-'",
                    PreparedStatement::execute);
        } catch (SQLException e) {
            return false;
        }
    }

    private String ddl() {
        return DDL.formatted(table);
    }

    @Override
    public Optional<Entry> find(String key) {
        return run(
                "SELECT sealed, version, expires_at FROM " + table + " WHERE entry_key = ? AND expires_at > ?",
                statement -> {
                    statement.setString(1, digest(key));
                    statement.setLong(2, now());
                    try (ResultSet found = statement.executeQuery()) {
                        return found.next()
                                ? Optional.of(new Entry(
                                        found.getString(1), found.getLong(2), Instant.ofEpochSecond(found.getLong(3))))
                                : Optional.empty();
                    }
                });
    }

    @Override
    public boolean put(String key, Entry entry, long expected) {
        if (expected == 0) {
            removeExpired();
            return replaceExpired(key, entry) || insert(key, entry);
        }
        return run(
                "UPDATE " + table + " SET sealed = ?, version = ?, expires_at = ?"
                        + " WHERE entry_key = ? AND version = ? AND expires_at > ?",
                statement -> {
                    setEntry(statement, 1, entry);
                    statement.setString(4, digest(key));
                    statement.setLong(5, expected);
                    statement.setLong(6, now());
                    return statement.executeUpdate() == 1;
                });
    }

    /** Sign-ins that nobody went through with would fill the table. */
    private void removeExpired() {
        long now = now();
        long last = lastRemoval.get();
        if (now - last >= REMOVAL_SECONDS && lastRemoval.compareAndSet(last, now)) {
            run("DELETE FROM " + table + " WHERE expires_at <= ?", statement -> {
                statement.setLong(1, now);
                return statement.executeUpdate();
            });
        }
    }

    private boolean replaceExpired(String key, Entry entry) {
        return run(
                "UPDATE " + table + " SET sealed = ?, version = ?, expires_at = ?"
                        + " WHERE entry_key = ? AND expires_at <= ?",
                statement -> {
                    setEntry(statement, 1, entry);
                    statement.setString(4, digest(key));
                    statement.setLong(5, now());
                    return statement.executeUpdate() == 1;
                });
    }

    private boolean insert(String key, Entry entry) {
        return run(
                "INSERT INTO " + table + " (sealed, version, expires_at, entry_key) VALUES (?, ?, ?, ?)", statement -> {
                    setEntry(statement, 1, entry);
                    statement.setString(4, digest(key));
                    try {
                        return statement.executeUpdate() == 1;
                    } catch (SQLException e) {
                        if (isDuplicate(e)) {
                            return false;
                        }
                        throw e;
                    }
                });
    }

    @Override
    public void delete(String key) {
        run("DELETE FROM " + table + " WHERE entry_key = ?", statement -> {
            statement.setString(1, digest(key));
            return statement.executeUpdate();
        });
    }

    @Override
    public boolean delete(String key, long expected) {
        return run("DELETE FROM " + table + " WHERE entry_key = ? AND version = ? AND expires_at > ?", statement -> {
            statement.setString(1, digest(key));
            statement.setLong(2, expected);
            statement.setLong(3, now());
            return statement.executeUpdate() == 1;
        });
    }

    private static void setEntry(PreparedStatement statement, int first, Entry entry) throws SQLException {
        statement.setString(first, entry.sealed());
        statement.setLong(first + 1, entry.version());
        statement.setLong(first + 2, entry.expiresAt().getEpochSecond());
    }

    private <T> T run(String sql, Work<T> work) {
        try {
            return execute(sql, work);
        } catch (SQLException e) {
            // without the cause: H2's messages for one show the values
            throw new TokenStoreException(
                    isAboutTable(e)
                            ? "The data source has no table " + table
                                    + " as the token store needs it, or doesn't let it be"
                                    + " used " + state(e) + "; set " + Keys.JDBC_CREATE_TABLE
                                    + "=true, or create it with: " + ddl()
                            : "The table " + table + " of the token store can't be used now " + state(e) + ".");
        }
    }

    private <T> T execute(String sql, Work<T> work) throws SQLException {
        try (Connection connection = connect()) {
            boolean autoCommit = connection.getAutoCommit();
            if (!autoCommit) {
                connection.setAutoCommit(true);
            }
            try (PreparedStatement statement = connection.prepareStatement(sql)) {
                return work.on(statement);
            } finally {
                if (!autoCommit) {
                    connection.setAutoCommit(false); // who else uses the pool may rely on it
                }
            }
        }
    }

    private Connection connect() {
        try {
            return dataSource.getConnection();
        } catch (SQLException e) {
            throw new TokenStoreException("The token store's data source gives no connection " + state(e) + ".", e);
        }
    }

    /** Class 42 of the SQL standard: what a statement names isn't there, or isn't allowed. */
    private static boolean isAboutTable(SQLException e) {
        return e.getSQLState() != null && e.getSQLState().startsWith("42");
    }

    /** Class 23 of the SQL standard; there is no other constraint that these statements could violate. */
    private static boolean isDuplicate(SQLException e) {
        return e.getSQLState() != null && e.getSQLState().startsWith("23");
    }

    private static String state(SQLException e) {
        return "(SQL state " + e.getSQLState() + ", error " + e.getErrorCode() + ")";
    }

    private long now() {
        return clock.instant().getEpochSecond();
    }

    private static String digest(String key) {
        return HexFormat.of().formatHex(Sha256.of(key));
    }
}
