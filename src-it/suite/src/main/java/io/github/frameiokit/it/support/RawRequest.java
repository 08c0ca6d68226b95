package io.github.frameiokit.it.support;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** A request in the bytes that a test chooses, such as with another {@code Host}, which HTTP clients don't let it. */
public final class RawRequest {

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
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The status of a response. */
    public static int status(String response) {
        return Integer.parseInt(response.split(" ", 3)[1]);
    }
}
