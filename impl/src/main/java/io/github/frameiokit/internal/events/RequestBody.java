package io.github.frameiokit.internal.events;

import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;

/** The bytes of a body, within the limit. The filter reads them, the resource gets them. */
final class RequestBody {

    private static final byte[] NONE = {};

    private byte[] bytes = NONE;
    private Optional<Rejection> rejection = Optional.empty();

    /** Reads the body and returns the bytes that were read. */
    byte[] read(String contentLength, InputStream body, int maxBodySize) {
        try {
            int limit = limit(contentLength, maxBodySize);
            bytes = body.readNBytes(limit + 1);
            if (bytes.length > limit) {
                throw Rejection.tooLarge();
            }
        } catch (Rejection e) {
            rejection = Optional.of(e);
        } catch (IOException e) {
            rejection = Optional.of(Rejection.badRequest("The body could not be read."));
        }
        return bytes;
    }

    /** What has arrived of the body, even if it is rejected. */
    byte[] arrived() {
        return bytes;
    }

    /** The whole body; throws a {@link Rejection} if it is too large or didn't arrive. */
    byte[] bytes() {
        rejection.ifPresent(it -> {
            throw it;
        });
        return bytes;
    }

    /** Reads no more than the announced length. */
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
