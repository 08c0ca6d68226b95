package io.github.frameiokit.internal.interaction;

import io.github.frameiokit.client.ClientClock;
import io.github.frameiokit.internal.RandomToken;
import io.github.frameiokit.internal.store.Pool;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.jboss.weld.environment.se.Weld;
import org.jboss.weld.environment.se.WeldContainer;

/** Nodes of an app, each a CDI container without a server, which share a table of a database. */
final class Nodes implements AutoCloseable {

    /** A database that can be stopped and started. */
    static class Database {

        /** Where connections come from. */
        static volatile Pool.Source source;

        private static int refusals;

        /** Refuses so many connections from now on. */
        static synchronized void refuse(int connections) {
            refusals = connections;
        }

        static synchronized Connection connect() throws SQLException {
            if (refusals > 0) {
                refusals--;
                throw new SQLException("The database is down.", "08001");
            }
            return source.connect();
        }

        @Produces
        DataSource shared() {
            return new Pool(Database::connect);
        }
    }

    /** A clock that all nodes share. */
    @ApplicationScoped
    static class Clock implements ClientClock {

        static volatile Duration ahead = Duration.ZERO;

        @Override
        public Instant now() {
            return Instant.now().plus(ahead);
        }

        @Override
        public void sleep(Duration time) throws InterruptedException {
            Thread.sleep(time.toMillis());
        }
    }

    private final Map<String, String> properties = new HashMap<>(Map.of(
            "frameio.action.secret",
            "action-secret-01",
            "frameio.token-store",
            "jdbc",
            "frameio.token-store.jdbc.create-table",
            "true",
            "frameio.encryption.key",
            Base64.getEncoder().encodeToString(new byte[32])));
    private final List<WeldContainer> all = new ArrayList<>();

    /** Starts nodes with a new table. */
    Nodes(int count, Class<?>... app) {
        String url = "jdbc:h2:mem:nodes-" + RandomToken.create() + ";DB_CLOSE_DELAY=-1";
        Database.source = () -> DriverManager.getConnection(url, "sa", "");
        Database.refuse(0);
        Clock.ahead = Duration.ZERO;
        properties.forEach(System::setProperty);
        for (int i = 0; i < count; i++) {
            all.add(new Weld()
                    .addBeanClasses(Stream.concat(Stream.of(Database.class, Clock.class), Stream.of(app))
                            .toArray(Class<?>[]::new))
                    .initialize());
        }
    }

    WeldContainer node(int index) {
        return all.get(index);
    }

    /** The entries of the store, as they are in the database. */
    static List<String> entries() {
        try (Connection connection = Database.connect();
                ResultSet found = connection.createStatement().executeQuery("SELECT sealed FROM frameio_tokens")) {
            List<String> entries = new ArrayList<>();
            while (found.next()) {
                entries.add(found.getString(1));
            }
            return entries;
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        all.forEach(WeldContainer::close);
        properties.keySet().forEach(System::clearProperty);
    }
}
