package io.github.frameiokit.signing;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * A secret made ready to sign or verify many requests. Immutable and thread-safe; two keys of one secret are equal.
 *
 * @see Signature the scheme
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
     * Makes a key.
     *
     * @param secret the secret as Frame.io showed it, not blank; its UTF-8 bytes are the key
     * @return the key
     * @throws IllegalArgumentException if the secret is blank
     */
    public static SigningKey of(String secret) {
        if (secret.isBlank()) {
            throw new IllegalArgumentException("A signing secret must not be blank.");
        }
        return new SigningKey(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), ALGORITHM));
    }

    /**
     * Signs a request as Frame.io does.
     *
     * @param timestamp the timestamp header's value, verbatim
     * @param body the body's bytes
     * @return {@code v0=} and 64 lower-case hexadecimal digits
     */
    public String sign(String timestamp, byte[] body) {
        return Signature.PREFIX + HexFormat.of().formatHex(hmac(timestamp, body));
    }

    /**
     * Tells whether a signature is the one of this request, in time that doesn't depend on where they differ. The
     * timestamp's age is checked by {@link Signature#isFresh}.
     *
     * @param timestamp the timestamp header's value, verbatim
     * @param body the body's bytes, as they were received
     * @param signature the signature header's value; null and malformed ones don't match
     * @return whether it matches
     */
    public boolean matches(String timestamp, byte[] body, String signature) {
        return Signature.isWellFormed(signature)
                && MessageDigest.isEqual(
                        hmac(timestamp, body),
                        HexFormat.of().parseHex(signature, Signature.PREFIX.length(), signature.length()));
    }

    private byte[] hmac(String timestamp, byte[] body) {
        Mac mac = copyOfPrototype();
        mac.update(("v0:" + timestamp + ":").getBytes(StandardCharsets.UTF_8));
        return mac.doFinal(body);
    }

    /** Copying spares the search for a provider, which costs more than the digest of a small body. */
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
    public boolean equals(Object other) {
        return other instanceof SigningKey key && secret.equals(key.secret);
    }

    @Override
    public int hashCode() {
        return secret.hashCode();
    }

    /** Never shows the secret. */
    @Override
    public String toString() {
        return "SigningKey[hidden]";
    }
}
