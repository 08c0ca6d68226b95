package io.github.frameiokit.internal.delivery;

import io.github.frameiokit.delivery.DeliveryException;
import io.github.frameiokit.internal.Settings;
import io.github.frameiokit.internal.store.SqlFailures;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** db-scheduler's table, with the column types of each database. Contents may be longer than a VARCHAR. */
enum JdbcTable {
    STANDARD("", "VARCHAR", "BLOB", "TIMESTAMP WITH TIME ZONE", "BOOLEAN"),
    POSTGRESQL("postgresql", "VARCHAR", "BYTEA", "TIMESTAMP WITH TIME ZONE", "BOOLEAN"),
    /** A TIMESTAMP ends in 2038, a BLOB at 64 KiB. */
    MARIADB("mariadb", "VARCHAR", "MEDIUMBLOB", "DATETIME(6)", "BOOLEAN"),
    MYSQL("mysql", "VARCHAR", "MEDIUMBLOB", "DATETIME(6)", "BOOLEAN"),
    ORACLE("oracle", "VARCHAR2", "BLOB", "TIMESTAMP(6) WITH TIME ZONE", "NUMBER(1)"),
    /** Drivers send Unicode, for which the index of a non-Unicode column would not be used. */
    SQL_SERVER("microsoft sql server", "NVARCHAR", "VARBINARY(MAX)", "DATETIMEOFFSET", "BIT"),
    /** Has no times with a zone. */
    DERBY("apache derby", "VARCHAR", "BLOB", "TIMESTAMP", "BOOLEAN");

    private final String product;
    private final String text;
    private final String bytes;
    private final String time;
    private final String flag;

    JdbcTable(String product, String text, String bytes, String time, String flag) {
        this.product = product;
        this.text = text;
        this.bytes = bytes;
        this.time = time;
        this.flag = flag;
    }

    /** Creates the table if it is missing and that was asked for. */
    static void prepare(Connection connection, String table, boolean create) throws SQLException {
        Optional<SQLException> missing = lookAt(connection, table);
        if (missing.isEmpty()) {
            return;
        }
        List<String> ddl = ddl(connection, table);
        if (!create) {
            throw new DeliveryException("The data source has no table " + table + " as durable delivery needs it, or"
                    + " doesn't let it be used " + SqlFailures.shown(missing.get()) + "; set "
                    + Settings.DELIVERY_JDBC_CREATE_TABLE + "=true, or create it with: " + String.join("; ", ddl));
        }
        for (String statement : ddl) {
            try (Statement creation = connection.createStatement()) {
                creation.execute(statement);
                end(connection, true);
            } catch (SQLException e) {
                end(connection, false);
                if (lookAt(connection, table).isPresent()) { // otherwise another node was faster
                    throw new DeliveryException("The table " + table + " could not be created " + SqlFailures.shown(e)
                            + "; create it with: " + String.join("; ", ddl));
                }
            }
        }
    }

    /** Why the table can't be used, which most often means that it is missing; empty if it can. */
    private static Optional<SQLException> lookAt(Connection connection, String table) throws SQLException {
        try (Statement look = connection.createStatement()) {
            look.execute("SELECT last_heartbeat FROM " + table + " WHERE task_name = '-'");
            return Optional.empty();
        } catch (SQLException e) {
            if (SqlFailures.isLostConnection(e)) {
                throw e;
            }
            return Optional.of(e);
        } finally {
            end(connection, false);
        }
    }

    /** Ends a transaction of a data source without auto-commit. */
    private static void end(Connection connection, boolean commit) throws SQLException {
        if (connection.getAutoCommit()) {
            return;
        }
        if (commit) {
            connection.commit();
        } else {
            connection.rollback();
        }
    }

    private static List<String> ddl(Connection connection, String table) throws SQLException {
        String product = connection.getMetaData().getDatabaseProductName().toLowerCase(Locale.ROOT);
        return Stream.of(values())
                .filter(it -> it != STANDARD && product.startsWith(it.product))
                .findFirst()
                .orElse(STANDARD)
                .ddl(table);
    }

    List<String> ddl(String table) {
        String plain = table.substring(table.indexOf('.') + 1);
        return List.of(
                "CREATE TABLE " + table + " (task_name " + text + "(40) NOT NULL, task_instance " + text
                        + "(64) NOT NULL, task_data " + bytes + ", execution_time " + time + " NOT NULL, picked " + flag
                        + " NOT NULL, picked_by " + text + "(50), last_success " + time + ", last_failure " + time
                        + ", consecutive_failures INTEGER, last_heartbeat " + time
                        + ", version " + (this == ORACLE ? "NUMBER(19)" : "BIGINT")
                        + " NOT NULL, PRIMARY KEY (task_name, task_instance))",
                "CREATE INDEX due_" + plain + " ON " + table + " (execution_time)",
                "CREATE INDEX beat_" + plain + " ON " + table + " (last_heartbeat)");
    }
}
