package io.github.frameiokit.internal.store;

import java.sql.SQLException;
import java.sql.SQLNonTransientConnectionException;
import java.sql.SQLRecoverableException;
import java.sql.SQLTransactionRollbackException;
import java.util.Set;

/**
 * Classifies the failures of databases. The SQL standard defines states for them, but Oracle, SQL Server, H2, MySQL and
 * MariaDB don't always use those, so some failures are recognized by the database's own error number.
 */
public final class SqlFailures {

    /**
     * In addition to the standard's class 40: an unavailable lock on PostgreSQL and Db2, and a state that some
     * databases use for it.
     */
    private static final Set<String> STATES = Set.of("41000", "55P03", "57033");

    /**
     * Deadlocks, lock time-outs and conflicts: MySQL and MariaDB 1205 and 1020; SQL Server 1205, 1222 and 3960; Oracle
     * 60, 8177 and 30006; H2 50200 and 90131.
     */
    private static final Set<Integer> NUMBERS = Set.of(1205, 1020, 1222, 3960, 60, 8177, 30006, 50200, 90131);

    private SqlFailures() {}

    /** The statement had no effect because of other work on the same rows. */
    public static boolean isConflict(SQLException e) {
        return e instanceof SQLTransactionRollbackException
                || isOfClass(e, "40") && !e.getSQLState().equals("40003")
                || STATES.contains(String.valueOf(e.getSQLState()))
                || NUMBERS.contains(e.getErrorCode());
    }

    /** The connection was lost. It isn't known whether the statement took effect before. */
    public static boolean isLostConnection(SQLException e) {
        return e instanceof SQLRecoverableException
                || e instanceof SQLNonTransientConnectionException
                || isOfClass(e, "08")
                || "40003".equals(e.getSQLState())
                || "57P01".equals(e.getSQLState()); // PostgreSQL's, when it stops
    }

    /**
     * The statement names something that is missing or not allowed: class 42, and error 208 of SQL Server, whose state
     * says nothing.
     */
    public static boolean isAboutTable(SQLException e) {
        return isOfClass(e, "42") || isOfClass(e, "S0") && e.getErrorCode() == 208;
    }

    /** Class 23, a violated constraint. The store's statements can only violate the primary key. */
    public static boolean isDuplicate(SQLException e) {
        return isOfClass(e, "23");
    }

    /** State and error number. The message is left out, since it may contain values. */
    public static String shown(SQLException e) {
        return "(SQL state " + e.getSQLState() + ", error " + e.getErrorCode() + ")";
    }

    private static boolean isOfClass(SQLException e, String first) {
        return e.getSQLState() != null && e.getSQLState().startsWith(first);
    }
}
