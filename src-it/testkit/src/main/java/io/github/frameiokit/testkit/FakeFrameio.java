package io.github.frameiokit.testkit;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import jakarta.json.Json;
import jakarta.json.JsonException;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Consumer;

/**
 * A fake Frame.io: a real HTTP server on this machine. It accepts the requests that Frame.io documents and rejects any
 * other path, method, parameter or member of the body. It answers with an example that has every documented member.
 *
 * <pre>{@code
 * try (FakeFrameio frameio = FakeFrameio.start()) {
 *     // frameio.api.url = frameio.url(), frameio.token = anything
 *     frameio.answer("files.show", Scripted.error(404));    // the answer to the next call
 *     …
 *     frameio.requests("comments.create");                  // what was sent
 * }
 * }</pre>
 *
 * <p>It keeps nothing between calls except uploads, whose parts it accepts as Frame.io's storage does; see
 * {@link #content(String)}. The one of {@link Fakes} has a {@link World} that keeps everything. Operations have the
 * names of the client's groups and methods. Thread-safe.
 */
public final class FakeFrameio implements AutoCloseable {

    private static final String STORAGE = "/storage/";

    private final Catalogue catalogue = new Catalogue();
    private final Schema.Examples examples = new Schema.Examples();
    private final HttpServer server;
    private final Storage storage;
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final List<Received> requests = new CopyOnWriteArrayList<>();
    private final RequestCheck check = new RequestCheck();
    private final Map<String, Deque<Scripted>> scripted = new ConcurrentHashMap<>();
    private final Map<String, JsonObject> answered = new ConcurrentHashMap<>();
    private volatile Set<String> tokens = Set.of();
    private volatile Optional<FakeIms> ims = Optional.empty();
    private volatile Optional<World> world = Optional.empty();
    private volatile Optional<WorldPage> page = Optional.empty();
    private volatile int pages = 1;
    private volatile Duration slow = Duration.ZERO;

    private FakeFrameio(HttpServer server) {
        this.server = server;
        storage = new Storage(url() + STORAGE);
    }

    /**
     * Starts a fake on a free port.
     *
     * @return the fake, running until it is closed
     */
    public static FakeFrameio start() {
        return start(0);
    }

    /**
     * Starts a fake.
     *
     * @param port the port; 0 for any free one
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
     * Accepts only these tokens. Before the first call of this method, the fake accepts any token.
     *
     * @param accepted the tokens
     */
    public void accept(String... accepted) {
        tokens = Set.of(accepted);
    }

    /**
     * Accepts only valid tokens of this identity service that have the scopes that Frame.io requires. From now on,
     * {@code users.show} answers with the user of the token. A call with any other token gets a 401 without a reason.
     *
     * @param issuer the identity service
     */
    public void trust(FakeIms issuer) {
        ims = Optional.of(issuer);
    }

    /** Answers from a new world from now on. */
    World begin(Consumer<FakeIms.User> newUsers) {
        World begun = new World(storage, url() + WorldPage.PATH, newUsers);
        storage.onArrival(begun::arrived);
        page = Optional.of(new WorldPage(begun));
        world = Optional.of(begun);
        return begun;
    }

    /**
     * Sets a delay before each answer.
     *
     * @param delay the delay
     */
    public void slow(Duration delay) {
        slow = delay;
    }

    /**
     * Sets how many pages a list has. The default is 1.
     *
     * @param number the number of pages, at least 1
     */
    public void pages(int number) {
        pages = number;
    }

    /**
     * Sets the size of the parts that uploads are divided into. The default is 5 MiB.
     *
     * @param bytes the size of each part except the last, in bytes
     */
    public void partSize(long bytes) {
        storage.partSize(bytes);
    }

    /**
     * Answers the next calls of an operation with these answers instead of examples. Each answer is for one call.
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
     * The requests received so far, except those for parts of files.
     *
     * @return the requests, in order
     */
    public List<Received> requests() {
        return List.copyOf(requests);
    }

    /**
     * The requests received so far for one operation.
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
     * What the last call of an operation was answered with, unless a test has set the answer.
     *
     * @param operation the group and method, such as {@code files.show}
     * @return the JSON; empty if the operation wasn't called, or its answers have no body
     */
    public Optional<JsonObject> answered(String operation) {
        return Optional.ofNullable(answered.get(operation));
    }

    /**
     * The content of a file that was uploaded, or whose content a test {@linkplain #content(String, byte[]) has set}.
     *
     * @param fileId the file
     * @return its bytes; empty if the file is unknown or parts of it are missing
     */
    public Optional<byte[]> content(String fileId) {
        return storage.bytes(fileId);
    }

    /**
     * Sets the content of a file, so that it can be downloaded. The storage supports range requests. Its responses have
     * an {@code ETag}, and it answers 412 to an {@code If-Match} with another one.
     *
     * @param fileId the file
     * @param bytes its bytes
     */
    public void content(String fileId, byte[] bytes) {
        storage.put(fileId, bytes);
    }

    /**
     * Sets how the links to the storage begin, for uploads and downloads. A test can set the address of a storage that
     * misbehaves. By default, the links begin with this fake's address.
     *
     * @param beginning the beginning, with a slash at its end; {@code download/}, the file and the signature follow, or
     *     {@code upload/}, the file, the part and the signature
     */
    public void links(String beginning) {
        storage.links(beginning);
    }

