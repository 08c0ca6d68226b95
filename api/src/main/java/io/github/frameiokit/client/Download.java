package io.github.frameiokit.client;

import java.nio.file.Path;
import java.util.Objects;

/**
 * The target of a download of a file's original. Immutable: each method returns a copy.
 *
 * <pre>{@code
 * frameio.download(accountId, fileId, Download.to(Path.of("cut.mov")).onProgress((bytes, total) -> …));
 * }</pre>
 *
 * <p>A download succeeds only if all bytes belong to one version of the content: Frame.io and its storage must report
 * the same size, and the storage's {@code ETag} (or {@code Last-Modified}) must be the same from the first byte to the
 * last. If the content is replaced in the meantime, the download starts again, up to three times. The target isn't
 * touched before all bytes have arrived. A file without content fails.
 *
 * <p>The bytes that have arrived are in a file beside the target, {@code frameio-<digest>-<digest>.part}, which becomes
 * the target at the end. A download that ended early, even together with its JVM, continues with that part when it is
 * called again. If the content was replaced at Frame.io, it deletes the part and starts again instead. A download can't
 * continue, and leaves no part after an exception, if the storage sends neither header or the file system has no locks.
 * From a storage that sends neither header, all bytes are fetched in one response, because nothing would prove that the
 * bytes of several responses belong together.
 *
 * <p>A second download of the same file to the same target at the same time fails. If the file system has no locks, a
 * download in another JVM isn't noticed. Each then has its own part, and the last one to end replaces the target.
 */
public final class Download {

    /** The default of how many bytes each request asks for: 8 MiB. */
    public static final int DEFAULT_PART_SIZE = 8 * 1024 * 1024;

    /** The default of how many parts are fetched at once. */
    public static final int DEFAULT_PARALLELISM = 4;

    private final Path target;
    private final int partSize;
    private final int parallelism;
    private final Progress progress;

    private Download(Path target, int partSize, int parallelism, Progress progress) {
        this.target = Objects.requireNonNull(target, "target");
        this.partSize = Upload.atLeastOne("partSize", partSize);
        this.parallelism = Upload.atLeastOne("parallelism", parallelism);
        this.progress = Objects.requireNonNull(progress, "progress");
    }

    /**
     * Creates a download to a local file.
     *
     * @param target the file to write, not null. An existing file is replaced at the end, in one step if the file
     *     system can do that, and its permissions are kept. A symbolic link is replaced, not followed. The folder must
     *     exist and be writable. A target that is a folder, a device or a pipe fails.
     * @return the download
     */
    public static Download to(Path target) {
        return new Download(target, DEFAULT_PART_SIZE, DEFAULT_PARALLELISM, (bytes, total) -> {});
    }

    /**
     * Sets how many bytes each request asks for.
     *
     * @param bytes the number of bytes, at least 1
     * @return a copy with this change
     * @throws IllegalArgumentException if it is less than 1
     */
    public Download partSize(int bytes) {
        return new Download(target, bytes, parallelism, progress);
    }

    /**
     * Sets how many parts are fetched at once. That many parts are kept in memory.
     *
     * @param parts the number of parts, at least 1
     * @return a copy with this change
     * @throws IllegalArgumentException if it is less than 1
     */
    public Download parallelism(int parts) {
        return new Download(target, partSize, parts, progress);
    }

    /**
     * Sets the listener that is notified of the progress.
     *
     * @param listener the listener, not null
     * @return a copy with this change
     */
    public Download onProgress(Progress listener) {
        return new Download(target, partSize, parallelism, listener);
    }

    /**
     * The file to write.
     *
     * @return the path
     */
    public Path target() {
        return target;
    }

    /**
     * How many bytes each request asks for.
     *
     * @return the number, at least 1
     */
    public int partSize() {
        return partSize;
    }

    /**
     * How many parts are fetched at once.
     *
     * @return the number, at least 1
     */
    public int parallelism() {
        return parallelism;
    }

    /**
     * The listener that is notified of the progress.
     *
     * @return the listener; one that does nothing by default
     */
    public Progress progress() {
        return progress;
    }

    /** Returns no path, which may hold the file's name. */
    @Override
    public String toString() {
        return "Download[partSize=" + partSize + ", parallelism=" + parallelism + "]";
    }
}
