package io.github.frameiokit.internal.events;

import io.github.frameiokit.ActionEvent;
import io.github.frameiokit.FrameioEvent;
import io.github.frameiokit.WebhookEvent;
import io.github.frameiokit.internal.LogLimit;
import io.github.frameiokit.internal.Paths;
import io.github.frameiokit.internal.Settings;
import jakarta.annotation.PostConstruct;
import jakarta.annotation.security.PermitAll;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonBuilderFactory;
import jakarta.json.JsonObject;
import jakarta.json.stream.JsonParserFactory;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
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
@KitEndpoint
@ApplicationScoped
public class EventsResource {

    private static final System.Logger LOG = System.getLogger(EventsResource.class.getName());
    private static final Duration STEP_RETENTION = Duration.ofMinutes(1);
    /** The longest that Frame.io itself waits for any answer. */
    private static final Duration MAX_WAIT = Duration.ofSeconds(10);

    @Inject
    private Verifier verifier;

    @Inject
    private Handlers handlers;

    @Inject
    private Dispatcher dispatcher;

    @Inject
    private RequestBody body;

    @Inject
    private CurrentRequest request;

    @Inject
    private Config config;

    private final LogLimit logLimit = new LogLimit(System::nanoTime);
    private Paths paths;
    private boolean replayGuardEnabled;
    private JsonParserFactory parsers;
    private JsonBuilderFactory builders;
    private ReplayGuard copies;
    private ReplayGuard steps;

    @PostConstruct
    void prepare() {
        paths = Paths.of(config);
        parsers = Json.createParserFactory(Map.of());
        builders = Json.createBuilderFactory(Map.of());
        replayGuardEnabled = Settings.REPLAY_GUARD_ENABLED.get(config);
        int entries = Settings.REPLAY_GUARD_ENTRIES.get(config);
        Duration tolerance = Settings.SIGNATURE_TOLERANCE.get(config);
        // A copy is fresh from tolerance before until tolerance after its timestamp.
        copies = new ReplayGuard(tolerance.multipliedBy(2), MAX_WAIT, entries, outcome -> false, System::nanoTime);
        steps = new ReplayGuard(STEP_RETENTION, MAX_WAIT, entries, Outcome::asks, System::nanoTime);
    }

    /** Makes this object when the app starts, so that the first event need not wait for it. */
    void start(@Observes @Initialized(ApplicationScoped.class) Object context) {}

    /** Takes one request: read, verified, parsed, dispatched, answered. Its body is in {@link RequestBody}. */
    @POST
    @Operation(hidden = true)
    public Response receive(@Context HttpHeaders headers, @Context UriInfo uri) {
        return outcome(headers, uri).toResponse();
    }

    private Outcome outcome(HttpHeaders headers, UriInfo uri) {
        try {
            Delivery delivery = Delivery.of(headers, body);
            FrameioEvent event = authenticated(delivery);
            request.note(uri, headers, paths);
            return dispatch(delivery, event);
        } catch (Rejection e) {
            return e.outcome();
        } catch (Exception | Error e) { // before there was an event, so anyone may have caused it
            if (logLimit.allows("unreadable")) {
                LOG.log(System.Logger.Level.ERROR, "A request could not be handled", e);
            }
            return Outcome.failed();
        }
    }

    private FrameioEvent authenticated(Delivery delivery) {
        Verifier.Proof proof = verifier.verify(delivery);
        JsonObject json = KitFields.removedFrom(
                Body.parse(parsers, builders, delivery.text().orElse("")));
        Envelope envelope = Envelope.of(json);
        FrameioEvent event = envelope.kind(handlers) == Kind.ACTION
                ? event(ActionEvent::of, json, proof.sent())
                : event(WebhookEvent::of, json, proof.sent());
        verifier.verify(proof, envelope);
        return event;
    }

    private static <E extends FrameioEvent> E event(
            BiFunction<JsonObject, Instant, E> reader, JsonObject json, Instant sent) {
        try {
            return reader.apply(json, sent);
        } catch (IllegalArgumentException e) {
            throw Rejection.badRequest(e.getMessage());
        }
    }

    private Outcome dispatch(Delivery delivery, FrameioEvent event) {
        Supplier<Outcome> work = event instanceof ActionEvent action
                ? () -> step(action)
                : () -> dispatcher.webhook((WebhookEvent) event);
        try {
            return replayGuardEnabled ? copies.run(delivery.signature(), work) : work.get();
        } catch (Exception | Error e) {
            LOG.log(System.Logger.Level.ERROR, "The kit failed for " + event, e);
            return Outcome.failed();
        }
    }

    private Outcome step(ActionEvent action) {
        return ActionStep.key(action)
                .map(key -> steps.run(key, () -> dispatcher.action(action)))
                .orElseGet(() -> dispatcher.action(action));
    }
}
