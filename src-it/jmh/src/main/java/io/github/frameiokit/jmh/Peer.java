package io.github.frameiokit.jmh;

import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The other side of the client: Frame.io and its storage in a process of their own. It does as little as it can, so
 * that a measurement shows the client: its responses lie ready, it throws uploaded bytes away and sends the same ones
 * again and again.
 */
public final class Peer {

    /** How many assets a page has. */
    static final int PAGE = 500;

    private static final int PART = 16 * 1024 * 1024;
    private static final Pattern RANGE = Pattern.compile("bytes=(\\d+)-(\\d+)");
    private static final Pattern AFTER = Pattern.compile("[?&]after=(\\d+)");

    private final long size;
    private final String url;
    private final JsonObject file = Samples.file();
    private final byte[] shown;
    private final byte[] upload;
    private final byte[] page;
    private final byte[] lastPage;
    private final long pages;

    private Peer(long size, long assets, String url) {
        this.size = size;
        this.url = url;
        pages = assets / PAGE;
        shown = bytes(with(
                file,
                "media_links",
                Json.createObjectBuilder()
                        .add("original", Json.createObjectBuilder().add("download_url", url + "/storage/file"))
                        .build()));
        upload = bytes(with(file, "upload_urls", uploadUrls().build()));
        page = bytes(Samples.page(PAGE, "/v4/accounts/a/folders/f/files?after=%08d"));
        lastPage = bytes(Samples.page(PAGE, null));
    }

    /**
     * Prints its port and serves until its standard input ends.
     *
     * @param args the size of the file, and how many assets its folder has
     */
    public static void main(String[] args) throws IOException {
        try (ServerSocket server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress())) {
            String url = "http://localhost:" + server.getLocalPort();
            Peer peer = new Peer(Long.parseLong(args[0]), Long.parseLong(args[1]), url);
            start(() -> peer.accept(server));
            System.out.println(url);
            while (System.in.read() >= 0) {
                // the other process still runs
            }
        }
    }

    private static void start(Runnable work) {
        Thread thread = new Thread(work);
        thread.setDaemon(true);
        thread.start();
    }

    private void accept(ServerSocket server) {
        while (!server.isClosed()) {
            try {
                Socket socket = server.accept();
                start(() -> serve(socket));
            } catch (IOException e) {
                return; // closed
            }
        }
    }

    private void serve(Socket socket) {
        try (socket) {
            socket.setTcpNoDelay(true);
            byte[] buffer = new byte[256 * 1024];
            InputStream in = new BufferedInputStream(socket.getInputStream(), 16 * 1024);
            OutputStream out = socket.getOutputStream();
            while (true) {
                Head head = Head.read(in);
                if (head.expectsContinue()) {
                    out.write("HTTP/1.1 100 Continue\r\n\r\n".getBytes(StandardCharsets.ISO_8859_1));
                }
                discard(in, head.length(), buffer);
                answer(head, out, buffer);
            }
        } catch (IOException e) {
            // the client has closed the connection
        }
    }

    private static void discard(InputStream in, long length, byte[] buffer) throws IOException {
        for (long left = length; left > 0; ) {
            int read = in.read(buffer, 0, (int) Math.min(buffer.length, left));
            if (read < 0) {
                throw new EOFException();
            }
            left -= read;
        }
    }

    private void answer(Head head, OutputStream out, byte[] buffer) throws IOException {
        if (head.target().startsWith("/storage")) {
            if (head.method().equals("PUT")) {
                head(out, 200, 0, "");
            } else {
                send(head, out, buffer);
            }
        } else if (head.target().contains("local_upload")) {
            json(out, upload);
        } else if (head.target().contains("/folders/")) {
            page(head, out);
        } else {
            json(out, shown);
        }
    }

    private void page(Head head, OutputStream out) throws IOException {
        Matcher after = AFTER.matcher(head.target());
        long number = after.find() ? Long.parseLong(after.group(1)) : 1;
        if (number >= pages) {
            json(out, lastPage);
        } else {
            json(
                    out,
                    String.format(Locale.ROOT, new String(page, StandardCharsets.UTF_8), number + 1)
                            .getBytes(StandardCharsets.UTF_8));
        }
    }

    private void send(Head head, OutputStream out, byte[] bytes) throws IOException {
        long from = 0;
        long to = size - 1;
        Matcher range = RANGE.matcher(head.range());
        if (range.matches()) {
            from = Long.parseLong(range.group(1));
            to = Math.min(to, Long.parseLong(range.group(2)));
            head(
                    out,
                    206,
                    to - from + 1,
                    "ETag: \"1\"\r\nContent-Range: bytes " + from + "-" + to + "/" + size + "\r\n");
        } else {
            head(out, 200, size, "");
        }
        for (long left = to - from + 1; left > 0; ) {
            int length = (int) Math.min(bytes.length, left);
            out.write(bytes, 0, length);
            left -= length;
        }
    }

    private static void json(OutputStream out, byte[] body) throws IOException {
        head(out, 200, body.length, "Content-Type: application/json\r\n");
        out.write(body);
    }

    private static void head(OutputStream out, int status, long length, String headers) throws IOException {
        out.write(("HTTP/1.1 " + status + " OK\r\nContent-Length: " + length + "\r\n" + headers + "\r\n")
                .getBytes(StandardCharsets.ISO_8859_1));
    }

    private JsonObject with(JsonObject response, String member, JsonValue value) {
        return Json.createObjectBuilder(response)
                .add(
                        "data",
                        Json.createObjectBuilder(response.getJsonObject("data"))
                                .add("file_size", size)
                                .add(member, value))
                .build();
    }

    private JsonArrayBuilder uploadUrls() {
        JsonArrayBuilder urls = Json.createArrayBuilder();
        for (long at = 0; at < size; at += PART) {
            urls.add(Json.createObjectBuilder()
                    .add("size", Math.min(PART, size - at))
                    .add("url", url + "/storage/" + at));
        }
        return urls;
    }

    private static byte[] bytes(JsonObject json) {
        return json.toString().getBytes(StandardCharsets.UTF_8);
    }

    /** What the peer needs of a request. */
    private record Head(String method, String target, long length, String range, boolean expectsContinue) {

        static Head read(InputStream in) throws IOException {
            String[] line = line(in).split(" ");
            long length = 0;
            String range = "";
            boolean expectsContinue = false;
            for (String header = line(in); !header.isEmpty(); header = line(in)) {
                String name = header.substring(0, header.indexOf(':')).toLowerCase(Locale.ROOT);
                String value = header.substring(header.indexOf(':') + 1).strip();
                switch (name) {
                    case "content-length" -> length = Long.parseLong(value);
                    case "range" -> range = value;
                    case "expect" -> expectsContinue = true;
                    default -> {
                        // nothing that it needs
                    }
                }
            }
            return new Head(line[0], line[1], length, range, expectsContinue);
        }

        private static String line(InputStream in) throws IOException {
            StringBuilder line = new StringBuilder();
            for (int c = in.read(); c != '\n'; c = in.read()) {
                if (c < 0) {
                    throw new EOFException();
                }
                if (c != '\r') {
                    line.append((char) c);
                }
            }
            return line.toString();
        }
    }
}
