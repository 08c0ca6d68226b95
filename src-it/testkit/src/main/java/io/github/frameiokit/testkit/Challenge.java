package io.github.frameiokit.testkit;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;

/**
 * What an app sends when it asks for a code. With the verifier it proves later that the code is its own (RFC 7636).
 *
 * @param hashed whether the value is the verifier's hash, or the verifier itself
 * @param value the value
 */
record Challenge(boolean hashed, String value) {

    boolean matches(String verifier) {
        return value.equals(hashed ? hash(verifier) : verifier);
    }

    private static String hash(String verifier) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(verifier.getBytes(StandardCharsets.US_ASCII));
            return Base64.getUrlEncoder().withoutPadding().encodeToString(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256.", e);
        }
    }
}
