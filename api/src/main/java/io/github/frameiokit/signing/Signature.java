package io.github.frameiokit.signing;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * Frame.io's signature scheme {@code v0}, both ways: the sender's arithmetic for tests and tools, the receiver's for
 * the kit. The signature is HMAC-SHA256 over {@code v0:<timestamp>:<body>}, in lower-case hex after {@code v0=}; the
 * key is the secret's UTF-8 bytes. Thread-safe.
 *
 * @see <a href="https://developer.adobe.com/frameio/guides/Webhooks/">Frame.io: Webhooks, verification</a>
 */
public final class Signature {

    /** The header with the signature. */
    public static final String HEADER = "X-Frameio-Signature";

    /** The header with the time of sending, in Unix seconds. */
    public static final String TIMESTAMP_HEADER = "X-Frameio-Request-Timestamp";

    static final String PREFIX = "v0=";
    private static final int LENGTH = PREFIX.length() + 64;
    private static final int LONGEST_TIMESTAMP = 12;

    private Signature() {}

    /**
     * Signs a request as Frame.io does; for more than one, make a {@link SigningKey}.
     *
     * @param secret the secret, not blank
     * @param timestamp the timestamp header's value, verbatim
     * @param body the body's bytes
     * @return {@code v0=} and 64 lower-case hexadecimal digits
     * @throws IllegalArgumentException if the secret is blank
     */
    public static String sign(String secret, String timestamp, byte[] body) {
        return SigningKey.of(secret).sign(timestamp, body);
    }

    /**
     * Tells whether a signature is the one of this request; for more than one, make a {@link SigningKey}.
     *
     * @param secret the secret, not blank
     * @param timestamp the timestamp header's value, verbatim
     * @param body the body's bytes, as they were received
     * @param signature the signature header's value; null and malformed ones don't match
     * @return whether it matches
     * @throws IllegalArgumentException if the secret is blank
     */
    public static boolean matches(String secret, String timestamp, byte[] body, String signature) {
        return SigningKey.of(secret).matches(timestamp, body, signature);
    }

    /**
     * Tells whether a header's value has the form of a signature.
     *
     * @param signature the value, or null
     * @return whether it is {@code v0=} and 64 lower-case hexadecimal digits
     */
    public static boolean isWellFormed(String signature) {
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
     * Reads a timestamp header.
     *
     * @param timestamp the value, or null
     * @return the time; empty where the value isn't a decimal number of seconds
     */
    public static Optional<Instant> parseTimestamp(String timestamp) {
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
     * Tells whether a request was sent recently enough.
     *
     * @param sent when it was sent
     * @param now the present
     * @param tolerance how far the two may be apart, either way; Frame.io recommends 5 minutes
     * @return whether they are no further apart than that
     */
    public static boolean isFresh(Instant sent, Instant now, Duration tolerance) {
        return Duration.between(sent, now).abs().compareTo(tolerance) <= 0;
    }
}
