package io.github.frameiokit.internal.console;

import io.github.frameiokit.internal.JsonText;
import io.github.frameiokit.internal.Paths;
import io.github.frameiokit.internal.Settings;
import io.github.frameiokit.internal.events.Handlers;
import io.github.frameiokit.internal.events.Recorder;
import io.github.frameiokit.internal.events.Signer;
import io.github.frameiokit.oauth.TokenStore;
import io.github.frameiokit.signing.SigningSecretResolver;
import jakarta.json.JsonException;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import java.net.URI;
import java.time.InstantSource;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.eclipse.microprofile.config.Config;

/** The development console: answers the calls of its page. Thread-safe. */
public final class Console implements AutoCloseable {

    private static final System.Logger LOG = System.getLogger(Console.class.getName());
    private static final String API = "api/";
    private static final String DELIVERY = "deliveries/";
    private static final Pattern NUMBER = Pattern.compile("\\d{1,18}");

    private final Gate gate;
    private final String key;
    private final String events;
    private final Handlers handlers;
    private final LogLines lines;
    private final Deliveries deliveries;
    private final Queue queue;
    private final Sender sender;
    private final AppView app;
    private final Checks checks;
    private final AtomicBoolean addressLogged = new AtomicBoolean();

    /**
     * Opens the console.
     *
     * @param key what a call has to have
     * @param resolver the app's resolver, if it has one
     * @param store where users' tokens are
     * @param ownStore the class of the app's own store, if it has one
     * @param address the address of the current event, once it is accepted
     * @param queue the queue of durable delivery; empty without one
     */
    public Console(
            Config config,
            Handlers handlers,
            String key,
            Optional<SigningSecretResolver> resolver,
            TokenStore store,
            Supplier<Optional<Class<?>>> ownStore,
            Supplier<Optional<URI>> address,
            Supplier<Optional<io.github.frameiokit.delivery.Deliveries>> queue) {
        this.key = key;
        this.handlers = handlers;
        gate = new Gate(key);
        events = Paths.of(config).events();
        Mask mask = Mask.of(config, handlers);
        lines = new LogLines(mask);
        deliveries = new Deliveries(mask, lines, address, InstantSource.system(), System::nanoTime);
        this.queue = new Queue(queue, mask);
        sender = new Sender(
                new Signer(config, handlers, resolver),
                Settings.SIGNATURE_TOLERANCE.get(config),
                InstantSource.system());
        app = new AppView(config, handlers, resolver.isPresent(), ownStore);
        checks = new Checks(config, store);
        lines.listen("The development console records the last requests from Frame.io, with their payloads, until the"
                + " app stops.");
    }

    public Recorder recorder() {
        return deliveries;
    }

    /** Forgets everything. */
    @Override
    public void close() {
        lines.close();
        deliveries.clear();
    }

    /** Answers a call. */
    public Reply answer(Call call) {
        if (!gate.isLocal(call)) {
            return Reply.forbidden();
        }
        if (!call.path().startsWith(API)) {
            return call.reads() ? file(call) : notAllowed();
        }
        if (!gate.hasKey(call)) {
            return Reply.forbidden();
        }
        try {
            return data(call, call.path().substring(API.length()));
        } catch (IllegalArgumentException e) {
            return Reply.error(409, String.valueOf(e.getMessage()));
        }
    }

    private Reply file(Call call) {
        if (!call.path().isEmpty()) {
            return Pages.file(call.path()).orElseGet(Console::notFound);
        }
        String page = path(call, Paths.CONSOLE);
        if (addressLogged.compareAndSet(false, true)) { // only now is the server's port known
            LOG.log(
                    System.Logger.Level.INFO,
                    "The development console is at " + call.base().getScheme() + "://"
                            + call.single("Host").orElseThrow() + page + "#" + key);
        }
        return Pages.page(page, path(call, events));
    }

    /** The path of something in the app's JAX-RS application, without a slash at its end. */
    private static String path(Call call, String below) {
        String base = call.base().getRawPath().replaceFirst("/*$", "");
        return below.isEmpty() ? (base.isEmpty() ? "/" : base) : base + "/" + below;
    }

