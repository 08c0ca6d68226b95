package io.github.frameiokit.it.support;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A request in the bytes that a test chooses, such as with another {@code Host}, which HTTP clients don't let it. */
public final class RawRequest {

    private static final Pattern LENGTH = Pattern.compile("(?i)\r\ncontent-length: *(\\d+)");

    private final String line;
    private final List<String> headers = new ArrayList<>();

    private RawRequest(String line) {
        this.line = line;
    }

    /** A request of HTTP 1.1, without any header. */
    public static RawRequest of(String method, String path) {
        return new RawRequest(method + " " + path + " HTTP/1.1");
    }

    /** A request of HTTP 1.0, which needs no {@code Host}. */
    public static RawRequest ofHttp10(String method, String path) {
        return new RawRequest(method + " " + path + " HTTP/1.0");
    }

    /** Adds a header. */
    public RawRequest header(String name, String value) {
        headers.add(name + ": " + value);
        return this;
    }

    /** Sends it to the server of an app, and returns the response from its status line to its end. */
    public String send(URL base) {
        try (Socket socket = new Socket(base.getHost(), base.getPort())) {
            socket.setSoTimeout(30_000);
            StringBuilder request = new StringBuilder(line).append("\r\n");
            headers.forEach(header -> request.append(header).append("\r\n"));
            request.append("Connection: close\r\n\r\n");
            socket.getOutputStream().write(request.toString().getBytes(StandardCharsets.ISO_8859_1));
            return response(socket.getInputStream());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Reads a whole response; not every server closes the connection after it. */
    private static String response(InputStream in) throws IOException {
        StringBuilder response = new StringBuilder();
        int next = in.read();
        while (next >= 0) {
            response.append((char) next);
            next = isWhole(response) ? -1 : in.read();
        }
        return response.toString();
    }

    private static boolean isWhole(StringBuilder response) {
        int body = response.indexOf("\r\n\r\n") + 4;
        if (body < 4) {
            return false;
        }
        Matcher length = LENGTH.matcher(response.substring(0, body));
        return length.find()
                ? response.length() - body >= Integer.parseInt(length.group(1))
                : response.substring(body - 2).endsWith("\r\n0\r\n\r\n");
    }

    /** The status of a response. */
    public static int status(String response) {
        return Integer.parseInt(response.split(" ", 3)[1]);
    }
}
