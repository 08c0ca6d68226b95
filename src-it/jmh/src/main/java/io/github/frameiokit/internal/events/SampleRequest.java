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
import java.util.concurrent.atomic.AtomicLong;

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
    private static final SigningKey KEY = SigningKey.of(SECRET);
    private static final AtomicLong NUMBER = new AtomicLong();

    /** A request that no other equals, so that the replay guard lets it pass. */
    static SampleRequest of(EventKind kind) {
        String timestamp = Long.toString(Instant.now().getEpochSecond());
        byte[] body = kind.payload(id()).getBytes(StandardCharsets.UTF_8);
        String signature = KEY.sign(timestamp, body);
        MultivaluedMap<String, String> all = new MultivaluedHashMap<>();
        all.add(HttpHeaders.CONTENT_TYPE, "application/json");
        all.add("X-Frameio-Request-Timestamp", timestamp);
        all.add("X-Frameio-Signature", signature);
        return new SampleRequest(headers(all), requestBody(body), timestamp, signature, body, signed(timestamp, body));
    }

    private static String id() {
        return new UUID(0x7f3a_55c0_91d2_4e6bL, NUMBER.incrementAndGet()).toString();
    }

    String text() {
        return new String(body, StandardCharsets.UTF_8);
    }

    private static RequestBody requestBody(byte[] body) {
        RequestBody read = new RequestBody();
        read.read(Integer.toString(body.length), new ByteArrayInputStream(body), 1 << 20);
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
