package io.github.frameiokit.client;

import java.util.Objects;

/**
 * An upload or a download failed, although each part was tried again as often as {@code frameio.api.retries} allows; or
 * its thread was interrupted, which is then still set. Neither the message nor a cause shows a URL: those are signed.
 */
public class TransferException extends RuntimeException {

    private static final long serialVersionUID = 1;

    private final String fileId;

    /**
     * Makes one, as the client does and as a test of an app may.
     *
     * @param message what went wrong, without any URL, not null
     * @param fileId the file at Frame.io, not null
     * @param cause what lies behind it, or null
     */
    public TransferException(String message, String fileId, Throwable cause) {
        super(Objects.requireNonNull(message, "message"), cause);
        this.fileId = Objects.requireNonNull(fileId, "fileId");
    }

    /**
     * The file at Frame.io. After an upload that failed, it stays there without its content. It isn't deleted for you,
     * because somebody may have commented on it or moved it already; {@link FilesApi#delete} deletes it.
     *
     * @return the file's id
     */
    public String fileId() {
        return fileId;
    }
}
