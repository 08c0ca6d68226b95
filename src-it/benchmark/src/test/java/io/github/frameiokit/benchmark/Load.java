package io.github.frameiokit.benchmark;

import com.sun.management.OperatingSystemMXBean;
import java.io.Closeable;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.LongSupplier;
import java.util.stream.LongStream;

/** Connections to one server, each with a thread that sends a request as soon as it has the last one's answer. */
final class Load implements Closeable {

    private static final OperatingSystemMXBean PROCESS =
            ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);
    private static final Duration NO_END = Duration.ofDays(1);

    private final List<Connection> connections = new ArrayList<>();
    private final ExecutorService threads;
    private final LongSupplier allocatedBytes;

    /** Opens the connections. The supplier returns the bytes that the server has allocated so far. */
    Load(int port, int connections, LongSupplier allocatedBytes) throws IOException {
        for (int i = 0; i < connections; i++) {
            this.connections.add(new Connection(port));
        }
        this.threads = Executors.newFixedThreadPool(connections);
        this.allocatedBytes = allocatedBytes;
    }

    /** Sends requests to one target for some time. An answer other than 200 ends the benchmark. */
    Window window(Target target, Duration duration) throws IOException, InterruptedException {
        return window(target, duration, Integer.MAX_VALUE);
    }

    /** Sends so many requests to one target, the same number over each connection. */
    Window requests(Target target, int count) throws IOException, InterruptedException {
        return window(target, NO_END, count / connections.size());
    }

    private Window window(Target target, Duration duration, int perConnection)
            throws IOException, InterruptedException {
        long allocated = allocatedBytes.getAsLong();
        long cpu = PROCESS.getProcessCpuTime();
        long began = System.nanoTime();
        List<Future<long[]>> futures = new ArrayList<>();
        for (Connection connection : connections) {
            futures.add(threads.submit(() -> times(connection, target, duration, perConnection)));
        }
        LongStream all = LongStream.empty();
        for (Future<long[]> future : futures) {
            all = LongStream.concat(all, Arrays.stream(get(future)));
        }
        double elapsed = System.nanoTime() - began;
        double loadShare = (PROCESS.getProcessCpuTime() - cpu) / elapsed;
        return Window.of(all.toArray(), elapsed / 1e9, allocatedBytes.getAsLong() - allocated, loadShare);
    }

    private static long[] times(Connection connection, Target target, Duration duration, int most)
            throws IOException, GeneralSecurityException {
        SignedRequest request = new SignedRequest(target);
        long[] times = new long[1 << 12];
        int count = 0;
        long now = System.nanoTime();
        long end = now + duration.toNanos();
        while (now < end && count < most) {
            int status = connection.exchange(request.next());
            if (status != 200) {
                throw new IOException(target + ": " + target.path() + " answered " + status);
            }
            long done = System.nanoTime();
            if (count == times.length) {
                times = Arrays.copyOf(times, 2 * count);
            }
            times[count++] = done - now;
            now = done;
        }
        return Arrays.copyOf(times, count);
    }

    private static long[] get(Future<long[]> future) throws IOException, InterruptedException {
        try {
            return future.get();
        } catch (ExecutionException e) {
            throw new IOException(e.getCause());
        }
    }

    @Override
    public void close() throws IOException {
        threads.shutdownNow();
        for (Connection connection : connections) {
            connection.close();
        }
    }
}
