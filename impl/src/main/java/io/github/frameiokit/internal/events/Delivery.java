package io.github.frameiokit.internal.events;

import io.github.frameiokit.signing.Signature;
import jakarta.ws.rs.core.HttpHeaders;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;

/**
 * A request as it came in: the bytes that were signed, and the two headers.
 *
 * @param body the body's bytes
 * @param timestamp the timestamp header, or null
 * @param signature the signature header, or null
 */
record Delivery(byte[] body, String timestamp, String signature) {

    static Delivery read(HttpHeaders headers, InputStream body, int maxBodySize) {
        if (!isJson(headers.getHeaderString(HttpHeaders.CONTENT_TYPE))) {
            throw Refusal.unsupportedMediaType();
        }
        if (isLongerThan(maxBodySize, headers.getHeaderString(HttpHeaders.CONTENT_LENGTH))) {
            throw Refusal.tooLarge();
        }
        return new Delivery(
                bytes(body, maxBodySize),
                headers.getHeaderString(Signature.TIMESTAMP_HEADER),
                headers.getHeaderString(Signature.HEADER));
    }

    /** The body as text; empty where it isn't UTF-8. */
    Optional<String> text() {
        try {
            return Optional.of(StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(body))
                    .toString());
        } catch (CharacterCodingException e) {
            return Optional.empty();
        }
    }

    private static byte[] bytes(InputStream body, int maxBodySize) {
        try {
            byte[] bytes = body.readNBytes(maxBodySize + 1);
            if (bytes.length > maxBodySize) {
                throw Refusal.tooLarge();
            }
            return bytes;
        } catch (IOException e) {
            throw Refusal.badRequest("The body could not be read.");
        }
    }

    /** A request that doesn't name its type is taken for JSON: the signature and the parser decide then. */
    private static boolean isJson(String contentType) {
        if (contentType == null || contentType.isBlank()) {
            return true;
        }
        String type = contentType.split(";", 2)[0].strip().toLowerCase(Locale.ROOT);
        return type.equals("application/json") || type.startsWith("application/") && type.endsWith("+json");
    }

    private static boolean isLongerThan(int maxBodySize, String contentLength) {
        try {
            return contentLength != null && Long.parseLong(contentLength.strip()) > maxBodySize;
        } catch (NumberFormatException e) {
            return false;
        }
    }
}
