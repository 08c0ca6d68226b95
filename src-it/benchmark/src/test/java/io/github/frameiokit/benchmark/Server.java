package io.github.frameiokit.benchmark;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** A server's process, from its start on. */
final class Server implements Closeable {

    static final int PORT = 9380;

    private static final Path TARGET = Path.of("target").toAbsolutePath();
    private static final Path INSTANCES = TARGET.resolve("instances");
    private static final Duration MOST = Duration.ofSeconds(120);
    private static final Duration PAUSE = Duration.ofMillis(10);

    /**
     * What the server says of its process.
     *
     * @param cdiMicros how long CDI took to deploy the app, or 0
     */
    record State(long pid, long allocatedBytes, long cdiMicros) {}

    /**
     * What an asynchronous handler has handled.
     *
     * @param count how many events
     * @param lastMicros when the last one, in microseconds since 1970
     */
    record Handled(long count, long lastMicros) {}

    private final Process process;
    private final Path log;
    private final String context;
    private double startMillis;
    private double firstMillis;

    private Server(Process process, Path log, String context) {
        this.process = process;
        this.log = log;
        this.context = context;
        // the benchmark may be interrupted
        Runtime.getRuntime().addShutdownHook(new Thread(this::end));
    }

    /** Deletes what earlier benchmarks have left, such as apps that were unpacked. */
    static void deleteInstances() throws IOException {
        Apps.delete(INSTANCES);
    }

    /** Adds to the configuration of an Open Liberty that starts later. */
    static void configure(String instance, String name, String xml) throws IOException {
        Path overrides = INSTANCES.resolve(instance).resolve("servers/benchmark/configDropins/overrides");
        Files.writeString(Files.createDirectories(overrides).resolve(name + ".xml"), xml);
    }

    /** Starts the apps in an instance of that name and returns when the target has answered its first request. */
    static Server start(Plan plan, Cores cores, String instance, List<Path> wars, List<String> jvm, Target first)
            throws IOException, InterruptedException, GeneralSecurityException {
        Path directory = Files.createDirectories(INSTANCES.resolve(instance));
        Path log = directory.resolve("benchmark.log");
        List<String> command = new ArrayList<>(List.of(
                plan.platform().script().toString(), TARGET.toString(), directory.toString(), Integer.toString(PORT)));
        wars.forEach(war -> command.add(war.toString()));
        ProcessBuilder builder = new ProcessBuilder(cores.serverCommand(command))
                .redirectErrorStream(true)
                .redirectOutput(log.toFile());
        builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
        builder.environment().put("JVM_OPTIONS", String.join(" ", jvm));
        long began = System.nanoTime();
        Server server = new Server(builder.start(), log, plan.platform().context(Apps.name(wars.get(0))));
        try {
            server.awaitFirstAnswer(began, first);
        } catch (IOException | GeneralSecurityException | InterruptedException e) {
            server.close();
            throw e;
        }
        return server;
    }

    private void awaitFirstAnswer(long began, Target target)
            throws IOException, InterruptedException, GeneralSecurityException {
        SignedRequest request = new SignedRequest(target);
        while (System.nanoTime() - began < MOST.toNanos() && process.isAlive()) {
            try (Connection connection = new Connection(PORT)) {
                long sent = System.nanoTime();
                if (connection.exchange(request.next()) == 200) {
                    long answered = System.nanoTime();
                    startMillis = (answered - began) / 1e6;
                    firstMillis = (answered - sent) / 1e6;
                    return;
                }
            } catch (IOException e) {
                // it doesn't listen yet
            }
            Thread.sleep(PAUSE.toMillis());
        }
        throw new IOException("The server hasn't started; see " + log);
    }

    /** From the start of the process to the first answer with 200. */
    double startMillis() {
        return startMillis;
    }

    /** How long that answer took. */
    double firstMillis() {
        return firstMillis;
    }

    State state() {
        String[] numbers = read(context, "/server").split(" ");
        return new State(Long.parseLong(numbers[0]), Long.parseLong(numbers[1]), Long.parseLong(numbers[2]));
    }

    /** How many bytes of its heap are in use after a collection, which this asks for. */
    long usedHeap() {
        return Long.parseLong(read(context, "/server/heap"));
    }

    /** What the asynchronous handler of one of its apps has handled. */
    Handled handled(Target target) {
        String[] numbers =
                read(target.path().replace("/frameio", ""), "/server/later").split(" ");
        return new Handled(Long.parseLong(numbers[0]), Long.parseLong(numbers[1]));
    }

    private static String read(String context, String path) {
        URI uri = URI.create("http://localhost:" + PORT + context + path);
        try (InputStream in = uri.toURL().openStream()) {
            return new String(in.readAllBytes(), StandardCharsets.US_ASCII);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The process's memory in MiB, or 0 where there is no {@code /proc}. */
    double residentMemory() throws IOException {
        Path status = Path.of("/proc/" + state().pid() + "/status");
        if (Files.notExists(status)) {
            return 0;
        }
        return Files.readAllLines(status).stream()
                        .filter(line -> line.startsWith("VmRSS:"))
                        .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
                        .findFirst()
                        .orElse(0)
                / 1024.0;
    }

    /** Stops it in order, so that the JVM can write what it was asked to write at its end. */
    @Override
    public void close() {
        for (ProcessHandle handle : end()) {
            try {
                handle.onExit().get(MOST.toSeconds(), TimeUnit.SECONDS);
            } catch (ExecutionException | TimeoutException e) {
                handle.destroyForcibly();
            } catch (InterruptedException e) {
                handle.destroyForcibly();
                Thread.currentThread().interrupt();
            }
        }
    }

    /** Asks the JVM to end. A script that waits for it ends then, too. */
    private List<ProcessHandle> end() {
        List<ProcessHandle> all = new ArrayList<>(process.descendants().toList());
        all.add(process.toHandle());
        all.get(0).destroy();
        return all;
    }
}
