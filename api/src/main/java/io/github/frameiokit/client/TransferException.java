package io.github.frameiokit.client;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * An upload or a download failed after each part was retried as often as {@code frameio.api.retries} allows, or its
 * thread was interrupted. In the latter case, the thread is still marked as interrupted. Neither the message nor a
 * cause shows a URL, because the URLs are signed.
 */
public class TransferException extends RuntimeException {

    private static final long serialVersionUID = 1;

    private final String fileId;

    /**
     * Creates an exception. The kit does this; tests of apps can, too.
     *
     * @param message what went wrong, without any URL, not null
     * @param fileId the file at Frame.io, not null
     * @param cause the cause, or null
     */
    public TransferException(String message, String fileId, @Nullable Throwable cause) {
        super(Objects.requireNonNull(message, "message"), cause);
        this.fileId = Objects.requireNonNull(fileId, "fileId");
    }

    /**
     * The file at Frame.io. After a failed upload it stays there without its content. The kit doesn't delete it,
     * because users may have commented on it or moved it already. {@link FilesApi#delete} deletes it.
     *
     * @return the file's id
     */
    public String fileId() {
        return fileId;
    }
}
