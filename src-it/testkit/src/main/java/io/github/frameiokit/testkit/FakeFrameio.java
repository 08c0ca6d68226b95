package io.github.frameiokit.testkit;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonException;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * A fake Frame.io: a real HTTP server on this machine that takes what Frame.io documents, refuses anything else
 * (another path, parameter, member or method), and answers with an example in which everything is there.
 *
 * <pre>{@code
 * try (FakeFrameio frameio = FakeFrameio.start()) {
 *     // frameio.api.url = frameio.url(), frameio.token = anything
 *     frameio.answer("files.show", Scripted.error(404));    // the next call of it
 *     …
 *     frameio.requests("comments.create");                  // what was sent
 * }
 * }</pre>
 *
 * <p>Nothing is kept between calls but uploads: their parts are taken as Frame.io's storage takes them, and
 * {@link #content} has them. Operations have the names of the client's groups and methods. Thread-safe.
 */
public final class FakeFrameio implements AutoCloseable {

    private static final String STORAGE = "/storage/";
    private static final String MEDIA_TYPE = "video/quicktime";
    private static final long DEFAULT_PART_SIZE = 5L * 1024 * 1024;

    private final Catalogue catalogue = new Catalogue();
    private final Schema.Examples examples = new Schema.Examples();
    private final HttpServer server;
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final List<Received> requests = new CopyOnWriteArrayList<>();
    private final Map<String, Set<String>> seen = new ConcurrentHashMap<>();
    private final Map<String, Deque<Scripted>> scripted = new ConcurrentHashMap<>();
    private final Map<String, byte[][]> contents = new ConcurrentHashMap<>();
    private final Map<String, JsonObject> answered = new ConcurrentHashMap<>();
    private volatile Set<String> tokens = Set.of();
    private volatile Optional<FakeIms> ims = Optional.empty();
    private volatile int pages = 1;
    private volatile long partSize = DEFAULT_PART_SIZE;
    private volatile int generation;
    private volatile Optional<String> links = Optional.empty();

    private FakeFrameio(HttpServer server) {
        this.server = server;
    }

    /**
     * Starts one on a free port.
     *
     * @return the fake, running until it is closed
     */
    public static FakeFrameio start() {
        return start(0);
    }

    /**
     * Starts one.
     *
     * @param port the port; 0 for any that is free
     * @return the fake, running until it is closed
     */
    public static FakeFrameio start(int port) {
        HttpServer server = Wire.listen(port);
        FakeFrameio fake = new FakeFrameio(server);
        server.setExecutor(fake.threads);
        server.createContext("/", fake::handle);
        server.start();
        return fake;
    }

    /**
     * Its address, for {@code frameio.api.url}.
     *
     * @return the address
     */
    public URI url() {
        return Wire.url(server);
    }

    /**
     * Takes these tokens only. Until then any is taken.
     *
     * @param accepted the tokens
     */
    public void accept(String... accepted) {
        tokens = Set.of(accepted);
    }

    /**
     * Takes tokens of this identity service only, while they are good and have the scopes that Frame.io wants, and
     * answers {@code users.show} with the user whose they are. Others are answered 401 without a reason.
     *
     * @param issuer the identity service
     */
    public void trust(FakeIms issuer) {
        ims = Optional.of(issuer);
    }

    /**
     * Gives lists so many pages.
     *
     * @param number how many, at least 1
     */
    public void pages(int number) {
        pages = number;
    }

    /**
     * Divides uploads into parts of this size.
     *
     * @param bytes how many bytes a part has, but for the last
     */
    public void partSize(long bytes) {
        partSize = bytes;
    }

    /**
     * Has an operation answered otherwise than with an example, once for each answer given.
     *
     * @param operation the group and method, such as {@code files.show}; {@code storage.upload} and
     *     {@code storage.download} for the parts of files
     * @param answers the answers, in order
     */
    public void answer(String operation, Scripted... answers) {
        Deque<Scripted> queue = scripted.computeIfAbsent(operation, it -> new ArrayDeque<>());
        synchronized (queue) {
            queue.addAll(List.of(answers));
        }
    }

    /**
     * What was received so far, but for the parts of files.
     *
     * @return the requests, in order
     */
    public List<Received> requests() {
        return List.copyOf(requests);
    }

    /**
     * What was received of one operation.
     *
     * @param operation the group and method, such as {@code files.show}
     * @return the requests, in order
     */
    public List<Received> requests(String operation) {
        return requests.stream()
                .filter(request -> request.operation().equals(operation))
                .toList();
    }

    /**
     * The example that an operation was last answered with.
     *
     * @param operation the group and method, such as {@code files.show}
     * @return the JSON; empty if it wasn't called, or answers nothing
     */
    public Optional<JsonObject> answered(String operation) {
        return Optional.ofNullable(answered.get(operation));
    }

    /**
     * What a file holds: what was uploaded, or was {@linkplain #content(String, byte[]) put} there.
     *
     * @param fileId the file
     * @return its bytes; empty if parts of it are missing
     */
    public Optional<byte[]> content(String fileId) {
        byte[][] parts = contents.getOrDefault(fileId, new byte[1][]);
        if (Arrays.stream(parts).anyMatch(part -> part == null)) {
            return Optional.empty();
        }
        byte[] whole =
                new byte[Arrays.stream(parts).mapToInt(part -> part.length).sum()];
        int at = 0;
        for (byte[] part : parts) {
            System.arraycopy(part, 0, whole, at, part.length);
            at += part.length;
        }
        return Optional.of(whole);
    }

    /**
     * Puts content behind a file, to be downloaded, in the place of any that it has. The storage answers ranges with an
     * {@code ETag} of the content, and 412 to an {@code If-Match} with that of another.
     *
     * @param fileId the file
     * @param bytes its bytes
     */
    public void content(String fileId, byte[] bytes) {
        contents.put(fileId, new byte[][] {bytes});
    }

    /**
     * Has the links to the storage, for uploads and downloads, begin with something other than this fake's address,
     * such as the address of a storage that misbehaves.
     *
     * @param beginning the beginning; {@code download/}, the file and the signature follow, or {@code upload/} and the
     *     same with the part
     */
    public void links(String beginning) {
        links = Optional.of(beginning);
    }

    /** Lets all links for downloading that were given so far expire. */
    public void expireLinks() {
        generation++;
    }

    /**
     * The names of all operations.
     *
     * @return groups and methods, such as {@code files.show}
     */
    public List<String> operations() {
        return catalogue.operations().stream().map(Operation::name).toList();
    }

    /**
     * The methods and paths of all operations.
     *
     * @return methods and paths with an id wherever one belongs, such as {@code GET /v4/accounts/id}
     */
    public List<String> routes() {
        return catalogue.operations().stream()
                .map(operation ->
                        operation.method() + " " + operation.template().replaceAll("\\{\\w+}", "id"))
                .toList();
    }

    /**
     * What an operation could have been sent and never was.
     *
     * @param operation the group and method, such as {@code files.show}
     * @return the query's parameters and the body's members
     */
    public Set<String> neverSent(String operation) {
        Operation one = catalogue.operations().stream()
                .filter(it -> it.name().equals(operation))
                .findFirst()
                .orElseThrow();
        Set<String> never = new TreeSet<>();
        one.query().keySet().forEach(name -> never.add("?" + name));
        one.body().ifPresent(body -> body.members(Schema.Place.ROOT, never));
        never.removeAll(seen.getOrDefault(operation, Set.of()));
        return never;
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }

    private void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            byte[] body = exchange.getRequestBody().readAllBytes();
            String path = exchange.getRequestURI().getRawPath();
            if (path.startsWith(STORAGE)) {
                store(exchange, path.substring(STORAGE.length()).split("/"), body);
            } else {
                call(exchange, path, body);
            }
        }
    }

    private void call(HttpExchange exchange, String path, byte[] body) throws IOException {
        String method = exchange.getRequestMethod();
        Optional<Operation> operation = catalogue.find(method, path);
        Map<String, String> query = Wire.parameters(exchange.getRequestURI().getRawQuery());
        Optional<JsonValue> json;
        try {
            json = body.length == 0 ? Optional.empty() : Optional.of(read(body));
        } catch (JsonException e) {
            refuse(exchange, 400, "/", "is no JSON");
            return;
        }
        Received request = new Received(
                operation.map(Operation::name).orElse(""), method, path, query, Wire.headers(exchange), json);
        requests.add(request);
        String authorization = request.headers().getOrDefault("authorization", "");
        if (!authorization.startsWith("Bearer ")
                || !tokens.isEmpty() && !tokens.contains(authorization.substring("Bearer ".length()))) {
            refuse(exchange, 401, "", "no token, or not a good one");
        } else if (ims.isPresent() && user(request).isEmpty()) {
            Wire.send(exchange, new Scripted(401, Map.of(), "{\"errors\":[]}"));
        } else if (operation.isEmpty()) {
            refuse(exchange, 404, "", "no route found for " + method + " " + path);
        } else {
            Optional<Scripted> other = next(request.operation());
            if (other.isPresent()) {
                Wire.send(exchange, other.get());
            } else {
                answer(exchange, operation.get(), request);
            }
        }
    }

    private void answer(HttpExchange exchange, Operation operation, Received request) throws IOException {
        Map<String, String> problems = new LinkedHashMap<>();
        Set<String> members = seen.computeIfAbsent(operation.name(), it -> ConcurrentHashMap.newKeySet());
        request.query().forEach((name, value) -> {
            if (operation.query().containsKey(name)) {
                members.add("?" + name);
                operation
                        .query()
                        .get(name)
                        .check(
                                typed(operation.query().get(name), value),
                                Schema.Place.ROOT.member(name),
                                problems::put,
                                members);
            } else {
                problems.put("/" + name, "is no parameter of " + operation.name());
            }
        });
        String version = request.headers().getOrDefault("api-version", "");
        if (!version.equals(operation.apiVersion().orElse(version.equals("experimental") ? version : ""))) {
            problems.put("/api-version", "must be " + operation.apiVersion().orElse("experimental, or absent"));
        }
        if (request.body().isPresent()) {
            if (!request.headers().getOrDefault("content-type", "").startsWith("application/json")) {
                problems.put("/content-type", "must be application/json");
            }
            operation
                    .body()
                    .ifPresentOrElse(
                            schema -> schema.check(request.body().get(), Schema.Place.ROOT, problems::put, members),
                            () -> problems.put("/", "takes no body"));
        } else if (operation.bodyRequired()) {
            problems.put("/", "needs a body");
        }
        if (problems.isEmpty()) {
            succeed(exchange, operation, request);
        } else {
            Map.Entry<String, String> first = problems.entrySet().iterator().next();
            refuse(exchange, 422, first.getKey(), first.getValue());
        }
    }

    private void succeed(HttpExchange exchange, Operation operation, Received request) throws IOException {
        exchange.getResponseHeaders().add("x-ratelimit-limit", Integer.toString(operation.callsPerWindow()));
        exchange.getResponseHeaders().add("x-ratelimit-remaining", "1");
        exchange.getResponseHeaders().add("x-ratelimit-window", operation.windowSeconds() + "000");
        if (operation.answer().isEmpty()) {
            exchange.sendResponseHeaders(operation.status(), -1);
            return;
        }
        JsonObject example;
        synchronized (examples) {
            example = operation.answer().get().example(examples).asJsonObject();
        }
        JsonObject answer = switch (operation.name()) {
            case "files.createLocalUpload" -> withUploadUrls(example, request);
            case "users.show" -> withUser(example, request);
            case "files.show" -> withOriginal(example, last(request.path()));
            default -> operation.query().containsKey("after") ? paged(example, request) : example;
        };
        answered.put(operation.name(), answer);
        Wire.send(exchange, new Scripted(operation.status(), Map.of(), answer.toString()));
    }

    /** The cursor has characters that don't survive in a query unless they are encoded. */
    private JsonObject paged(JsonObject example, Received request) {
        if (!example.containsKey("links")) {
            return example;
        }
        String after = request.query().getOrDefault("after", "1/+=&");
        int page = Integer.parseInt(after.substring(0, after.indexOf('/')));
        JsonValue next = page < pages
                ? Json.createValue(request.path() + "?page_size=50&after=" + (page + 1) + "%2F%2B%3D%26")
                : JsonValue.NULL;
        boolean counted =
                request.query().getOrDefault("include_total_count", "").equals("true");
        return Json.createObjectBuilder(example)
                .add("links", Json.createObjectBuilder().add("next", next))
                .add(
                        "total_count",
                        counted
                                ? Json.createValue(
                                        pages * example.getJsonArray("data").size())
                                : JsonValue.NULL)
                .build();
    }

    private JsonObject withUploadUrls(JsonObject example, Received request) {
        JsonObject data = example.getJsonObject("data");
        JsonObject wanted = request.body().orElseThrow().asJsonObject().getJsonObject("data");
        long size = wanted.getJsonNumber("file_size").longValue();
        int count = (int) ((size + partSize - 1) / partSize);
        String id = data.getString("id");
        contents.put(id, new byte[count][]);
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

    private JsonObject withUser(JsonObject example, Received request) {
        return user(request)
                .map(user -> Json.createObjectBuilder()
                        .add(
                                "data",
                                Json.createObjectBuilder(example.getJsonObject("data"))
                                        .add("id", user.frameioId())
                                        .add("name", user.name())
                                        .add("email", user.email()))
                        .build())
                .orElse(example);
    }

    private Optional<FakeIms.User> user(Received request) {
        return ims.flatMap(issuer -> issuer.frameioUserOf(
                request.headers().getOrDefault("authorization", "").replaceFirst("^Bearer ", "")));
    }

    private JsonObject withOriginal(JsonObject example, String fileId) {
        Optional<byte[]> content = contents.containsKey(fileId) ? content(fileId) : Optional.empty();
        if (content.isEmpty()) {
            return example;
        }
        String link = links() + "download/" + fileId + "/" + generation + "?signature=secret";
        JsonObject data = example.getJsonObject("data");
        return Json.createObjectBuilder()
                .add(
                        "data",
                        Json.createObjectBuilder(data)
                                .add("id", fileId)
                                .add("file_size", content.get().length)
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
        return links.orElse(url() + STORAGE);
    }

    /** What is signed with a URL must come along, the token must not. */
    private void store(HttpExchange exchange, String[] place, byte[] body) throws IOException {
        Map<String, String> headers = Wire.headers(exchange);
        Optional<Scripted> other = next("storage." + place[0]);
        if (other.isPresent()) {
            Wire.send(exchange, other.get());
        } else if (headers.containsKey("authorization")) {
            Wire.send(exchange, new Scripted(400, Map.of(), "two ways to authorize"));
        } else if (place[0].equals("upload")) {
            take(exchange, place, headers, body);
        } else {
            give(exchange, place, headers);
        }
    }

    private void take(HttpExchange exchange, String[] place, Map<String, String> headers, byte[] body)
            throws IOException {
        byte[][] parts = contents.get(place[1]);
        if (!exchange.getRequestMethod().equals("PUT")
                || parts == null
                || !headers.getOrDefault("x-amz-acl", "").equals("private")
                || !headers.getOrDefault("content-type", "").equals(MEDIA_TYPE)
                || !headers.containsKey("content-length")) {
            Wire.send(exchange, new Scripted(403, Map.of(), "the signature doesn't match"));
            return;
        }
        parts[Integer.parseInt(place[2])] = body;
        exchange.sendResponseHeaders(200, -1);
    }

    private void give(HttpExchange exchange, String[] place, Map<String, String> headers) throws IOException {
        byte[] content = content(place[1]).orElse(new byte[0]);
        if (!exchange.getRequestMethod().equals("GET") || Integer.parseInt(place[2]) != generation) {
            Wire.send(exchange, new Scripted(403, Map.of(), "the link has expired"));
            return;
        }
        String etag = etag(content);
        if (!headers.getOrDefault("if-match", etag).equals(etag)) {
            Wire.send(exchange, new Scripted(412, Map.of(), "another content"));
            return;
        }
        exchange.getResponseHeaders().add("ETag", etag);
        String range = headers.getOrDefault("range", "");
        int from = 0;
        int to = content.length;
        if (range.matches("bytes=\\d+-\\d+")) {
            String[] ends = range.substring("bytes=".length()).split("-");
            from = Integer.parseInt(ends[0]);
            to = Math.min(Integer.parseInt(ends[1]) + 1, content.length);
            if (from >= to) {
                exchange.getResponseHeaders().add("Content-Range", "bytes */" + content.length);
                Wire.send(exchange, new Scripted(416, Map.of(), "no such range"));
                return;
            }
            exchange.getResponseHeaders().add("Content-Range", "bytes " + from + "-" + (to - 1) + "/" + content.length);
        }
        exchange.sendResponseHeaders(range.isEmpty() ? 200 : 206, to == from ? -1 : to - from);
        exchange.getResponseBody().write(content, from, to - from);
    }

    private static String etag(byte[] content) {
        return "\"" + Long.toHexString(Arrays.hashCode(content)) + "-" + content.length + "\"";
    }

    private Optional<Scripted> next(String operation) {
        Deque<Scripted> queue = scripted.getOrDefault(operation, new ArrayDeque<>());
        synchronized (queue) {
            return Optional.ofNullable(queue.poll());
        }
    }

    private static void refuse(HttpExchange exchange, int status, String pointer, String what) throws IOException {
        JsonObject error = Json.createObjectBuilder()
                .add("title", "Refused")
                .add("detail", (pointer + " " + what).strip())
                .add("source", Json.createObjectBuilder().add("pointer", pointer))
                .build();
        Wire.send(
                exchange,
                new Scripted(
                        status,
                        Map.of(),
                        Json.createObjectBuilder()
                                .add("errors", Json.createArrayBuilder().add(error))
                                .build()
                                .toString()));
    }

    private static JsonValue typed(Schema schema, String value) {
        if (schema instanceof Schema.Numeric && value.matches("-?\\d{1,18}")) {
            return Json.createValue(Long.parseLong(value));
        }
        if (schema instanceof Schema.Flag && (value.equals("true") || value.equals("false"))) {
            return value.equals("true") ? JsonValue.TRUE : JsonValue.FALSE;
        }
        return Json.createValue(value);
    }

    private static JsonValue read(byte[] body) {
        try (var reader = Json.createReader(new ByteArrayInputStream(body))) {
            return reader.readValue();
        }
    }

    private static String last(String path) {
        return Wire.decode(path.substring(path.lastIndexOf('/') + 1));
    }
}
