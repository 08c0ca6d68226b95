package io.github.frameiokit.internal.store;

import io.github.frameiokit.client.ClientClock;
import io.github.frameiokit.internal.Keys;
import io.github.frameiokit.oauth.TokenStore;
import io.github.frameiokit.oauth.TokenStoreException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.SQLIntegrityConstraintViolationException;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.regex.Pattern;
import javax.sql.DataSource;

/**
 * Keeps tokens in one table of a database, with SQL that all of them speak. Each operation is one statement that is
 * committed at once, whatever the caller's transaction does: it has to be seen by other nodes, and it stays true if the
 * caller rolls back.
 */
final class JdbcTokenStore implements TokenStore {

    static final String DEFAULT_TABLE = "frameio_tokens";

    private static final System.Logger LOG = System.getLogger(JdbcTokenStore.class.getName());
    private static final Pattern NAME = Pattern.compile("[A-Za-z_][A-Za-z0-9_]{0,62}(\\.[A-Za-z_][A-Za-z0-9_]{0,62})?");
    private static final Duration CLEANUP = Duration.ofMinutes(10);
    private static final String NO_SUCH_TABLE_CLASS = "42";
    private static final String CONSTRAINT_CLASS = "23";

    private final DataSource dataSource;
    private final String table;
    private final ClientClock clock;
    private Instant cleaned = Instant.EPOCH;

    JdbcTokenStore(DataSource dataSource, String table, ClientClock clock) {
        if (!NAME.matcher(table).matches()) {
            throw new IllegalStateException("The config property " + Keys.TOKEN_STORE_JDBC_TABLE
                    + " must be the plain name of a table, maybe with that of its schema before it.");
        }
        this.dataSource = dataSource;
        this.table = table;
        this.clock = clock;
    }

    /** What makes the table. */
    static String ddl(String table) {
        return "CREATE TABLE " + table
                + " (token_key VARCHAR(255) NOT NULL PRIMARY KEY, sealed VARCHAR(16000) NOT NULL,"
                + " version BIGINT NOT NULL, expires_at BIGINT NOT NULL)";
    }

    /** Makes the table unless it is there; another node may be making it, too. */
    void create() {
        if (isThere()) {
            return;
        }
        try {
            run(ddl(table), PreparedStatement::executeUpdate);
            LOG.log(System.Logger.Level.INFO, "Made the table " + table + " for users' tokens.");
        } catch (TokenStoreException e) {
            if (!isThere()) {
                throw e;
            }
        }
    }

    private boolean isThere() {
        try {
            return run("SELECT version FROM " + table + " WHERE 1 = 0", statement -> {
                statement.executeQuery().close();
                return true;
            });
        } catch (TokenStoreException e) {
            return false;
        }
    }

    @Override
    public Optional<Entry> find(String key) {
        return run(
                "SELECT sealed, version, expires_at FROM " + table + " WHERE token_key = ? AND expires_at > ?",
                find -> {
                    find.setString(1, key);
                    find.setLong(2, now());
                    try (ResultSet row = find.executeQuery()) {
                        return row.next()
                                ? Optional.of(new Entry(
                                        row.getString(1), row.getLong(2), Instant.ofEpochSecond(row.getLong(3))))
                                : Optional.empty();
                    }
                });
    }

    @Override
    public boolean put(String key, Entry entry, long expected) {
        cleanUp();
        return expected == 0 ? replaceExpired(key, entry) || insert(key, entry) : replace(key, entry, expected);
    }

    private boolean replace(String key, Entry entry, long expected) {
        String sql = "UPDATE " + table
                + " SET sealed = ?, version = ?, expires_at = ? WHERE token_key = ? AND version = ? AND expires_at > ?";
        return run(sql, update -> {
            set(update, entry, key);
            update.setLong(5, expected);
            update.setLong(6, now());
            return update.executeUpdate() == 1;
        });
    }

    private boolean replaceExpired(String key, Entry entry) {
        String sql = "UPDATE " + table
                + " SET sealed = ?, version = ?, expires_at = ? WHERE token_key = ? AND expires_at <= ?";
        return run(sql, update -> {
            set(update, entry, key);
            update.setLong(5, now());
            return update.executeUpdate() == 1;
        });
    }

    private boolean insert(String key, Entry entry) {
        String sql = "INSERT INTO " + table + " (sealed, version, expires_at, token_key) VALUES (?, ?, ?, ?)";
        return run(sql, insert -> {
            set(insert, entry, key);
            try {
                return insert.executeUpdate() == 1;
            } catch (SQLException e) {
                if (e instanceof SQLIntegrityConstraintViolationException || hasClass(e, CONSTRAINT_CLASS)) {
                    return false;
                }
                throw e;
            }
        });
    }

    @Override
    public void delete(String key) {
        run("DELETE FROM " + table + " WHERE token_key = ?", delete -> {
            delete.setString(1, key);
            return delete.executeUpdate();
        });
    }

    private void cleanUp() {
        synchronized (this) {
            if (clock.now().isBefore(cleaned.plus(CLEANUP))) {
                return;
            }
            cleaned = clock.now();
        }
        run("DELETE FROM " + table + " WHERE expires_at <= ?", delete -> {
            delete.setLong(1, now());
            return delete.executeUpdate();
        });
    }

    private static void set(PreparedStatement statement, Entry entry, String key) throws SQLException {
        statement.setString(1, entry.sealed());
        statement.setLong(2, entry.version());
        statement.setLong(3, entry.expiresAt().getEpochSecond());
        statement.setString(4, key);
    }

    private long now() {
        return clock.now().getEpochSecond();
    }

    /** One statement. */
    @FunctionalInterface
    private interface Work<T> {
        T run(PreparedStatement statement) throws SQLException;
    }

    private <T> T run(String sql, Work<T> work) {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement statement = connection.prepareStatement(sql)) {
            T result = work.run(statement);
            if (!connection.getAutoCommit()) {
                connection.commit();
            }
            return result;
        } catch (SQLException e) {
            throw failure(e);
        }
    }

    /** The database's own message may show what was stored, so it isn't repeated. */
    private TokenStoreException failure(SQLException e) {
        if (hasClass(e, NO_SUCH_TABLE_CLASS)) {
            return new TokenStoreException(
                    "The table " + table + " for users' tokens is missing or of another form; set "
                            + Keys.TOKEN_STORE_JDBC_CREATE_TABLE + "=true, or run: " + ddl(table),
                    null);
        }
        return new TokenStoreException(
                "The database of users' tokens doesn't work (SQLState " + e.getSQLState() + ").", null);
    }

    private static boolean hasClass(SQLException e, String sqlStateClass) {
        return e.getSQLState() != null && e.getSQLState().startsWith(sqlStateClass);
    }
}
