package io.github.frameiokit.internal.events;

import io.github.frameiokit.internal.Keys;
import io.github.frameiokit.signing.Signature;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Refuses every request that Frame.io didn't send just now. The sender learns nothing; the log says what to look at. */
@ApplicationScoped
public class Verifier {

    private static final System.Logger LOG = System.getLogger(Verifier.class.getName());
    private static final Duration LOG_PAUSE = Duration.ofMinutes(1);

    @Inject
    private SigningSecrets secrets;

    @Inject
    @ConfigProperty(name = Keys.SIGNATURE_TOLERANCE, defaultValue = "300")
    private int toleranceSeconds;

    private final Map<String, Instant> lastLogged = new ConcurrentHashMap<>();

    /**
     * Verifies a request.
     *
     * @param claimed what it says of itself, or empty where that can't be read
     * @return when it was sent
     * @throws Refusal if it is not to be trusted
     */
    Instant verify(Delivery delivery, Optional<Envelope> claimed) {
        Instant now = Instant.now();
        Optional<Instant> sent = Signature.parseTimestamp(delivery.timestamp());
        if (sent.isEmpty() || !Signature.isWellFormed(delivery.signature())) {
            throw refuse(now, "its signature or timestamp header is missing or malformed; it isn't from Frame.io.");
        }
        if (!Signature.isFresh(sent.get(), now, Duration.ofSeconds(toleranceSeconds))) {
            throw refuse(
                    now,
                    "it was sent more than " + toleranceSeconds + " s ago or ahead; it is a replay, or this machine's"
                            + " clock is off.");
        }
        List<String> candidates = claimed.map(secrets::of).orElseGet(secrets::all);
        if (candidates.isEmpty()) {
            throw refuse(now, "no signing secret is known for its type and account.");
        }
        if (candidates.stream().noneMatch(secret -> isSignedWith(secret, delivery))) {
            throw refuse(
                    now,
                    "its signature fits none of the secrets for its type; Frame.io makes one secret per webhook and"
                            + " per action, and a property holds several separated by commas.");
        }
        return sent.get();
    }

    private static boolean isSignedWith(String secret, Delivery delivery) {
        return Signature.matches(secret, delivery.timestamp(), delivery.body(), delivery.signature());
    }

    /** Anybody can cause refusals, so each reason is logged no more than once a minute. */
    private Refusal refuse(Instant now, String reason) {
        Instant logged = lastLogged.compute(
                reason, (key, last) -> last == null || last.plus(LOG_PAUSE).isBefore(now) ? now : last);
        if (logged.equals(now)) {
            LOG.log(System.Logger.Level.WARNING, "Refused a request: {0}", reason);
        }
        return Refusal.unauthorized();
    }
}
