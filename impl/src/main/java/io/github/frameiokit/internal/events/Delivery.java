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
 * @param timestamp the timestamp header, or null
 * @param signature the signature header, or null
 */
record Delivery(byte[] body, String timestamp, String signature) {

    static Delivery of(HttpHeaders headers, RequestBody body) {
        MultivaluedMap<String, String> all = headers.getRequestHeaders();
        if (!isJson(all.getFirst(HttpHeaders.CONTENT_TYPE))) {
            throw Rejection.unsupportedMediaType();
        }
        return new Delivery(body.bytes(), all.getFirst(Signature.TIMESTAMP_HEADER), all.getFirst(Signature.HEADER));
    }

    /**
     * The body as text; empty if it isn't UTF-8. A decoder that reports errors is slow, whereas that of a string puts a
     * U+FFFD where it finds one.
     */
    Optional<String> text() {
        String text = new String(body, StandardCharsets.UTF_8);
        return text.indexOf('\uFFFD') < 0 || Arrays.equals(text.getBytes(StandardCharsets.UTF_8), body)
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
