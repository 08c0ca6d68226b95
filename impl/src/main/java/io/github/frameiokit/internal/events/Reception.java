package io.github.frameiokit.internal.events;

import io.github.frameiokit.ActionEvent;
import io.github.frameiokit.FrameioEvent;
import io.github.frameiokit.WebhookEvent;
import io.github.frameiokit.internal.LogLimit;
import io.github.frameiokit.internal.Settings;
import io.github.frameiokit.signing.SigningSecretResolver;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonBuilderFactory;
import jakarta.json.JsonObject;
import jakarta.json.stream.JsonParserFactory;
import jakarta.ws.rs.core.HttpHeaders;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import org.eclipse.microprofile.config.Config;

/**
 * Receives a request: checks, parses, dispatches and answers it. Thread-safe.
 *
 * <p>It has state and the scope {@code @Dependent}, because its one instance lives in {@link EventsResource}, and a
 * proxy of another scope would need a constructor without parameters.
 */
@Dependent
public class Reception {

    private static final System.Logger LOG = System.getLogger(Reception.class.getName());

    private final Handlers handlers;
    private final Dispatcher dispatcher;
    private final StepMemory nodes;
    private final Recorder recorder;
    private final JsonParserFactory parsers = Json.createParserFactory(Map.of());
    private final JsonBuilderFactory builders = Json.createBuilderFactory(Map.of());
    private final LogLimit logLimit = new LogLimit(System::nanoTime);
    private final Verifier verifier;
    private final boolean replayGuardEnabled;
    private final ReplayGuard copies;
    private final ReplayGuard steps;

    /** Asks for the resolver once, since each dependent bean that an {@code Instance} returns stays in memory. */
    @Inject
    Reception(
            Config config,
            Handlers handlers,
            Instance<SigningSecretResolver> resolvers,
            Dispatcher dispatcher,
            StepMemory nodes,
            RegisteredSecrets registered,
            Instance<Recorder.Source> recorders) {
        this(
                config,
                handlers,
                resolvers.isUnsatisfied() ? Optional.empty() : Optional.of(resolvers.get()),
                registered,
                dispatcher,
                nodes,
                Recorder.of(recorders.stream().map(Recorder.Source::recorder)),
                InstantSource.system(),
                System::nanoTime,
                StepMemory.MAX_WAIT);
    }

    Reception(
            Config config,
            Handlers handlers,
            Optional<SigningSecretResolver> resolver,
            RegisteredSecrets registered,
            Dispatcher dispatcher,
            StepMemory nodes,
            Recorder recorder,
            InstantSource clock,
            LongSupplier nanoTime,
            Duration maxWait) {
        this.handlers = handlers;
        this.dispatcher = dispatcher;
        this.nodes = nodes;
        this.recorder = recorder;
        Duration tolerance = Settings.SIGNATURE_TOLERANCE.get(config);
        verifier = new Verifier(
                new SigningSecrets(config, handlers, resolver), registered, handlers, parsers, tolerance, clock);
        replayGuardEnabled = Settings.REPLAY_GUARD_ENABLED.get(config);
        int entries = Settings.REPLAY_GUARD_ENTRIES.get(config);
        // a copy is fresh from tolerance before until tolerance after its timestamp
        copies = new ReplayGuard(tolerance.multipliedBy(2), maxWait, entries, outcome -> false, nanoTime);
        steps = new ReplayGuard(StepMemory.RETENTION, maxWait, entries, Outcome::asks, nanoTime);
    }

    /**
     * Receives a request.
     *
     * <p>The order of the checks: nothing is parsed before the signature fits, so that strangers reach no parser; a key
     * that may not sign this type and account is rejected before the rest of the payload is judged, so that the holder
     * of another secret learns nothing of it. Only a missing type and a second account come before that, because
     * without them no key can be judged.
     *
     * @param whenAccepted called once the request is authentic, authorized and an event, before handlers run
     */
    Outcome receive(HttpHeaders headers, RequestBody body, Runnable whenAccepted) {
        return receive(Optional.empty(), headers, body, whenAccepted);
    }

    /**
     * Receives a request for a registration of the app's own, whose secret is the only one that may sign it.
     *
     * @param id the id in its address
     */
    Outcome receive(String id, HttpHeaders headers, RequestBody body, Runnable whenAccepted) {
        return receive(Optional.of(id), headers, body, whenAccepted);
    }

    private Outcome receive(Optional<String> id, HttpHeaders headers, RequestBody body, Runnable whenAccepted) {
        Recording recording = recorder.begin(headers, body.arrived());
        Outcome outcome = receive(id, headers, body, whenAccepted, recording);
        recording.ended(outcome);
        return outcome;
    }

    private Outcome receive(
            Optional<String> id, HttpHeaders headers, RequestBody body, Runnable whenAccepted, Recording recording) {
        try {
            Delivery delivery = Delivery.of(headers, body);
            Verifier.Proof proof =
                    id.isPresent() ? verifier.authenticate(delivery, id.get()) : verifier.authenticate(delivery);
            String text = delivery.text().orElse("");
            JsonObject json = KitFields.removedFrom(Body.parse(parsers, builders, text));
            Envelope envelope = Envelope.of(json, handlers);
            verifier.authorize(proof, envelope);
            Optional<Inbox.Original> original = Optional.of(new Inbox.Original(delivery.signature(), text));
            return switch (envelope.kind()) {
                case WEBHOOK -> {
                    WebhookEvent webhook = event(WebhookEvent::of, json, proof.sent());
                    recording.accepted(Kind.WEBHOOK, webhook);
                    whenAccepted.run();
                    yield handleOnce(delivery, webhook, () -> dispatcher.webhook(webhook, original, recording));
                }
                case ACTION -> {
                    ActionEvent action = event(ActionEvent::of, json, proof.sent());
                    recording.accepted(Kind.ACTION, action);
                    whenAccepted.run();
                    yield handleOnce(delivery, action, () -> step(action, original, recording));
                }
            };
        } catch (Rejection e) {
            return e.outcome();
        } catch (Exception | Error e) { // before the event is handled, so anybody may have caused it
            if (logLimit.allows("unreadable")) {
                LOG.log(System.Logger.Level.ERROR, "A request could not be handled", e);
            }
            return Outcome.failed();
        }
    }

    private static <E extends FrameioEvent> E event(
            BiFunction<JsonObject, Instant, E> reader, JsonObject json, Instant sent) {
        try {
            return reader.apply(json, sent);
        } catch (IllegalArgumentException e) {
            throw Rejection.badRequest(String.valueOf(e.getMessage()));
        }
    }

    private Outcome handleOnce(Delivery delivery, FrameioEvent event, Supplier<Outcome> work) {
        try {
            return replayGuardEnabled ? copies.run(delivery.signature(), work) : work.get();
        } catch (Exception | Error e) {
            LOG.log(System.Logger.Level.ERROR, "The kit failed for " + event, e);
            return Outcome.failed();
        }
    }

    private Outcome step(ActionEvent action, Optional<Inbox.Original> original, Recording recording) {
        return ActionStep.key(action)
                .map(key -> steps.run(key, () -> nodes.run(key, () -> dispatcher.action(action, original, recording))))
                .orElseGet(() -> dispatcher.action(action, original, recording));
    }
}
