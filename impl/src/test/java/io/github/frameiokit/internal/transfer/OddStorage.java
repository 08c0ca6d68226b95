package io.github.frameiokit.internal.transfer;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.github.frameiokit.testkit.FakeFrameio;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.BiFunction;

/** A storage that answers ranges as S3 does, until a test changes its answers. */
final class OddStorage implements AutoCloseable {

    /** What was asked for, both ends included. */
    record Range(long from, long to) {

        boolean isProbe() {
            return from == 0 && to == 0;
        }
    }

    /**
     * An answer.
     *
     * @param announced how long the body is said to be; -1 to send it in chunks
     */
    record Reply(int status, Map<String, String> headers, byte[] body, long announced) {

        Reply status(int other) {
            return new Reply(other, headers, body, announced);
        }

        Reply header(String name, String value) {
            Map<String, String> others = new TreeMap<>(headers);
            others.put(name, value);
            return new Reply(status, others, body, announced);
        }

        Reply without(String name) {
            Map<String, String> others = new TreeMap<>(headers);
            others.remove(name);
            return new Reply(status, others, body, announced);
        }

        Reply body(byte[] other) {
            return new Reply(status, headers, other, other.length);
        }

        /** Ends, or goes on, after so many bytes, although others were announced. */
        Reply length(int bytes) {
            return new Reply(status, headers, Arrays.copyOf(body, bytes), announced);
        }

        Reply chunked() {
            return new Reply(status, headers, body, -1);
        }
    }

    private static final BiFunction<Range, Reply, Reply> AS_IT_IS = (range, reply) -> reply;

    private final HttpServer server;
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final List<Range> ranges = new CopyOnWriteArrayList<>();
    private final List<String> conditions = new CopyOnWriteArrayList<>();
    private volatile byte[] content;
    private volatile Map<String, String> validators;
    private volatile BiFunction<Range, Reply, Reply> change = AS_IT_IS;

    OddStorage(byte[] content) {
        replace(content, Map.of("ETag", "\"first\""));
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.setExecutor(threads);
        server.createContext("/", this::handle);
        server.start();
    }

    void serve(FakeFrameio fake) {
        fake.links("http://localhost:" + server.getAddress().getPort() + "/");
    }

    void replace(byte[] other, Map<String, String> otherValidators) {
        content = other;
        validators = otherValidators;
    }

    void change(BiFunction<Range, Reply, Reply> other) {
        change = other;
    }

    void behave() {
        change = AS_IT_IS;
    }

    List<Range> ranges() {
        return List.copyOf(ranges);
    }

    /** The ranges that were asked for since the last call of this. */
    List<Range> newRanges() {
        List<Range> all = ranges();
        ranges.clear();
        return all;
    }

    /** The preconditions that were sent, one text a request. */
    List<String> conditions() {
        return List.copyOf(conditions);
    }

    private void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            String[] ends = exchange.getRequestHeaders()
                    .getFirst("Range")
                    .substring("bytes=".length())
                    .split("-");
            Range range = new Range(Long.parseLong(ends[0]), Long.parseLong(ends[1]));
            ranges.add(range);
            String match = exchange.getRequestHeaders().getFirst("If-Match");
            String since = exchange.getRequestHeaders().getFirst("If-Unmodified-Since");
            conditions.add(match + " " + since);
            Reply reply = change.apply(range, reply(range, match, since));
            reply.headers().forEach(exchange.getResponseHeaders()::set);
            exchange.sendResponseHeaders(
                    reply.status(), reply.announced() < 0 ? 0 : reply.announced() == 0 ? -1 : reply.announced());
            exchange.getResponseBody().write(reply.body());
        }
    }

    private Reply reply(Range range, String match, String since) {
        byte[] now = content;
        Reply reply = new Reply(206, validators, new byte[0], 0);
        if (match != null && !match.equals(validators.get("ETag"))
                || since != null && !since.equals(validators.get("Last-Modified"))) {
            return reply.status(412);
        }
        if (range.from() >= now.length) {
            return reply.status(416).header("Content-Range", "bytes */" + now.length);
        }
        int end = (int) Math.min(range.to() + 1, now.length);
        return reply.header("Content-Range", "bytes " + range.from() + "-" + (end - 1) + "/" + now.length)
                .body(Arrays.copyOfRange(now, (int) range.from(), end));
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}
