package io.github.frameiokit.endurance;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.Closeable;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/** One HTTP connection, which is kept alive as long as the server wants. */
final class Connection implements Closeable {

    /** Writes a request with one call. */
    static final Writing AT_ONCE = (request, out) -> out.write(request);

    private static final int PATIENCE_MILLIS = 30_000;

    private final Socket socket;
    private final OutputStream out;
    private final InputStream in;
    private boolean reusable = true;

    /** What a server has answered. */
    record Answer(int status, String body) {}

    /** How a request is written. */
    interface Writing {
        void write(byte[] request, OutputStream out) throws IOException;
    }

    Connection(int port) throws IOException {
        socket = new Socket("localhost", port);
        socket.setTcpNoDelay(true);
        socket.setSoTimeout(PATIENCE_MILLIS);
        out = socket.getOutputStream();
        in = new BufferedInputStream(socket.getInputStream());
    }

    /** Sends a request and waits for its answer. */
    Answer send(byte[] request) throws IOException {
        return send(request, AT_ONCE);
    }

    /** Sends a request in a special way and waits for its answer. */
    Answer send(byte[] request, Writing writing) throws IOException {
        try {
            writing.write(request, out);
        } catch (IOException e) {
            // a server that rejects a large body may stop reading it, but has answered
            reusable = false;
        }
        String[] status = line().split(" ", 3);
        String body = body();
        return new Answer(Integer.parseInt(status[1]), body);
    }

    /** Whether another request can be sent. */
    boolean isReusable() {
        return reusable;
    }

    private String body() throws IOException {
        int length = 0;
        boolean chunked = false;
        for (String header = line(); !header.isEmpty(); header = line()) {
            String lower = header.toLowerCase(Locale.ROOT);
            if (lower.startsWith("content-length:")) {
                length =
                        Integer.parseInt(lower.substring(lower.indexOf(':') + 1).strip());
            } else if (lower.startsWith("transfer-encoding:")) {
                chunked = true;
            } else if (lower.startsWith("connection:") && lower.contains("close")) {
                reusable = false;
            }
        }
        return chunked ? chunks() : new String(in.readNBytes(length), StandardCharsets.UTF_8);
    }

    private String chunks() throws IOException {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        for (int size = Integer.parseInt(line(), 16); size > 0; size = Integer.parseInt(line(), 16)) {
            all.write(in.readNBytes(size));
            line();
        }
        line();
        return all.toString(StandardCharsets.UTF_8);
    }

    private String line() throws IOException {
        StringBuilder line = new StringBuilder();
        for (int c = in.read(); c != '\n'; c = in.read()) {
            if (c < 0) {
                throw new EOFException("the server closed the connection");
            }
            if (c != '\r') {
                line.append((char) c);
            }
        }
        return line.toString();
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
