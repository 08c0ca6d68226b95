package io.github.frameiokit.internal.oauth;

import io.github.frameiokit.internal.Sha256;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Base64;

/** Random texts that nobody guesses, and their digests (RFC 7636, 4.1 and 4.2). */
final class Challenge {

    private static final int BYTES = 32;
    private static final SecureRandom RANDOM = new SecureRandom();

    private Challenge() {}

    static String random() {
        byte[] bytes = new byte[BYTES];
        RANDOM.nextBytes(bytes);
        return encode(bytes);
    }

    static String s256(String verifier) {
        return encode(Sha256.of(verifier));
    }

    static boolean same(String one, String other) {
        return MessageDigest.isEqual(one.getBytes(StandardCharsets.UTF_8), other.getBytes(StandardCharsets.UTF_8));
    }

    private static String encode(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
