package io.github.frameiokit.signing;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Frame.io's signature scheme {@code v0}, both ways: the sender's arithmetic for tests and tools, the receiver's for the
 * kit. The signature is HMAC-SHA256 over {@code v0:<timestamp>:<body>}, in lower-case hex after {@code v0=}; the key is
 * the secret's UTF-8 bytes. Thread-safe.
 *
 * @see <a href="https://developer.adobe.com/frameio/guides/Webhooks/">Frame.io: Webhooks, verification</a>
 */
public final class Signature {

    /** The header with the signature. */
    public static final String HEADER = "X-Frameio-Signature";

    /** The header with the time of sending, in Unix seconds. */
    public static final String TIMESTAMP_HEADER = "X-Frameio-Request-Timestamp";

    private static final String ALGORITHM = "HmacSHA256";
    private static final String PREFIX = "v0=";
    private static final int LENGTH = PREFIX.length() + 64;
    private static final int LONGEST_TIMESTAMP = 12;

    private Signature() {}

    /**
     * Signs a request as Frame.io does.
     *
     * @param secret the secret, not blank
     * @param timestamp the timestamp header's value, verbatim
     * @param body the body's bytes
     * @return {@code v0=} and 64 hexadecimal digits
     * @throws IllegalArgumentException if the secret is blank
     */
    public static String sign(String secret, String timestamp, byte[] body) {
        return PREFIX + HexFormat.of().formatHex(hmac(secret, timestamp, body));
    }

    /**
     * Tells whether a signature is the one of this request, in time that doesn't depend on where they differ. The
     * timestamp's age is checked by {@link #isFresh}.
     *
     * @param secret the secret, not blank
     * @param timestamp the timestamp header's value, verbatim
     * @param body the body's bytes, as they were received
     * @param signature the signature header's value; null and malformed ones don't match
     * @return whether it matches
     * @throws IllegalArgumentException if the secret is blank
     */
    public static boolean matches(String secret, String timestamp, byte[] body, String signature) {
        return isWellFormed(signature)
                && MessageDigest.isEqual(
                        sign(secret, timestamp, body).getBytes(StandardCharsets.US_ASCII),
                        signature.getBytes(StandardCharsets.US_ASCII));
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
        return signature.chars().skip(PREFIX.length()).allMatch(c -> c >= '0' && c <= '9' || c >= 'a' && c <= 'f');
    }

    /**
     * Reads a timestamp header.
     *
     * @param timestamp the value, or null
     * @return the time; empty where the value isn't a decimal number of seconds
     */
    public static Optional<Instant> parseTimestamp(String timestamp) {
        if (timestamp == null
                || timestamp.isEmpty()
                || timestamp.length() > LONGEST_TIMESTAMP
                || !timestamp.chars().allMatch(c -> c >= '0' && c <= '9')) {
            return Optional.empty();
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

    private static byte[] hmac(String secret, String timestamp, byte[] body) {
        if (secret.isBlank()) {
            throw new IllegalArgumentException("A signing secret must not be blank.");
        }
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), ALGORITHM));
            mac.update(("v0:" + timestamp + ":").getBytes(StandardCharsets.UTF_8));
            return mac.doFinal(body);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("This JVM lacks HmacSHA256, which every Java platform must have.", e);
        }
    }
}
