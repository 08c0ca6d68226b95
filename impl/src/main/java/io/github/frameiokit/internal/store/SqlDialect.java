package io.github.frameiokit.internal.store;

import io.github.frameiokit.oauth.TokenStore;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Locale;
import java.util.stream.Stream;

/** The column types of the table, in which databases differ. */
enum SqlDialect {

    /**
     * PostgreSQL, H2, Derby and others; also MySQL and MariaDB, whose rows may be this long with four bytes per
     * character.
     */
    STANDARD("", "CHAR(64)", "VARCHAR(" + TokenStore.Entry.LONGEST + ")", "BIGINT"),

    /** A VARCHAR2 ends at 4000 bytes. */
    ORACLE("oracle", "CHAR(64)", "CLOB", "NUMBER(19)"),

    /**
     * A VARCHAR ends at 8000 bytes. Drivers send Unicode, for which the index of a non-Unicode column would not be
     * used.
     */
    SQL_SERVER("microsoft sql server", "NCHAR(64)", "NVARCHAR(MAX)", "BIGINT"),

    /** A row with a long VARCHAR doesn't fit into a page of the usual size. */
    DB2("db2", "CHAR(64)", "CLOB(" + TokenStore.Entry.LONGEST + ")", "BIGINT");

    private final String product;
    private final String keyType;
    private final String sealedType;
    private final String numberType;

    SqlDialect(String product, String keyType, String sealedType, String numberType) {
        this.product = product;
        this.keyType = keyType;
        this.sealedType = sealedType;
        this.numberType = numberType;
    }

    static SqlDialect of(Connection connection) throws SQLException {
        String product = connection.getMetaData().getDatabaseProductName().toLowerCase(Locale.ROOT);
        return Stream.of(ORACLE, SQL_SERVER, DB2)
                .filter(dialect -> product.startsWith(dialect.product))
                .findFirst()
                .orElse(STANDARD);
    }

    String ddl(String table) {
        return "CREATE TABLE " + table + " (entry_key " + keyType + " NOT NULL PRIMARY KEY, sealed " + sealedType
                + " NOT NULL, version " + numberType + " NOT NULL, expires_at " + numberType + " NOT NULL)";
    }
}
