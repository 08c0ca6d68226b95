package io.github.frameiokit.internal.store;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.junit.jupiter.api.Assumptions;
import org.mariadb.jdbc.MariaDbDataSource;
import org.postgresql.ds.PGSimpleDataSource;

/** Real databases, where the machine has them: each is started once per JVM, on a directory of its own. */
public final class Databases {

    private static final boolean ROOT = "root".equals(System.getProperty("user.name"));

    private static Optional<DataSource> postgres;
    private static Optional<DataSource> mariaDb;

    private Databases() {}

    /** PostgreSQL; without it the test is skipped. */
    public static synchronized DataSource postgres() {
        if (postgres == null) {
            postgres = children(Path.of("/usr/lib/postgresql"))
                    .map(version -> version.resolve("bin"))
                    .filter(bin -> Files.isExecutable(bin.resolve("initdb")))
                    .findFirst()
                    .map(Databases::startPostgres);
        }
        return orSkip(postgres, "PostgreSQL, since there is no /usr/lib/postgresql/*/bin/initdb");
    }

    /** MariaDB; without it the test is skipped. */
    public static synchronized DataSource mariaDb() {
        if (mariaDb == null) {
            mariaDb = Optional.of(Path.of("/usr/sbin/mariadbd"))
                    .filter(server ->
                            Files.isExecutable(server) && Files.isExecutable(Path.of("/usr/bin/my_print_defaults")))
                    .map(Databases::startMariaDb);
        }
        return orSkip(mariaDb, "MariaDB, since there is no /usr/sbin/mariadbd or no /usr/bin/my_print_defaults");
    }

    private static DataSource orSkip(Optional<DataSource> database, String which) {
        String skipped = "The kit isn't tested on " + which + ".";
        if (database.isEmpty()) {
            System.out.println(skipped);
        }
        Assumptions.assumeTrue(database.isPresent(), skipped);
        return database.get();
    }

    private static DataSource startPostgres(Path bin) {
        Path home = home("postgres");
        Path data = home.resolve("data");
        int port = freePort();
        run(home, bin.resolve("initdb"), "-D", data, "-A", "trust", "-U", "kit", "-E", "UTF8", "--no-sync");
        serve(
                home,
                bin.resolve("postgres"),
                "-D",
                data,
                "-p",
                port,
                "-c",
                "listen_addresses=127.0.0.1",
                "-c",
                "unix_socket_directories=" + home,
                "-c",
                "fsync=off");
        PGSimpleDataSource database = new PGSimpleDataSource();
        database.setServerNames(new String[] {"127.0.0.1"});
        database.setPortNumbers(new int[] {port});
        database.setDatabaseName("postgres");
        database.setUser("kit");
        return awaited(database, home);
    }

    private static DataSource startMariaDb(Path server) {
        Path home = home("mariadb");
        Path data = home.resolve("data");
        int port = freePort();
        run(
                home,
                "mariadb-install-db",
                "--no-defaults",
                "--datadir=" + data,
                "--auth-root-authentication-method=normal");
        serve(
                home,
                server,
                "--no-defaults",
                "--datadir=" + data,
                "--port=" + port,
                "--bind-address=127.0.0.1",
                "--socket=" + home.resolve("socket"),
                "--pid-file=" + home.resolve("pid"));
        try {
            return awaited(new MariaDbDataSource("jdbc:mariadb://127.0.0.1:" + port + "/test?user=root"), home);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Path home(String database) {
        try {
            Path home = Files.createTempDirectory("frameio-kit-" + database);
            if (ROOT) {
                Files.setOwner(
                        home,
                        home.getFileSystem().getUserPrincipalLookupService().lookupPrincipalByName("nobody"));
            }
            return home;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static int freePort() {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void run(Path home, Object... command) {
        try {
            if (start(home, command).waitFor() != 0) {
                throw new IllegalStateException(log(home));
            }
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void serve(Path home, Object... command) {
        Process server = start(home, command);
        Runtime.getRuntime().addShutdownHook(new Thread(() -> {
            server.destroy();
            try {
                server.waitFor(20, TimeUnit.SECONDS);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            delete(home);
        }));
    }

    /** Databases refuse to run as root. */
    private static Process start(Path home, Object... command) {
        List<String> words = new ArrayList<>();
        if (ROOT) {
            words.addAll(List.of("setpriv", "--reuid=nobody", "--regid=nogroup", "--clear-groups"));
        }
        Stream.of(command).map(Object::toString).forEach(words::add);
        File log = home.resolve("log").toFile();
        try {
            return new ProcessBuilder(words)
                    .directory(home.toFile())
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.appendTo(log))
                    .start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static DataSource awaited(DataSource database, Path home) {
        SQLException failure = null;
        for (int i = 0; i < 300; i++) {
            try {
                database.getConnection().close();
                return database;
            } catch (SQLException e) {
                failure = e;
                pause();
            }
        }
        throw new IllegalStateException(log(home), failure);
    }

    private static void pause() {
        try {
            Thread.sleep(100);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String log(Path home) {
        try {
            return Files.readString(home.resolve("log"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Stream<Path> children(Path directory) {
        try (Stream<Path> children = Files.isDirectory(directory) ? Files.list(directory) : Stream.empty()) {
            return children.toList().stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void delete(Path directory) {
        try (Stream<Path> all = Files.walk(directory)) {
            all.sorted(Comparator.reverseOrder()).map(Path::toFile).forEach(File::delete);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
