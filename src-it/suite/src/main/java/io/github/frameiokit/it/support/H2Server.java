package io.github.frameiokit.it.support;

import java.sql.SQLException;
import org.h2.tools.Server;
import org.jboss.shrinkwrap.api.asset.StringAsset;
import org.jboss.shrinkwrap.api.spec.WebArchive;

/**
 * A database server in the tests' JVM, which all nodes use, and which a test can stop for a while. Its data stays in
 * memory meanwhile.
 */
public final class H2Server {

    /** The port is fixed for a server whose own data source refers to it. */
    private static final String FIXED_PORT = System.getProperty("server.database.port");

    private static final String DATA_SOURCE_OF_SERVER = System.getProperty("server.data-source");
    private static final String DATA_SOURCE_OF_WAR = "java:app/jdbc/tokens";

    private static Server server;
    private static int port;

    private H2Server() {}

    /** The database's address; the user is {@code sa} with the password {@code sa}. */
    public static synchronized String url() {
        start();
        return "jdbc:h2:tcp://localhost:" + port + "/mem:tokens;DB_CLOSE_DELAY=-1";
    }

    /** Starts the server, unless it is running. */
    public static synchronized void start() {
        try {
            if (server == null) {
                String which = port == 0 ? FIXED_PORT : Integer.toString(port);
                server = Server.createTcpServer("-tcpPort", which, "-ifNotExists", "-tcpDaemon")
                        .start();
                port = server.getPort();
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Ends all connections, and takes no more. */
    public static synchronized void stop() {
        if (server != null) {
            server.stop();
            server = null;
        }
    }

    /** The JNDI name of the data source: the server's own, or that of a WAR which {@link #addTo} has changed. */
    public static String dataSource() {
        return DATA_SOURCE_OF_SERVER.isEmpty() ? DATA_SOURCE_OF_WAR : DATA_SOURCE_OF_SERVER;
    }

    /** Gives a WAR a data source, unless the server has it. */
    public static WebArchive addTo(WebArchive war) {
        return DATA_SOURCE_OF_SERVER.isEmpty()
                ? war.addAsLibraries(Wars.jarOf(org.h2.Driver.class))
                        .setWebXML(new StringAsset("""
                        <web-app xmlns="https://jakarta.ee/xml/ns/jakartaee" version="5.0">
                          <data-source>
                            <name>%s</name>
                            <class-name>org.h2.jdbcx.JdbcDataSource</class-name>
                            <url>%s</url>
                            <user>sa</user>
                            <password>sa</password>
                          </data-source>
                        </web-app>
                        """.formatted(DATA_SOURCE_OF_WAR, url())))
                : war;
    }
}
