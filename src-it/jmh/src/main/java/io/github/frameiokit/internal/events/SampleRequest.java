package io.github.frameiokit.internal.events;

import io.github.frameiokit.signing.SigningKey;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MultivaluedHashMap;
import jakarta.ws.rs.core.MultivaluedMap;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.lang.reflect.Proxy;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.UUID;

/**
 * A signed request as Frame.io sends it.
 *
 * @param headers its headers
 * @param requestBody the body as the filter hands it to the resource
 * @param timestamp the timestamp header
 * @param signature the signature header
 * @param body the body
 * @param signed the bytes that are signed: the version, the timestamp and the body
 */
record SampleRequest(
        HttpHeaders headers, RequestBody requestBody, String timestamp, String signature, byte[] body, byte[] signed) {

    static final String SECRET = "a-secret-of-32-characters-length";

    /** A request that no other equals, so that the replay guard lets it pass. */
    static SampleRequest of(EventKind kind) {
        String timestamp = Long.toString(Instant.now().getEpochSecond());
        byte[] body = kind.payload().formatted(UUID.randomUUID()).getBytes(StandardCharsets.UTF_8);
        String signature = SigningKey.of(SECRET).sign(timestamp, body);
        MultivaluedMap<String, String> all = new MultivaluedHashMap<>();
        all.add(HttpHeaders.CONTENT_TYPE, "application/json");
        all.add("X-Frameio-Request-Timestamp", timestamp);
        all.add("X-Frameio-Signature", signature);
        return new SampleRequest(headers(all), requestBody(body), timestamp, signature, body, signed(timestamp, body));
    }

    Delivery delivery() {
        return new Delivery(body, timestamp, signature);
    }

    private static RequestBody requestBody(byte[] body) {
        RequestBody read = new RequestBody();
        read.read(null, new ByteArrayInputStream(body), 1 << 20);
        return read;
    }

    private static byte[] signed(String timestamp, byte[] body) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        bytes.writeBytes(("v0:" + timestamp + ":").getBytes(StandardCharsets.UTF_8));
        bytes.writeBytes(body);
        return bytes.toByteArray();
    }

    private static HttpHeaders headers(MultivaluedMap<String, String> all) {
        return (HttpHeaders) Proxy.newProxyInstance(
                HttpHeaders.class.getClassLoader(),
                new Class<?>[] {HttpHeaders.class},
                (proxy, method, arguments) -> all);
    }
}
