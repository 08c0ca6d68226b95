package io.github.frameiokit.signing;

import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Signs and verifies requests with Frame.io's signature scheme {@code v0}. The kit verifies requests with it; tests and
 * tools can sign their own. The signature is {@code v0=} and the HMAC-SHA256 of {@code v0:<timestamp>:<body>} in
 * lower-case hexadecimal digits. The key is the secret in UTF-8. Thread-safe.
 *
 * @see <a href="https://developer.adobe.com/frameio/guides/Webhooks/">Frame.io: Webhooks, verification</a>
 */
public final class Signature {

    /** The header with the signature. */
    public static final String HEADER = "X-Frameio-Signature";

    /** The header with the time of sending, in seconds since 1970-01-01T00:00:00Z. */
    public static final String TIMESTAMP_HEADER = "X-Frameio-Request-Timestamp";

    static final String PREFIX = "v0=";
    private static final int LENGTH = PREFIX.length() + 64;
    private static final int LONGEST_TIMESTAMP = 12;

    private Signature() {}

    /**
     * Signs a request as Frame.io does. To sign several requests, use a {@link SigningKey}.
     *
     * @param secret the secret, not blank, not null
     * @param timestamp the value of the timestamp header, verbatim, not null
     * @param body the bytes of the body, not null
     * @return {@code v0=} and 64 lower-case hexadecimal digits
     * @throws IllegalArgumentException if the secret is blank
     */
    public static String sign(String secret, String timestamp, byte[] body) {
        return SigningKey.of(secret).sign(timestamp, body);
    }

    /**
     * Whether a signature is the one of a request. To verify several requests, use a {@link SigningKey}.
     *
     * @param secret the secret, not blank, not null
     * @param timestamp the value of the timestamp header, verbatim, not null
     * @param body the bytes of the body as received, not null
     * @param signature the value of the signature header; null and malformed values don't match
     * @return true if it matches
     * @throws IllegalArgumentException if the secret is blank
     */
    public static boolean matches(String secret, String timestamp, byte[] body, @Nullable String signature) {
        return SigningKey.of(secret).matches(timestamp, body, signature);
    }

    /**
     * Whether a value has the form of a signature.
     *
     * @param signature the value of the signature header, or null
     * @return true if it is {@code v0=} and 64 lower-case hexadecimal digits
     */
    public static boolean isWellFormed(@Nullable String signature) {
        if (signature == null || signature.length() != LENGTH || !signature.startsWith(PREFIX)) {
            return false;
        }
        for (int i = PREFIX.length(); i < LENGTH; i++) {
            char c = signature.charAt(i);
            if (!(c >= '0' && c <= '9' || c >= 'a' && c <= 'f')) {
                return false;
            }
        }
        return true;
    }

    /**
     * Reads a timestamp.
     *
     * @param timestamp the value of the timestamp header, or null
     * @return the time; empty if the value isn't a number of 1 to 12 decimal digits
     */
    public static Optional<Instant> parseTimestamp(@Nullable String timestamp) {
        if (timestamp == null || timestamp.isEmpty() || timestamp.length() > LONGEST_TIMESTAMP) {
            return Optional.empty();
        }
        for (int i = 0; i < timestamp.length(); i++) {
            if (timestamp.charAt(i) < '0' || timestamp.charAt(i) > '9') {
                return Optional.empty();
            }
        }
        return Optional.of(Instant.ofEpochSecond(Long.parseLong(timestamp)));
    }

    /**
     * Whether a request was sent recently enough.
     *
     * @param sent the time of sending, not null
     * @param now the current time, not null
     * @param tolerance the longest allowed time between the two, in either direction, not null; Frame.io recommends 5
     *     minutes
     * @return true if the two aren't further apart
     */
    public static boolean isFresh(Instant sent, Instant now, Duration tolerance) {
        Objects.requireNonNull(sent, "sent");
        Objects.requireNonNull(now, "now");
        Objects.requireNonNull(tolerance, "tolerance");
        return Duration.between(sent, now).abs().compareTo(tolerance) <= 0;
    }
}
