package io.github.frameiokit.internal.store;

import io.github.frameiokit.internal.Settings;
import io.github.frameiokit.oauth.TokenStoreException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.function.Predicate;
import javax.sql.DataSource;

/**
 * Runs statements, each in a transaction of its own, and within a bounded time.
 *
 * <p>A connection returns to its pool with the settings it came with, whatever happens in between. A connection without
 * auto-commit may come with an open transaction, such as that of the pool's test query; it is rolled back.
 */
final class JdbcCalls {

    private static final System.Logger LOG = System.getLogger(JdbcCalls.class.getName());

    private static final int ATTEMPTS = 5;

    /** How much longer than a statement the network may be silent: the database ends most statements first. */
    private static final int NETWORK_SECONDS = 2;

    private final DataSource dataSource;
    private final int statementSeconds;

    /** A conflict is tried again no later than {@code statementSeconds} after the first attempt. */
    JdbcCalls(DataSource dataSource, int statementSeconds) {
        this.dataSource = dataSource;
        this.statementSeconds = statementSeconds;
    }

    interface Work<T> {

        /**
         * Runs the statements.
         *
         * @param again whether an earlier attempt may have taken effect
         */
        T on(Connection connection, boolean again) throws SQLException;
    }

    interface Execution<T> {

        T of(PreparedStatement statement) throws SQLException;
    }

    /**
     * Runs the statements, and repeats them after failures that allow it. After a conflict, another writer has
     * succeeded.
     */
    <T> T run(Predicate<SQLException> repeatable, Work<T> work) throws SQLException {
        long start = System.nanoTime();
        for (int attempt = 1; ; attempt++) {
            try {
                return runOnce(work, attempt > 1);
            } catch (SQLException e) {
                if (attempt == ATTEMPTS
                        || !repeatable.test(e)
                        || System.nanoTime() - start > statementSeconds * 1_000_000_000L) {
                    throw e;
                }
            }
        }
    }

    private <T> T runOnce(Work<T> work, boolean again) throws SQLException {
        Connection connection = connect();
        boolean autoCommit = true;
        int networkTimeout = -1;
        try {
            autoCommit = connection.getAutoCommit();
            if (!autoCommit) {
                connection.rollback();
                connection.setAutoCommit(true);
            }
            networkTimeout = limitNetwork(connection);
            return work.on(connection, again);
        } finally {
            int before = networkTimeout;
            if (before >= 0) {
                quietly(() -> connection.setNetworkTimeout(Runnable::run, before));
            }
            if (!autoCommit) {
                quietly(() -> connection.setAutoCommit(false));
            }
            quietly(connection::close);
        }
    }

    private Connection connect() {
        try {
            return dataSource.getConnection();
        } catch (SQLException e) {
            throw new TokenStoreException(
                    "The token store's data source gives no connection " + SqlFailures.shown(e)
                            + ". The database doesn't answer, or the pool is exhausted: a handler that asks for a user's"
                            + " token inside a transaction needs one beside that of the transaction. Enlarge the pool, or"
                            + " give the token store a data source of its own with " + Settings.JDBC_DATA_SOURCE
                            + ".",
                    e);
        }
    }

    /** The time-out to restore; negative if there is none. */
    private int limitNetwork(Connection connection) {
        try {
            int before = connection.getNetworkTimeout();
            connection.setNetworkTimeout(Runnable::run, (statementSeconds + NETWORK_SECONDS) * 1000);
            return before;
        } catch (SQLException e) {
            return -1; // embedded Derby, for example, has no network
        }
    }

    <T> T execute(Connection connection, String sql, Execution<T> execution) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            int before = statement.getQueryTimeout();
            statement.setQueryTimeout(statementSeconds);
            try {
                return execution.of(statement);
            } finally {
                quietly(() -> statement.setQueryTimeout(before)); // H2 keeps it for the whole connection
            }
        }
    }

    private interface Step {

        void take() throws SQLException;
    }

    /** Resets a connection; the work is done or has failed, so a failure to reset is only logged. */
    private static void quietly(Step step) {
        try {
            step.take();
        } catch (SQLException e) {
            LOG.log(
                    System.Logger.Level.DEBUG,
                    () -> "A connection of the token store could not be reset " + SqlFailures.shown(e) + ".");
        }
    }
}
