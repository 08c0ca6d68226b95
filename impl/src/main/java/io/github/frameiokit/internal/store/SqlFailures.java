package io.github.frameiokit.internal.store;

import java.sql.SQLException;
import java.sql.SQLNonTransientConnectionException;
import java.sql.SQLRecoverableException;
import java.sql.SQLTransactionRollbackException;
import java.util.Set;

/**
 * What databases mean by their failures. The SQL standard has states for it, which Oracle, SQL Server, H2, MySQL and
 * MariaDB don't always keep to, so some are told by the database's own number.
 */
final class SqlFailures {

    /**
     * Beside the standard's class 40: PostgreSQL's and Db2's lock that isn't available, and a state that some use for
     * it.
     */
    private static final Set<String> STATES = Set.of("41000", "55P03", "57033");

    /**
     * Deadlocks, lock time-outs and conflicts: MySQL and MariaDB 1205 and 1020; SQL Server 1205, 1222 and 3960; Oracle
     * 60, 8177 and 30006; H2 50200 and 90131.
     */
    private static final Set<Integer> NUMBERS = Set.of(1205, 1020, 1222, 3960, 60, 8177, 30006, 50200, 90131);

    private SqlFailures() {}

    /** The statement had no effect, since others were at work on the same rows. */
    static boolean isConflict(SQLException e) {
        return e instanceof SQLTransactionRollbackException
                || isOfClass(e, "40") && !e.getSQLState().equals("40003")
                || STATES.contains(String.valueOf(e.getSQLState()))
                || NUMBERS.contains(e.getErrorCode());
    }

    /** The connection is gone. Whether the statement had its effect before isn't known. */
    static boolean isLostConnection(SQLException e) {
        return e instanceof SQLRecoverableException
                || e instanceof SQLNonTransientConnectionException
                || isOfClass(e, "08")
                || "40003".equals(e.getSQLState())
                || "57P01".equals(e.getSQLState()); // PostgreSQL's, when it stops
    }

    /**
     * What a statement names isn't there, or isn't allowed: class 42, and SQL Server's 208, whose state means nothing.
     */
    static boolean isAboutTable(SQLException e) {
        return isOfClass(e, "42") || isOfClass(e, "S0") && e.getErrorCode() == 208;
    }

    /** Class 23, a violated constraint; the table has no other one that the store's statements could violate. */
    static boolean isDuplicate(SQLException e) {
        return isOfClass(e, "23");
    }

    /** What can be shown: the message of a failure may hold values. */
    static String shown(SQLException e) {
        return "(SQL state " + e.getSQLState() + ", error " + e.getErrorCode() + ")";
    }

    private static boolean isOfClass(SQLException e, String first) {
        return e.getSQLState() != null && e.getSQLState().startsWith(first);
    }
}
