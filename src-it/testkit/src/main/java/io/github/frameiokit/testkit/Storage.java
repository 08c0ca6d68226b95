package io.github.frameiokit.testkit;

import com.sun.net.httpserver.HttpExchange;
import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import java.io.IOException;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;

/** The storage behind Frame.io: the content of files, and the signed links to it. Thread-safe. */
final class Storage {

    private static final String MEDIA_TYPE = "video/quicktime";
    private static final long DEFAULT_PART_SIZE = 5L * 1024 * 1024;

    private final String url;
    private final Map<String, Upload> uploads = new ConcurrentHashMap<>();

    private final Map<String, Content> contents = new ConcurrentHashMap<>();
    private volatile long partSize = DEFAULT_PART_SIZE;
    private volatile int generation;
    private volatile Optional<String> links = Optional.empty();
    private volatile Consumer<String> arrivals = fileId -> {};

    /** @param url where the fake serves it; ends with a slash */
    Storage(String url) {
        this.url = url;
    }

    /** The parts of a file that is uploaded, and the type that each must be sent with. */
    private record Upload(byte[][] parts, String mediaType) {}

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

    /** @param consumer gets the id of each file whose last part has arrived */
    void onArrival(Consumer<String> consumer) {
        arrivals = consumer;
    }

    void put(String fileId, byte[] bytes) {
        contents.put(fileId, new Content(bytes));
    }

    /** The content of a file; empty if the file is unknown or parts of it are missing. */
    Optional<byte[]> bytes(String fileId) {
        return content(fileId).map(content -> content.bytes().clone());
    }

    private Optional<Content> content(String fileId) {
        return Optional.ofNullable(contents.computeIfAbsent(fileId, this::assembled));
    }

    /** The parts of an upload put together; null unless all are there. */
    private Content assembled(String fileId) {
        Upload upload = uploads.get(fileId);
        if (upload == null) {
            return null;
        }
        byte[][] parts = upload.parts();
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

    /** Begins an upload; the result has the size and the link of each part. */
    JsonArray upload(String id, long size, String mediaType) {
        int count = (int) ((size + partSize - 1) / partSize);
        uploads.put(id, new Upload(new byte[count][], mediaType));
        contents.remove(id);
        JsonArrayBuilder urls = Json.createArrayBuilder();
        for (int i = 0; i < count; i++) {
            urls.add(Json.createObjectBuilder()
                    .add("size", Math.min(partSize, size - i * partSize))
                    .add("url", links() + "upload/" + id + "/" + i + "?signature=secret"));
        }
        return urls.build();
    }

    /** The answer to a new file: it has a link for each part. */
    JsonObject withUploadUrls(JsonObject example, Received request) {
        JsonObject data = example.getJsonObject("data");
        JsonObject wanted = request.body().orElseThrow().asJsonObject().getJsonObject("data");
        long size = wanted.getJsonNumber("file_size").longValue();
        JsonArray urls = upload(data.getString("id"), size, MEDIA_TYPE);
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

    /** The answer with a file: it has a link to the file's content, if that is known. */
    JsonObject withOriginal(JsonObject example, String fileId) {
        Optional<Content> content = content(fileId);
        Optional<String> link = link(fileId);
        if (content.isEmpty() || link.isEmpty()) {
            return example;
        }
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
                                                                .add("download_url", link.get()))))
                .build();
    }

    /** A link to the content of a file; empty if that is unknown. */
    Optional<String> link(String fileId) {
        return content(fileId).map(it -> links() + "download/" + fileId + "/" + generation + "?signature=secret");
    }

    private String links() {
        return links.orElse(url);
    }

    /**
     * Answers a request. It must have the headers that are signed with the link, and no token.
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
        Upload upload = uploads.get(place[1]);
        if (!exchange.getRequestMethod().equals("PUT")
                || upload == null
                || !headers.getOrDefault("x-amz-acl", "").equals("private")
                || !headers.getOrDefault("content-type", "").equals(upload.mediaType())
                || !headers.containsKey("content-length")) {
            Wire.send(exchange, new Scripted(403, Map.of(), "the signature doesn't match"));
            return;
        }
        synchronized (upload.parts()) {
            upload.parts()[Integer.parseInt(place[2])] = body;
        }
        contents.remove(place[1]);
        if (content(place[1]).isPresent()) {
            arrivals.accept(place[1]);
        }
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
