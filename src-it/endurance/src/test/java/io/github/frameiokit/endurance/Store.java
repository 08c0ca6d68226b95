package io.github.frameiokit.endurance;

import java.net.URI;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.HashSet;
import java.util.Set;
import org.h2.Driver;
import org.h2.tools.Server;

/** The database of all nodes. While it fails, it accepts no connection, and those that were open have ended. */
final class Store implements AutoCloseable {

    /** As long as a data source of the nodes waits for a connection, a failure may be felt after its end. */
    private static final long AFTERMATH_NANOS = Duration.ofSeconds(5).toNanos();

    private final int port;
    private Server server;
    private int failures;
    private boolean failing;
    private long recovered;

    Store(int port) throws SQLException {
        this.port = port;
        listen();
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
        failing = true;
        failures++;
        server.stop();
    }

    synchronized void recover() throws SQLException {
        listen();
        failing = false;
        recovered = System.nanoTime();
    }

    /** How often it has failed. */
    synchronized int failures() {
        return failures;
    }

    /** Whether the nodes can use it, and could for a while. */
    synchronized boolean isFine() {
        return !failing && (failures == 0 || System.nanoTime() - recovered > AFTERMATH_NANOS);
    }

    /** The ids of the deliveries that wait or are worked on. It is read from within, so also while it fails. */
    Set<String> waiting() {
        try (java.sql.Connection connection = DriverManager.getConnection("jdbc:h2:mem:tokens", "sa", "sa");
                ResultSet rows = connection.createStatement().executeQuery("""
                        SELECT task_instance FROM frameio_deliveries WHERE task_name = 'frameio-delivery'""")) {
            Set<String> ids = new HashSet<>();
            while (rows.next()) {
                ids.add(rows.getString(1));
            }
            return ids;
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private void listen() throws SQLException {
        System.setProperty("h2.bindAddress", "localhost");
        server = Server.createTcpServer("-tcpPort", Integer.toString(port), "-ifNotExists")
                .start();
    }

    @Override
    public synchronized void close() {
        server.stop();
    }
}
