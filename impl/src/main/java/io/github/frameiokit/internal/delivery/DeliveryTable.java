package io.github.frameiokit.internal.delivery;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** The column types of the table, in which databases differ. Contents may be longer than a VARCHAR. */
enum DeliveryTable {
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

    DeliveryTable(String product, String text, String bytes, String time, String flag) {
        this.product = product;
        this.text = text;
        this.bytes = bytes;
        this.time = time;
        this.flag = flag;
    }

    static List<String> ddl(Connection connection, String table) throws SQLException {
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
