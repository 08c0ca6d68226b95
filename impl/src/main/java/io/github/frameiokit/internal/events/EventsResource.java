package io.github.frameiokit.internal.events;

import io.github.frameiokit.ActionEvent;
import io.github.frameiokit.FrameioEvent;
import io.github.frameiokit.WebhookEvent;
import io.github.frameiokit.internal.Keys;
import io.github.frameiokit.internal.Paths;
import io.github.frameiokit.internal.Settings;
import jakarta.annotation.PostConstruct;
import jakarta.annotation.security.PermitAll;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.stream.JsonParser;
import jakarta.json.stream.JsonParserFactory;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.io.InputStream;
import java.io.StringReader;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.function.Supplier;
import org.eclipse.microprofile.config.Config;
import org.eclipse.microprofile.openapi.annotations.Operation;

/**
 * The address Frame.io calls, for webhooks and actions alike. The class is what is open to all, since Payara would have
 * the caller of a method that is authenticate, and answer 401.
 */
@Path(Paths.EVENTS)
@PermitAll
@ApplicationScoped
public class EventsResource {

    private static final System.Logger LOG = System.getLogger(EventsResource.class.getName());
    private static final Duration STEP_RETENTION = Duration.ofMinutes(1);
    /** The longest that Frame.io itself waits for any answer. */
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private static final int MAX_BODY_SIZE = 1024 * 1024;
    private static final int REPLAY_GUARD_ENTRIES = 10_000;

    @Inject
    private Verifier verifier;

    @Inject
    private Handlers handlers;

    @Inject
    private Dispatcher dispatcher;

    @Inject
    private CurrentRequest request;

    @Inject
    private Config config;

    private int maxBodySize;
    private boolean replayGuardEnabled;
    private JsonParserFactory parsers;
    private ResponseJson answers;
    private Once copies;
    private Once steps;

    @PostConstruct
    void prepare() {
        parsers = Json.createParserFactory(Map.of());
        answers = new ResponseJson(Settings.text(config, Keys.FORM_CHECKBOX).orElse("boolean"));
        maxBodySize = Settings.number(config, Keys.MAX_BODY_SIZE, MAX_BODY_SIZE);
        replayGuardEnabled = Settings.isOn(config, Keys.REPLAY_GUARD_ENABLED, true);
        int entries = Settings.number(config, Keys.REPLAY_GUARD_ENTRIES, REPLAY_GUARD_ENTRIES);
        long tolerance = Settings.number(config, Keys.SIGNATURE_TOLERANCE, Verifier.TOLERANCE_SECONDS);
        // A copy is fresh from tolerance before until tolerance after its timestamp.
        copies = new Once(Duration.ofSeconds(2 * tolerance), PATIENCE, entries, System::nanoTime);
        steps = new Once(STEP_RETENTION, PATIENCE, entries, System::nanoTime);
    }

    /** Makes this object when the app starts, so that the first event need not wait for it. */
    void start(@Observes @Initialized(ApplicationScoped.class) Object context) {}

    /** Takes one request: read, verified, parsed, dispatched, answered. */
    @POST
    @Operation(hidden = true)
    public Response receive(@Context HttpHeaders headers, @Context UriInfo uri, InputStream body) {
        return outcome(headers, uri, body).toResponse(answers);
    }

    private Outcome outcome(HttpHeaders headers, UriInfo uri, InputStream body) {
        try {
            Delivery delivery = Delivery.read(headers, body, maxBodySize);
            Verifier.Proof proof = verifier.verify(delivery);
            JsonObject json = parse(delivery);
            Envelope envelope = Envelope.of(json);
            FrameioEvent event = envelope.kind(handlers) == Kind.ACTION
                    ? event(ActionEvent::of, json, proof.sent())
                    : event(WebhookEvent::of, json, proof.sent());
            verifier.verify(proof, envelope);
            if (event instanceof ActionEvent) {
                request.note(uri, headers); // only an action may need an address that leads back
            }
            return dispatch(delivery, event);
        } catch (Refusal e) {
            return e.outcome();
        } catch (RuntimeException e) {
            LOG.log(System.Logger.Level.ERROR, "A request could not be handled", e);
            return Outcome.failed();
        }
    }

    private JsonObject parse(Delivery delivery) {
        try (JsonParser parser =
                parsers.createParser(new StringReader(delivery.text().orElseThrow()))) {
            parser.next();
            JsonObject json = parser.getObject();
            if (!parser.hasNext()) {
                return json;
            }
        } catch (RuntimeException | StackOverflowError e) {
            // told below: to the sender it makes no difference where the parser gave up
        }
        throw Refusal.badRequest("The body is not a JSON object.");
    }

    private static <E extends FrameioEvent> E event(
            BiFunction<JsonObject, Instant, E> reader, JsonObject json, Instant sent) {
        try {
            return reader.apply(json, sent);
        } catch (IllegalArgumentException e) {
            throw Refusal.badRequest(e.getMessage());
        }
    }

    private Outcome dispatch(Delivery delivery, FrameioEvent event) {
        Supplier<Outcome> work = event instanceof ActionEvent action
                ? () -> step(action)
                : () -> dispatcher.webhook((WebhookEvent) event);
        return replayGuardEnabled ? copies.run(delivery.signature(), work) : work.get();
    }

    private Outcome step(ActionEvent action) {
        return ActionStep.key(action)
                .map(key -> steps.run(key, () -> dispatcher.action(action)))
                .orElseGet(() -> dispatcher.action(action));
    }
}
