package io.github.frameiokit.client;

import java.nio.file.Path;
import java.util.Objects;

/**
 * Where a file's original is downloaded to.
 *
 * <pre>{@code
 * frameio.download(accountId, fileId, Download.to(Path.of("cut.mov")).onProgress((bytes, total) -> …));
 * }</pre>
 *
 * <p>What has arrived lies in a file beside the target, {@code cut.mov.<file id>.part}, which becomes the target at the
 * end. A download that ended early, even with its JVM, goes on from there when it is called again.
 *
 * @param target the file to write; one that is there is replaced at the end
 * @param partSize how many bytes are asked for at once, at least 1
 * @param parallelism how many parts are fetched at once, at least 1; this many are kept in memory
 * @param progress who is told how far it is
 */
public record Download(Path target, int partSize, int parallelism, Progress progress) {

    /** How many bytes are asked for at once when it isn't said: 8 MiB. */
    public static final int DEFAULT_PART_SIZE = 8 * 1024 * 1024;

    /** How many parts are fetched at once when it isn't said. */
    public static final int DEFAULT_PARALLELISM = 4;

    /**
     * Checks the numbers.
     *
     * @throws IllegalArgumentException if one is less than 1
     */
    public Download {
        Objects.requireNonNull(target, "target");
        Objects.requireNonNull(progress, "progress");
        if (partSize < 1 || parallelism < 1) {
            throw new IllegalArgumentException("The part size and the parallelism must be at least 1.");
        }
    }

    /**
     * A download to a file of this machine.
     *
     * @param target the file, not null
     * @return the download
     */
    public static Download to(Path target) {
        return new Download(target, DEFAULT_PART_SIZE, DEFAULT_PARALLELISM, (bytes, total) -> {});
    }

    /**
     * The same with larger or smaller parts.
     *
     * @param bytes how many bytes are asked for at once, at least 1
     * @return a new download
     * @throws IllegalArgumentException if it is less than 1
     */
    public Download partSize(int bytes) {
        return new Download(target, bytes, parallelism, progress);
    }

    /**
     * The same with more or fewer parts at once.
     *
     * @param parts how many, at least 1
     * @return a new download
     * @throws IllegalArgumentException if it is less than 1
     */
    public Download parallelism(int parts) {
        return new Download(target, partSize, parts, progress);
    }

    /**
     * The same with someone who is told how far it is.
     *
     * @param listener the listener, not null
     * @return a new download
     */
    public Download onProgress(Progress listener) {
        return new Download(target, partSize, parallelism, listener);
    }
}
