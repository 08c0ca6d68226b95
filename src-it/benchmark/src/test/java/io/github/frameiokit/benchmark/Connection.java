package io.github.frameiokit.benchmark;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.Closeable;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;

/** One kept-alive HTTP connection. It reads of an answer no more than it must to find its end. */
final class Connection implements Closeable {

    private static final int PATIENCE_MILLIS = 30_000;
    private static final byte[] LENGTH = "content-length:".getBytes(US_ASCII);
    private static final byte[] CHUNKED = "transfer-encoding:".getBytes(US_ASCII);

    private final Socket socket;
    private final OutputStream out;
    private final InputStream in;
    private final byte[] buffer = new byte[8192];
    private final byte[] line = new byte[8192];
    private int position;
    private int limit;
    private int lineLength;

    Connection(int port) throws IOException {
        socket = new Socket("localhost", port);
        socket.setTcpNoDelay(true);
        socket.setSoTimeout(PATIENCE_MILLIS);
        out = socket.getOutputStream();
        in = socket.getInputStream();
    }

    /** Sends a request, waits for the whole answer and returns its status. */
    int exchange(byte[] request) throws IOException {
        out.write(request);
        readLine();
        int status = (int) number("HTTP/1.1 ".length(), 10);
        long length = 0;
        boolean chunked = false;
        for (readLine(); lineLength > 0; readLine()) {
            if (lineStartsWith(LENGTH)) {
                length = number(LENGTH.length, 10);
            } else if (lineStartsWith(CHUNKED)) {
                chunked = true;
            }
        }
        if (chunked) {
            skipChunks();
        } else {
            skip(length);
        }
        return status;
    }

    private void skipChunks() throws IOException {
        readLine();
        for (long size = number(0, 16); size > 0; size = number(0, 16)) {
            skip(size + 2);
            readLine();
        }
        readLine();
    }

    private void skip(long count) throws IOException {
        for (long left = count; left > 0; ) {
            fill();
            int step = (int) Math.min(left, limit - position);
            position += step;
            left -= step;
        }
    }

    private void readLine() throws IOException {
        lineLength = 0;
        for (byte b = read(); b != '\n'; b = read()) {
            if (b != '\r') {
                line[lineLength++] = b;
            }
        }
    }

    private byte read() throws IOException {
        fill();
        return buffer[position++];
    }

    private void fill() throws IOException {
        if (position < limit) {
            return;
        }
        position = 0;
        limit = in.read(buffer);
        if (limit < 0) {
            limit = 0;
            throw new EOFException("the server closed the connection");
        }
    }

    private boolean lineStartsWith(byte[] name) {
        if (lineLength < name.length) {
            return false;
        }
        for (int i = 0; i < name.length; i++) {
            if (Character.toLowerCase(line[i]) != name[i]) {
                return false;
            }
        }
        return true;
    }

    /** The digits from an index of the line on, after blanks. */
    private long number(int from, int radix) {
        int at = from;
        while (at < lineLength && line[at] == ' ') {
            at++;
        }
        long number = 0;
        for (int digit; at < lineLength && (digit = Character.digit(line[at], radix)) >= 0; at++) {
            number = number * radix + digit;
        }
        return number;
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
