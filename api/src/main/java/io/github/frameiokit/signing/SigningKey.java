package io.github.frameiokit.signing;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.Objects;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/**
 * Signs and verifies many requests with one secret. Immutable and thread-safe. Two keys with the same secret are equal.
 *
 * @see Signature the signature scheme
 */
public final class SigningKey {

    private static final String ALGORITHM = "HmacSHA256";

    private final SecretKeySpec secret;
    private final Mac prototype;

    private SigningKey(SecretKeySpec secret) {
        this.secret = secret;
        this.prototype = newMac();
    }

    /**
     * Creates a key.
     *
     * @param secret the secret as Frame.io showed it, not blank, not null
     * @return the key
     * @throws IllegalArgumentException if the secret is blank
     */
    public static SigningKey of(String secret) {
        if (Objects.requireNonNull(secret, "secret").isBlank()) {
            throw new IllegalArgumentException("'secret' must not be blank.");
        }
        return new SigningKey(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), ALGORITHM));
    }

    /**
     * Signs a request as Frame.io does.
     *
     * @param timestamp the value of the timestamp header, verbatim, not null
     * @param body the bytes of the body, not null
     * @return {@code v0=} and 64 lower-case hexadecimal digits
     */
    public String sign(String timestamp, byte[] body) {
        requireRequest(timestamp, body);
        return Signature.PREFIX + HexFormat.of().formatHex(hmac(timestamp, body));
    }

    /**
     * Whether a signature is the one of a request. The comparison takes the same time no matter where the signatures
     * differ. {@link Signature#isFresh} checks the age of the timestamp.
     *
     * @param timestamp the value of the timestamp header, verbatim, not null
     * @param body the bytes of the body as received, not null
     * @param signature the value of the signature header; null and malformed values don't match
     * @return true if it matches
     */
    public boolean matches(String timestamp, byte[] body, @Nullable String signature) {
        requireRequest(timestamp, body);
        return signature != null
                && MessageDigest.isEqual(
                        sign(timestamp, body).getBytes(StandardCharsets.UTF_8),
                        signature.getBytes(StandardCharsets.UTF_8));
    }

    private static void requireRequest(String timestamp, byte[] body) {
        Objects.requireNonNull(timestamp, "timestamp");
        Objects.requireNonNull(body, "body");
    }

    private byte[] hmac(String timestamp, byte[] body) {
        Mac mac = copyOfPrototype();
        mac.update(("v0:" + timestamp + ":").getBytes(StandardCharsets.UTF_8));
        return mac.doFinal(body);
    }

    /** Copying avoids the search for a provider, which costs more than the digest of a small body. */
    private Mac copyOfPrototype() {
        try {
            return (Mac) prototype.clone();
        } catch (CloneNotSupportedException e) {
            return newMac();
        }
    }

    private Mac newMac() {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(secret);
            return mac;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("This JVM lacks HmacSHA256, which every Java platform must have.", e);
        }
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof SigningKey key && secret.equals(key.secret);
    }

    @Override
    public int hashCode() {
        return secret.hashCode();
    }

    /** Without the secret. */
    @Override
    public String toString() {
        return "SigningKey[hidden]";
    }
}
