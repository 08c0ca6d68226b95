package io.github.frameiokit.internal.events;

import io.github.frameiokit.internal.LogLimit;
import io.github.frameiokit.internal.Settings;
import io.github.frameiokit.signing.Signature;
import io.github.frameiokit.signing.SigningKey;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.stream.JsonParserFactory;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eclipse.microprofile.config.Config;

/**
 * Refuses every request that Frame.io didn't send just now. The sender learns nothing; the log says what to look at.
 *
 * <p>The signature is checked before anything is parsed. Only where the app has a resolver must the request be asked
 * first what it claims to be. Which secret it was signed with is checked against its type and account once those are
 * known for sure.
 */
@Dependent
public class Verifier {

    private static final System.Logger LOG = System.getLogger(Verifier.class.getName());

    @Inject
    private SigningSecrets secrets;

    @Inject
    private Config config;

    private final LogLimit logLimit = new LogLimit(System::nanoTime);
    private Duration tolerance;
    private JsonParserFactory parsers;

    /**
     * That a request was signed, and with what.
     *
     * @param sent when
     * @param key the key that fits
     * @param claimed what the resolver was asked for; empty where none was asked
     * @param resolved what the resolver answered
     */
    record Proof(Instant sent, SigningKey key, Optional<Envelope> claimed, SigningSecrets.Resolved resolved) {}

    @PostConstruct
    void prepare() {
        tolerance = Settings.SIGNATURE_TOLERANCE.get(config);
        parsers = Json.createParserFactory(Map.of());
    }

    /**
     * Checks time and signature.
     *
     * @throws Refusal if the request is not to be trusted
     */
    Proof verify(Delivery delivery) {
        Instant now = Instant.now();
        Optional<Instant> sent = Signature.parseTimestamp(delivery.timestamp());
        if (sent.isEmpty() || !Signature.isWellFormed(delivery.signature())) {
            throw refuse("its signature or timestamp header is missing or malformed; it isn't from Frame.io.");
        }
        if (!Signature.isFresh(sent.get(), now, tolerance)) {
            throw refuse("it was sent more than " + tolerance.toSeconds()
                    + " s ago or ahead; it is a replay, or this machine's" + " clock is off.");
        }
        Optional<Envelope> claimed = secrets.haveResolver()
                ? delivery.text().flatMap(text -> Envelope.peek(parsers, text))
                : Optional.empty();
        SigningSecrets.Resolved resolved = claimed.map(secrets::resolve).orElse(SigningSecrets.Resolved.NOTHING);
        SigningKey key = firstThatFits(secrets.configured(), delivery)
                .or(() -> firstThatFits(resolved.keys(), delivery))
                .orElseThrow(() -> wrongSecret());
        return new Proof(sent.get(), key, claimed, resolved);
    }

    /**
     * Checks that what was signed may be signed with that secret.
     *
     * @throws Refusal if it may not, or can't be looked up
     */
    void verify(Proof proof, Envelope envelope) {
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
        return refuse(
                "its signature fits none of the secrets for its type; Frame.io makes one secret per webhook and per"
                        + " action, and a property holds several separated by commas.");
    }

    /** Anybody can cause refusals, so each reason is logged no more than once a minute. */
    private Rejection refuse(String reason) {
        if (logLimit.allows(reason)) {
            LOG.log(System.Logger.Level.WARNING, "Refused a request: " + reason);
        }
        return Rejection.unauthorized();
    }
}