    /** Makes all download links that it has returned so far expire. */
    public void expireLinks() {
        storage.expireLinks();
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
     * @return methods and paths, with {@code id} for each parameter, such as {@code GET /v4/accounts/id}
     */
    public List<String> routes() {
        return catalogue.operations().stream()
                .map(operation ->
                        operation.method() + " " + operation.template().replaceAll("\\{\\w+}", "id"))
                .toList();
    }

    /**
     * The parameters and members that an operation accepts and that no call has sent.
     *
     * @param operation the group and method, such as {@code files.show}
     * @return the parameters of the query, each after a question mark, and the members of the body
     */
    public Set<String> neverSent(String operation) {
        return check.neverSent(catalogue.operations().stream()
                .filter(it -> it.name().equals(operation))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(operation + " is no operation of Frame.io's API.")));
    }

    /**
     * Forgets the requests received so far, the answers that no call has used, and the settings that a test has made
     * for itself: accepted tokens, delay and number of pages. The next test can begin.
     */
    public void reset() {
        requests.clear();
        scripted.clear();
        answered.clear();
        tokens = Set.of();
        slow = Duration.ZERO;
        pages = 1;
    }

    @Override
    public void close() {
        world.ifPresent(World::close);
        server.stop(0);
        threads.shutdownNow();
    }

    private void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            Thread.sleep(slow.toMillis());
            byte[] body = exchange.getRequestBody().readAllBytes();
            String path = exchange.getRequestURI().getRawPath();
            if (path.startsWith(STORAGE)) {
                store(exchange, path.substring(STORAGE.length()).split("/"), body);
            } else if (page.isPresent() && WorldPage.isAt(path)) {
                Wire.send(exchange, page.get().answer(exchange, body));
            } else {
                call(exchange, path, body);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
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
            reject(exchange, 400, "/", "isn't JSON");
            return;
        }
        Received request = new Received(
                operation.map(Operation::name).orElse(""), method, path, query, Wire.headers(exchange), json);
        requests.add(request);
        String authorization = request.headers().getOrDefault("authorization", "");
        if (!authorization.startsWith("Bearer ")
                || !tokens.isEmpty() && !tokens.contains(authorization.substring("Bearer ".length()))) {
            reject(exchange, 401, "", "no token, or not a good one");
        } else if (ims.isPresent() && user(request).isEmpty()) {
            Wire.send(exchange, new Scripted(401, Map.of(), "{\"errors\":[]}"));
        } else if (operation.isEmpty()) {
            reject(exchange, 404, "", "no route found for " + method + " " + path);
        } else {
            Optional<Scripted> other = next(request.operation());
            if (other.filter(it -> !it.equals(Scripted.LOST_ANSWER)).isPresent()) {
                Wire.send(exchange, other.get());
            } else {
                answer(exchange, operation.get(), request, other);
            }
        }
    }

    private void answer(HttpExchange exchange, Operation operation, Received request, Optional<Scripted> lost)
            throws IOException {
        Optional<RequestCheck.Problem> problem = check.problem(operation, request);
        if (problem.isPresent()) {
            reject(exchange, 422, problem.get().pointer(), problem.get().what());
        } else {
            succeed(exchange, operation, request, lost);
        }
    }

    private void succeed(HttpExchange exchange, Operation operation, Received request, Optional<Scripted> lost)
            throws IOException {
        exchange.getResponseHeaders().add("x-ratelimit-limit", Integer.toString(operation.callsPerWindow()));
        exchange.getResponseHeaders().add("x-ratelimit-remaining", "1");
        exchange.getResponseHeaders().add("x-ratelimit-window", operation.windowSeconds() + "000");
        Optional<JsonObject> own;
        try {
            own = world.flatMap(it -> it.answer(new Call(operation, request, caller(request, it))));
        } catch (Refusal e) {
            reject(exchange, e.status(), e.pointer(), e.getMessage());
            return;
        }
        if (lost.isPresent()) {
            Wire.send(exchange, Scripted.NO_ANSWER);
        }
        if (operation.answer().isEmpty()) {
            exchange.sendResponseHeaders(operation.status(), -1);
            return;
        }
        JsonObject answer = own.orElseGet(() -> example(operation, request));
        answered.put(operation.name(), answer);
        Wire.send(exchange, new Scripted(operation.status(), Map.of(), answer.toString()));
    }

    private JsonObject example(Operation operation, Received request) {
        JsonObject example;
        synchronized (examples) {
            example = operation.answer().orElseThrow().example(examples).asJsonObject();
        }
        return switch (operation.name()) {
            case "files.createLocalUpload" -> storage.withUploadUrls(example, request);
            case "users.show" -> withUser(example, request);
            case "files.show" -> storage.withOriginal(example, last(request.path()));
            default -> operation.query().containsKey("after") ? paged(example, request) : example;
        };
    }

    /** The user who calls; a world knows each of them. */
    private String caller(Received request, World in) {
        FakeIms.User user = user(request).orElse(FakeIms.ADA);
        if (in.find(user.frameioId()).isEmpty()) {
            in.addUser(user);
        }
        return user.frameioId();
    }

    /** The cursor has characters that a query can only have encoded. */
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

    private void store(HttpExchange exchange, String[] place, byte[] body) throws IOException {
        Optional<Scripted> other = next("storage." + place[0]);
        if (other.isPresent()) {
            Wire.send(exchange, other.get());
        } else {
            storage.handle(exchange, place, body);
        }
    }

    private Optional<Scripted> next(String operation) {
        Deque<Scripted> queue = scripted.getOrDefault(operation, new ArrayDeque<>());
        synchronized (queue) {
            return Optional.ofNullable(queue.poll());
        }
    }

    private static void reject(HttpExchange exchange, int status, String pointer, String what) throws IOException {
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

    private static JsonValue read(byte[] body) {
        try (var reader = Json.createReader(new ByteArrayInputStream(body))) {
            return reader.readValue();
        }
    }

    private static String last(String path) {
        return Wire.decode(path.substring(path.lastIndexOf('/') + 1));
    }
}
