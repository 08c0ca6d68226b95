package io.github.frameiokit.endurance;

import java.net.URI;
import java.nio.file.Path;
import java.sql.SQLException;
import org.h2.Driver;
import org.h2.tools.Server;

/** The database of all nodes. While it fails, it accepts no connection, and those that were open have ended. */
final class Store implements AutoCloseable {

    private final int port;
    private Server server;

    Store(int port) throws SQLException {
        this.port = port;
        recover();
    }

    /** For a data source. The content outlives a failure. */
    String url() {
        return "jdbc:h2:tcp://localhost:" + port + "/mem:tokens;DB_CLOSE_DELAY=-1";
    }

    /** The driver's jar, for the servers. */
    static Path driver() {
        return Path.of(URI.create(
                Driver.class.getProtectionDomain().getCodeSource().getLocation().toString()));
    }

    synchronized void fail() {
        server.stop();
    }

    synchronized void recover() throws SQLException {
        System.setProperty("h2.bindAddress", "localhost");
        server = Server.createTcpServer("-tcpPort", Integer.toString(port), "-ifNotExists")
                .start();
    }

    @Override
    public void close() {
        fail();
    }
}
