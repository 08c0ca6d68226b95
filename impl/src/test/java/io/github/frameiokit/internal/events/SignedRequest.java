package io.github.frameiokit.internal.events;

import io.github.frameiokit.signing.Signature;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MultivaluedHashMap;
import jakarta.ws.rs.core.MultivaluedMap;
import java.io.ByteArrayInputStream;
import java.lang.reflect.Proxy;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;

/** A request as Frame.io sends it. It is valid unless a test changes it. */
final class SignedRequest {

    static final Instant NOW = Instant.ofEpochSecond(1_700_000_000);
    static final String WEBHOOK_SECRET = "webhook-secret-1";
    static final String ACTION_SECRET = "action-secret-01";

    private final Map<String, String> members = new LinkedHashMap<>();
    private final Map<String, String> headers = new LinkedHashMap<>();
    private byte[] body;
    private String secret;
    private String timestamp = Long.toString(NOW.getEpochSecond());
    private int limit = 1024;
    private String contentLength;

    private SignedRequest(String secret, String type) {
        this.secret = secret;
        with("type", "\"" + type + "\"");
        header(HttpHeaders.CONTENT_TYPE, "application/json");
    }

    static SignedRequest webhook() {
        return new SignedRequest(WEBHOOK_SECRET, "file.ready").with("resource", "{\"id\":\"r\"}");
    }

    static SignedRequest action() {
        return new SignedRequest(ACTION_SECRET, "export").with("interaction_id", "\"i\"");
    }

    SignedRequest type(String type) {
        return with("type", "\"" + type + "\"");
    }

    /** Sets a member of the body to JSON. */
    SignedRequest with(String member, String json) {
        members.put(member, json);
        return this;
    }

    SignedRequest without(String member) {
        members.remove(member);
        return this;
    }

    SignedRequest body(String text) {
        return body(text.getBytes(StandardCharsets.UTF_8));
    }

    SignedRequest body(byte[] bytes) {
        body = bytes;
        return this;
    }

    SignedRequest secret(String signing) {
        secret = signing;
        return this;
    }

    SignedRequest timestamp(String text) {
        timestamp = text;
        return this;
    }

    /** Sent so many seconds before {@link #NOW}; a negative number is ahead of it. */
    SignedRequest sentSecondsAgo(long seconds) {
        return timestamp(Long.toString(NOW.getEpochSecond() - seconds));
    }

    /** Sets a header instead of what belongs there; null leaves it out. */
    SignedRequest header(String name, String value) {
        headers.put(name, value);
        return this;
    }

    SignedRequest signature(String text) {
        return header(Signature.HEADER, text);
    }

    /** Signs the request as it is now; later changes aren't signed. */
    SignedRequest signedBefore() {
        return signature(Signature.sign(secret, timestamp, bytes()));
    }

    /** The longest body that the app accepts. */
    SignedRequest limit(int bytes) {
        limit = bytes;
        return this;
    }

    SignedRequest contentLength(String text) {
        contentLength = text;
        return this;
    }

    int length() {
        return bytes().length;
    }

    HttpHeaders headers() {
        MultivaluedMap<String, String> all = new MultivaluedHashMap<>();
        all.add(Signature.TIMESTAMP_HEADER, timestamp);
        all.add(Signature.HEADER, Signature.sign(secret, timestamp == null ? "" : timestamp, bytes()));
        headers.forEach((name, value) -> {
            all.remove(name);
            if (value != null) {
                all.add(name, value);
            }
        });
        return (HttpHeaders) Proxy.newProxyInstance(
                HttpHeaders.class.getClassLoader(),
                new Class<?>[] {HttpHeaders.class},
                (proxy, method, arguments) -> all);
    }

    RequestBody requestBody() {
        RequestBody read = new RequestBody();
        read.read(contentLength, new ByteArrayInputStream(bytes()), limit);
        return read;
    }

    private byte[] bytes() {
        return body != null
                ? body
                : members.entrySet().stream()
                        .map(member -> "\"" + member.getKey() + "\":" + member.getValue())
                        .collect(Collectors.joining(",", "{", "}"))
                        .getBytes(StandardCharsets.UTF_8);
    }
}
