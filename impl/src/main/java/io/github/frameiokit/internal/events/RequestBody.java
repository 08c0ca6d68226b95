package io.github.frameiokit.internal.events;

import jakarta.enterprise.context.RequestScoped;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;

/** The bytes of a request's body, within the limit: handed from the filter that reads them to the resource. */
@RequestScoped
public class RequestBody {

    private static final byte[] NONE = {};

    private byte[] bytes = NONE;
    private Optional<Rejection> refusal = Optional.empty();

    /** Reads the body, and returns what was read of it. */
    byte[] read(String contentLength, InputStream body, int maxBodySize) {
        try {
            int limit = limit(contentLength, maxBodySize);
            bytes = body.readNBytes(limit + 1);
            if (bytes.length > limit) {
                throw Rejection.tooLarge();
            }
        } catch (Rejection e) {
            refusal = Optional.of(e);
        } catch (IOException e) {
            refusal = Optional.of(Rejection.badRequest("The body could not be read."));
        }
        return bytes;
    }

    /** The whole body; a {@link Rejection} where it is too large or didn't arrive. */
    byte[] bytes() {
        refusal.ifPresent(it -> {
            throw it;
        });
        return bytes;
    }

    /** No more than was announced is read, which also spares a buffer for what is not to come. */
    private static int limit(String contentLength, int maxBodySize) {
        try {
            long announced = contentLength == null ? maxBodySize : Long.parseLong(contentLength.strip());
            if (announced > maxBodySize) {
                throw Rejection.tooLarge();
            }
            return announced < 0 ? maxBodySize : (int) announced;
        } catch (NumberFormatException e) {
            return maxBodySize;
        }
    }
}
