package io.github.frameiokit.testkit;

import io.github.frameiokit.testkit.FakeIms.User;
import jakarta.json.Json;
import jakarta.json.JsonObjectBuilder;
import java.math.BigInteger;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.security.interfaces.RSAPublicKey;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;

/** Creates id tokens, which say who has signed in, signed with RS256 (OpenID Connect Core, 2). Thread-safe. */
final class IdTokens {

    private static final String KEY_ID = "fake-key-1";
    private static final long LIFE_SECONDS = 86_400;

    private final URI issuer;
    private KeyPair keys;

    IdTokens(URI issuer) {
        this.issuer = issuer;
    }

    String token(User user, Optional<String> nonce, Instant now) {
        JsonObjectBuilder header =
                Json.createObjectBuilder().add("alg", "RS256").add("typ", "JWT").add("kid", KEY_ID);
        JsonObjectBuilder claims = Json.createObjectBuilder()
                .add("iss", issuer.toString())
                .add("aud", FakeIms.CLIENT_ID)
                .add("sub", user.adobeId())
                .add("name", user.name())
                .add("email", user.email())
                .add("iat", now.getEpochSecond())
                .add("exp", now.getEpochSecond() + LIFE_SECONDS);
        nonce.ifPresent(it -> claims.add("nonce", it));
        String signed = encode(header) + "." + encode(claims);
        try {
            Signature signature = Signature.getInstance("SHA256withRSA");
            signature.initSign(pair().getPrivate());
            signature.update(signed.getBytes(StandardCharsets.US_ASCII));
            return signed + "." + encode(signature.sign());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every Java has SHA256withRSA.", e);
        }
    }

    JsonObjectBuilder keys() {
        RSAPublicKey key = (RSAPublicKey) pair().getPublic();
        return Json.createObjectBuilder()
                .add(
                        "keys",
                        Json.createArrayBuilder()
                                .add(Json.createObjectBuilder()
                                        .add("kty", "RSA")
                                        .add("use", "sig")
                                        .add("alg", "RS256")
                                        .add("kid", KEY_ID)
                                        .add("n", encode(key.getModulus()))
                                        .add("e", encode(key.getPublicExponent()))));
    }

    /** Created when it is needed first, because that takes a while. */
    private synchronized KeyPair pair() {
        if (keys == null) {
            try {
                KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
                generator.initialize(2048);
                keys = generator.generateKeyPair();
            } catch (GeneralSecurityException e) {
                throw new IllegalStateException("Every Java has RSA.", e);
            }
        }
        return keys;
    }

    private static String encode(JsonObjectBuilder json) {
        return encode(json.build().toString().getBytes(StandardCharsets.UTF_8));
    }

    /** Without the leading byte that only marks the number as positive (RFC 7518, 2). */
    private static String encode(BigInteger number) {
        byte[] bytes = number.toByteArray();
        return encode(bytes[0] == 0 ? Arrays.copyOfRange(bytes, 1, bytes.length) : bytes);
    }

    private static String encode(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