    private Reply data(Call call, String path) {
        return switch (path) {
            case "handlers" -> read(call, () -> Reply.json(app.handlers().members()));
            case "samples" -> read(call, () -> Reply.json(Samples.of(handlers).members()));
            case "settings" -> read(call, () -> Reply.json(app.settings().members()));
            case "deliveries" -> read(call, () -> deliveries(call));
            case "queue" -> read(call, () -> Reply.json(queue.all().members()));
            case "queue/retry" -> write(call, json -> queue.retry(id(json)));
            case "queue/discard" -> write(call, json -> queue.discard(id(json)));
            case "sign" -> write(call, json -> sign(call, json));
            case "checks" -> write(call, this::check);
            default -> path.startsWith(DELIVERY) ? read(call, () -> delivery(call, path)) : notFound();
        };
    }

    private static Reply read(Call call, Supplier<Reply> work) {
        return call.reads() ? work.get() : notAllowed();
    }

    private static Reply write(Call call, Function<JsonObject, Reply> work) {
        if (!call.method().equals("POST")) {
            return notAllowed();
        }
        if (call.single("Content-Type").filter(Console::isJson).isEmpty()) {
            return Reply.error(415, "The content type must be application/json.");
        }
        if (call.body().isEmpty()) {
            return Reply.error(413, "The body is larger than " + Settings.MAX_BODY_SIZE + " allows.");
        }
        try {
            return work.apply(JsonText.object(call.body().get()));
        } catch (JsonException e) {
            return Reply.error(400, "The body is not a JSON object.");
        }
    }

    private static boolean isJson(String type) {
        return type.split(";", -1)[0].strip().toLowerCase(Locale.ROOT).equals("application/json");
    }

    private Reply deliveries(Call call) {
        return Reply.json(deliveries.after(call.after()).members());
    }

    private Reply delivery(Call call, String path) {
        return Optional.of(path.substring(DELIVERY.length()))
                .filter(NUMBER.asMatchPredicate())
                .flatMap(id -> deliveries.find(Long.parseLong(id)))
                .map(received -> Reply.json(
                        received.details(path(call, events), lines.note()).members()))
                .orElseGet(Console::notFound);
    }

    private Reply sign(Call call, JsonObject json) {
        String mode = JsonText.text(json, "mode").orElse("fresh");
        if (!(json.get("delivery") instanceof JsonNumber id)) {
            return Reply.json(sender.sign(JsonText.text(json, "body").orElse(""), mode(mode), path(call, events))
                    .members());
        }
        Optional<Received> found = deliveries.find(id.longValue());
        if (found.isEmpty()) {
            return Reply.error(404, "This delivery is no longer kept.");
        }
        Received received = found.get();
        if (!received.isRepeatable()) {
            return Reply.error(
                    409,
                    received.arrived().body().isEmpty()
                            ? "The body of this delivery isn't kept, since it is too large or isn't text."
                            : "This delivery wasn't accepted as one of Frame.io's, so it isn't signed.");
        }
        String path = received.path().orElseGet(() -> path(call, events));
        return Reply.json((mode.equals("replay")
                        ? sender.replay(received, path)
                        : sender.sign(received.arrived().body().orElseThrow(), mode(mode), path))
                .members());
    }

    private static Sender.Mode mode(String name) {
        return Stream.of(Sender.Mode.values())
                .filter(mode ->
                        mode.name().toLowerCase(Locale.ROOT).replace('_', '-').equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("There is no mode of this name."));
    }

    private static String id(JsonObject json) {
        return JsonText.text(json, "id").orElse("");
    }

    private Reply check(JsonObject json) {
        return checks.run(JsonText.text(json, "of").orElse(""))
                .map(result -> Reply.json(result.members()))
                .orElseGet(Console::notFound);
    }

    private static Reply notFound() {
        return Reply.error(404, "There is nothing here.");
    }

    private static Reply notAllowed() {
        return Reply.error(405, "This address doesn't answer this method.");
    }
}
