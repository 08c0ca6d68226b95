package io.github.frameiokit.testkit;

import com.sun.net.httpserver.HttpExchange;
import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import java.io.IOException;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** The storage behind Frame.io: what files hold, and the signed links to it. Thread-safe. */
final class Storage {

    private static final String MEDIA_TYPE = "video/quicktime";
    private static final long DEFAULT_PART_SIZE = 5L * 1024 * 1024;

    private final String url;
    /** The parts of each file that is uploaded. */
    private final Map<String, byte[][]> uploads = new ConcurrentHashMap<>();

    private final Map<String, Content> contents = new ConcurrentHashMap<>();
    private volatile long partSize = DEFAULT_PART_SIZE;
    private volatile int generation;
    private volatile Optional<String> links = Optional.empty();

    /** @param url where the fake serves it; ends with a slash */
    Storage(String url) {
        this.url = url;
    }

    /** The bytes of a file. Their tag is computed once, because it takes longer than sending a part of a large file. */
    private record Content(byte[] bytes, String etag) {

        Content(byte[] bytes) {
            this(bytes, "\"" + Long.toHexString(Arrays.hashCode(bytes)) + "-" + bytes.length + "\"");
        }
    }

    void partSize(long bytes) {
        partSize = bytes;
    }

    void links(String beginning) {
        links = Optional.of(beginning);
    }

    synchronized void expireLinks() {
        generation++;
    }

    void put(String fileId, byte[] bytes) {
        contents.put(fileId, new Content(bytes));
    }

    /** What a file holds; empty if it is unknown or parts of it are missing. */
    Optional<byte[]> bytes(String fileId) {
        return content(fileId).map(content -> content.bytes().clone());
    }

    private Optional<Content> content(String fileId) {
        return Optional.ofNullable(contents.computeIfAbsent(fileId, this::assembled));
    }

    /** The parts of an upload put together; null unless all are there. */
    private Content assembled(String fileId) {
        byte[][] parts = uploads.getOrDefault(fileId, new byte[1][]);
        synchronized (parts) {
            if (Arrays.stream(parts).anyMatch(part -> part == null)) {
                return null;
            }
            byte[] whole =
                    new byte[Arrays.stream(parts).mapToInt(part -> part.length).sum()];
            int at = 0;
            for (byte[] part : parts) {
                System.arraycopy(part, 0, whole, at, part.length);
                at += part.length;
            }
            return new Content(whole);
        }
    }

    /** The answer to a new file: it has a link for each part. */
    JsonObject withUploadUrls(JsonObject example, Received request) {
        JsonObject data = example.getJsonObject("data");
        JsonObject wanted = request.body().orElseThrow().asJsonObject().getJsonObject("data");
        long size = wanted.getJsonNumber("file_size").longValue();
        int count = (int) ((size + partSize - 1) / partSize);
        String id = data.getString("id");
        uploads.put(id, new byte[count][]);
        contents.remove(id);
        JsonArrayBuilder urls = Json.createArrayBuilder();
        for (int i = 0; i < count; i++) {
            urls.add(Json.createObjectBuilder()
                    .add("size", Math.min(partSize, size - i * partSize))
                    .add("url", links() + "upload/" + id + "/" + i + "?signature=secret"));
        }
        return Json.createObjectBuilder()
                .add(
                        "data",
                        Json.createObjectBuilder(data)
                                .add("name", wanted.getString("name"))
                                .add("file_size", size)
                                .add("media_type", MEDIA_TYPE)
                                .add("upload_urls", urls))
                .build();
    }

    /** The answer with a file: it has a link to what the file holds, if that is known. */
    JsonObject withOriginal(JsonObject example, String fileId) {
        Optional<Content> content = content(fileId);
        if (content.isEmpty()) {
            return example;
        }
        String link = links() + "download/" + fileId + "/" + generation + "?signature=secret";
        return Json.createObjectBuilder()
                .add(
                        "data",
                        Json.createObjectBuilder(example.getJsonObject("data"))
                                .add("id", fileId)
                                .add("file_size", content.get().bytes().length)
                                .add(
                                        "media_links",
                                        Json.createObjectBuilder()
                                                .add(
                                                        "original",
                                                        Json.createObjectBuilder()
                                                                .add("download_url", link))))
                .build();
    }

    private String links() {
        return links.orElse(url);
    }

    /**
     * Answers a request. The headers that are signed with a link must come with it, but no token.
     *
     * @param place the path's segments
     */
    void handle(HttpExchange exchange, String[] place, byte[] body) throws IOException {
        Map<String, String> headers = Wire.headers(exchange);
        if (headers.containsKey("authorization")) {
            Wire.send(exchange, new Scripted(400, Map.of(), "two ways to authorize"));
        } else if (place[0].equals("upload")) {
            take(exchange, place, headers, body);
        } else {
            give(exchange, place, headers);
        }
    }

    private void take(HttpExchange exchange, String[] place, Map<String, String> headers, byte[] body)
            throws IOException {
        byte[][] parts = uploads.get(place[1]);
        if (!exchange.getRequestMethod().equals("PUT")
                || parts == null
                || !headers.getOrDefault("x-amz-acl", "").equals("private")
                || !headers.getOrDefault("content-type", "").equals(MEDIA_TYPE)
                || !headers.containsKey("content-length")) {
            Wire.send(exchange, new Scripted(403, Map.of(), "the signature doesn't match"));
            return;
        }
        synchronized (parts) {
            parts[Integer.parseInt(place[2])] = body;
        }
        contents.remove(place[1]);
        exchange.sendResponseHeaders(200, -1);
    }

    private void give(HttpExchange exchange, String[] place, Map<String, String> headers) throws IOException {
        Content content = content(place[1]).orElseGet(() -> new Content(new byte[0]));
        byte[] bytes = content.bytes();
        if (!exchange.getRequestMethod().equals("GET") || Integer.parseInt(place[2]) != generation) {
            Wire.send(exchange, new Scripted(403, Map.of(), "the link has expired"));
            return;
        }
        if (!headers.getOrDefault("if-match", content.etag()).equals(content.etag())) {
            Wire.send(exchange, new Scripted(412, Map.of(), "another content"));
            return;
        }
        exchange.getResponseHeaders().add("ETag", content.etag());
        String range = headers.getOrDefault("range", "");
        int from = 0;
        int to = bytes.length;
        if (range.matches("bytes=\\d+-\\d+")) {
            String[] ends = range.substring("bytes=".length()).split("-");
            from = Integer.parseInt(ends[0]);
            to = Math.min(Integer.parseInt(ends[1]) + 1, bytes.length);
            if (from >= to) {
                exchange.getResponseHeaders().add("Content-Range", "bytes */" + bytes.length);
                Wire.send(exchange, new Scripted(416, Map.of(), "no such range"));
                return;
            }
            exchange.getResponseHeaders().add("Content-Range", "bytes " + from + "-" + (to - 1) + "/" + bytes.length);
        }
        exchange.sendResponseHeaders(range.isEmpty() ? 200 : 206, to == from ? -1 : to - from);
        exchange.getResponseBody().write(bytes, from, to - from);
    }
}
