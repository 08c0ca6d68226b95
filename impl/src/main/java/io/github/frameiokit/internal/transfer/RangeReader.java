package io.github.frameiokit.internal.transfer;

import io.github.frameiokit.client.TransferException;
import io.github.frameiokit.internal.http.RawResponse;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpHeaders;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandler;
import java.nio.ByteBuffer;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;

/**
 * Reads ranges of a file's original from the storage. It accepts only a response that proves that its body is exactly
 * the requested range, of the expected {@linkplain Original state}.
 */
final class RangeReader {

    private static final int PARTIAL_CONTENT = 206;
    private static final Set<Integer> REJECTED_URL = Set.of(401, 403, 404, 410);
    private static final String EXPIRED = "ExpiredToken";
    private static final int NO_SUCH_RANGE = 416;
    /** The precondition failed, or the content has become shorter. */
    private static final Set<Integer> REPLACED = Set.of(412, NO_SUCH_RANGE);

    private final Storage storage;
    private final String fileId;

    RangeReader(Storage storage, String fileId) {
        this.storage = storage;
        this.fileId = fileId;
    }

    /** The storage no longer accepts the signed URL. */
    static final class Expired extends RuntimeException {

        private static final long serialVersionUID = 1;
    }

    /** The content isn't the one that the download began with. */
    static final class Changed extends RuntimeException {

        private static final long serialVersionUID = 1;

        Changed(String message) {
            super(message);
        }

        private static Changed whileDownloaded() {
            return new Changed("The file's content was replaced each time while it was downloaded.");
        }
    }

    /** The destination of a response's bytes. */
    @FunctionalInterface
    interface Sink {

        /** Prepares for a response's first byte, once for each try. */
        Consumer<ByteBuffer> begin() throws IOException;
    }

    /**
     * Reads a range, and tries again where that makes sense.
     *
     * @param expected the state that the content must have; empty for the first range, which determines it
     * @return the state that the content has
     * @throws Expired if the storage rejects the URL
     * @throws Changed if the content has another state
     */
    Original read(SignedUrl url, long offset, long size, Optional<Original> expected, Sink sink) {
        String range = "bytes " + offset + "-" + (offset + size - 1);
        RawResponse response = storage.send(
                fileId, "The storage didn't send " + range + ".", () -> attempt(url, offset, size, expected, sink));
        if (response.status() == PARTIAL_CONTENT) {
            Original original = Original.of(response.headers(), offset, size)
                    .orElseThrow(() -> new TransferException(
                            "The storage's answer doesn't prove that it has " + range + ": a Content-Range with"
                                    + " just these and the total, and no Content-Encoding.",
                            fileId,
                            null));
            if (!isExpected(original, expected)) {
                throw Changed.whileDownloaded();
            }
            return original;
        }
        if (REJECTED_URL.contains(response.status())
                || Storage.code(response).filter(EXPIRED::equals).isPresent()) {
            throw new Expired();
        }
        if (REPLACED.contains(response.status()) && expected.isPresent()) {
            throw Changed.whileDownloaded();
        }
        throw new TransferException(
                response.status() == NO_SUCH_RANGE
                        ? "The file has no content to download."
                        : "The storage answered " + Storage.status(response) + " when asked for " + range + ".",
                fileId,
                null);
    }

    /** One try. Of a response that isn't exactly the requested range, no byte gets into the sink. */
    private RawResponse attempt(SignedUrl url, long offset, long size, Optional<Original> expected, Sink sink)
            throws IOException {
        Consumer<ByteBuffer> bytes = sink.begin();
        AtomicLong arrived = new AtomicLong();
        AtomicReference<UncheckedIOException> unwritable = new AtomicReference<>();
        Consumer<ByteBuffer> guarded = buffer -> {
            try {
                bytes.accept(buffer);
            } catch (UncheckedIOException e) {
                unwritable.set(e);
                throw e;
            }
        };
        BodyHandler<byte[]> body =
                response -> isWanted(response.statusCode(), response.headers(), offset, size, expected)
                        ? new Intake(size, guarded, arrived)
                        : Intake.beginning().apply(response);
        RawResponse response;
        try {
            response = storage.attempt(url, request -> asking(request, offset, size, expected), body, arrived::get);
        } catch (IOException e) {
            if (unwritable.get() != null) {
                throw unwritable.get(); // the disk's failure, which another try wouldn't change
            }
            throw e;
        }
        if (isWanted(response.status(), response.headers(), offset, size, expected) && arrived.get() != size) {
            throw new IOException("The storage sent " + (arrived.get() > size ? "more" : "only " + arrived) + " of "
                    + size + " bytes.");
        }
        return response;
    }

    private static HttpRequest.Builder asking(
            HttpRequest.Builder request, long offset, long size, Optional<Original> expected) {
        request.header("Range", "bytes=" + offset + "-" + (offset + size - 1)).header("Accept-Encoding", "identity");
        expected.filter(Original::isIdentified)
                .ifPresent(original -> request.header(original.condition(), original.validator()));
        return request;
    }

    private static boolean isWanted(
            int status, HttpHeaders headers, long offset, long size, Optional<Original> expected) {
        return status == PARTIAL_CONTENT
                && Original.of(headers, offset, size)
                        .filter(original -> isExpected(original, expected))
                        .isPresent();
    }

    private static boolean isExpected(Original original, Optional<Original> expected) {
        return expected.map(it -> it.isIdentified() ? it.equals(original) : it.size() == original.size())
                .orElse(true);
    }
}
