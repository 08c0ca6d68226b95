package io.github.frameiokit.internal.events;

import io.github.frameiokit.internal.LogLimit;
import io.github.frameiokit.signing.Signature;
import io.github.frameiokit.signing.SigningKey;
import jakarta.json.stream.JsonParserFactory;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

/**
 * Rejects every request that Frame.io didn't send now. The sender learns nothing; the log says what to check.
 *
 * <p>Two checks follow each other. {@link #authenticate} proves that one of the app's secrets signed the bytes, before
 * they are parsed; only where the app has a resolver does it read from the unverified text which secret to ask for.
 * {@link #authorize} checks, once the type and the account are verified, that this secret may sign such an event.
 * Thread-safe.
 */
final class Verifier {

    private static final System.Logger LOG = System.getLogger(Verifier.class.getName());

    private final SigningSecrets secrets;
    private final RegisteredSecrets registered;
    private final Handlers handlers;
    private final JsonParserFactory parsers;
    private final Duration tolerance;
    private final InstantSource clock;
    private final LogLimit logLimit = new LogLimit(System::nanoTime);

    /**
     * Proves that a request is authentic.
     *
     * @param sent when it was sent
     * @param key the key that signed it
     * @param claimed the envelope that the resolver was asked for; empty if it wasn't asked
     * @param resolved the resolver's answer
     * @param registration the registration whose address was called; empty for the address of all others
     */
    record Proof(
            Instant sent,
            SigningKey key,
            Optional<Envelope> claimed,
            SigningSecrets.Resolved resolved,
            Optional<RegisteredSecrets.Registered> registration) {}

    Verifier(
            SigningSecrets secrets,
            RegisteredSecrets registered,
            Handlers handlers,
            JsonParserFactory parsers,
            Duration tolerance,
            InstantSource clock) {
        this.secrets = secrets;
        this.registered = registered;
        this.handlers = handlers;
        this.parsers = parsers;
        this.tolerance = tolerance;
        this.clock = clock;
    }

    /**
     * Checks time and signature.
     *
     * @throws Rejection if the request isn't authentic
     */
    Proof authenticate(Delivery delivery) {
        Instant sent = sent(delivery);
        Optional<Envelope> claimed = secrets.haveResolver()
                ? delivery.text().flatMap(text -> Envelope.peek(parsers, text, handlers))
                : Optional.empty();
        SigningSecrets.Resolved resolved = claimed.map(secrets::resolve).orElse(SigningSecrets.Resolved.NOTHING);
        SigningKey key = firstThatFits(secrets.configured(), delivery)
                .or(() -> firstThatFits(resolved.keys(), delivery))
                .orElseThrow(this::wrongSecret);
        return new Proof(sent, key, claimed, resolved, Optional.empty());
    }

    /**
     * Checks time and signature of a request for a registration of the app's own.
     *
     * @param id the id in its address
     * @throws Rejection if the request isn't authentic
     */
    Proof authenticate(Delivery delivery, String id) {
        if (!registered.isOn()) {
            throw Rejection.notFound();
        }
        Instant sent = sent(delivery);
        RegisteredSecrets.Registered registration = registered
                .find(id)
                .orElseThrow(() -> unauthorized("its address belongs to no registration of this app; if it was sent by"
                        + " Frame.io, the next installation removes what sends it."));
        SigningKey key = firstThatFits(List.of(registration.key()), delivery)
                .orElseThrow(() -> unauthorized("its signature doesn't fit the registration whose address it has."));
        return new Proof(sent, key, Optional.empty(), SigningSecrets.Resolved.NOTHING, Optional.of(registration));
    }

    /** When a request was sent, if that was now. */
    private Instant sent(Delivery delivery) {
        Optional<Instant> sent = Signature.parseTimestamp(delivery.timestamp());
        if (sent.isEmpty() || !Signature.isWellFormed(delivery.signature())) {
            throw unauthorized("its signature or timestamp header is missing or malformed; it isn't from Frame.io.");
        }
        if (!Signature.isFresh(sent.get(), clock.instant(), tolerance)) {
            throw unauthorized("it was sent more than " + tolerance.toSeconds()
                    + " s ago or ahead; it is a replay, or this machine's clock is off.");
        }
        return sent.get();
    }

    /**
     * Checks that the key may sign such an event.
     *
     * @throws Rejection if it may not, or the secret of the event can't be looked up
     */
    void authorize(Proof proof, Envelope envelope) {
        if (proof.registration().isPresent()) {
            if (!proof.registration().get().maySign(envelope)) {
                throw unauthorized("the registration whose address it has isn't for such an event of that account.");
            }
            return;
        }
        if (secrets.haveResolver() && !proof.claimed().equals(Optional.of(envelope))) {
            throw Rejection.badRequest("The body is of a form whose secret can't be looked up.");
        }
        if (!secrets.of(envelope, proof.resolved()).contains(proof.key())) {
            throw wrongSecret();
        }
    }

    private static Optional<SigningKey> firstThatFits(List<SigningKey> keys, Delivery delivery) {
        for (SigningKey key : keys) {
            if (key.matches(delivery.timestamp(), delivery.body(), delivery.signature())) {
                return Optional.of(key);
            }
        }
        return Optional.empty();
    }

    private Rejection wrongSecret() {
        return unauthorized(
                "its signature fits none of the secrets for its type; Frame.io creates one secret per webhook"
                        + " and per action, and a property holds several separated by commas.");
    }

    /** Anybody can cause rejections, so each reason is logged once a minute at most. */
    private Rejection unauthorized(String reason) {
        if (logLimit.allows(reason)) {
            LOG.log(System.Logger.Level.WARNING, "Rejected a request: " + reason);
        }
        return Rejection.unauthorized();
    }
}
