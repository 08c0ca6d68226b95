package io.github.frameiokit.internal.events;

import io.github.frameiokit.signing.Signature;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MultivaluedMap;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/**
 * A request as it arrived: the signed bytes and the two headers of the signature.
 *
 * @param body the body's bytes
 * @param text the body as text; empty if it isn't UTF-8
 * @param timestamp the timestamp header, or null
 * @param signature the signature header, or null
 */
record Delivery(byte[] body, Optional<String> text, String timestamp, String signature) {

    static Delivery of(HttpHeaders headers, RequestBody body) {
        MultivaluedMap<String, String> all = headers.getRequestHeaders();
        if (!isJson(all.getFirst(HttpHeaders.CONTENT_TYPE))) {
            throw Rejection.unsupportedMediaType();
        }
        byte[] bytes = body.bytes();
        return new Delivery(
                bytes, utf8(bytes), all.getFirst(Signature.TIMESTAMP_HEADER), all.getFirst(Signature.HEADER));
    }

    /** A decoder that reports errors is slow. Java's own decoding puts a U+FFFD where it finds one. */
    private static Optional<String> utf8(byte[] bytes) {
        String text = new String(bytes, StandardCharsets.UTF_8);
        return text.indexOf('\uFFFD') < 0 || Arrays.equals(text.getBytes(StandardCharsets.UTF_8), bytes)
                ? Optional.of(text)
                : Optional.empty();
    }

    /** A request without a content type is treated as JSON: the signature and the parser decide. */
    private static boolean isJson(String contentType) {
        if (contentType == null || contentType.isBlank()) {
            return true;
        }
        int parameters = contentType.indexOf(';');
        String type = (parameters < 0 ? contentType : contentType.substring(0, parameters))
                .strip()
                .toLowerCase(Locale.ROOT);
        return type.equals("application/json") || type.startsWith("application/") && type.endsWith("+json");
    }
}
