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
 * <p>A download succeeds only if all bytes are of one state of the content: the size that Frame.io and its storage
 * tell, and the storage's {@code ETag} (or {@code Last-Modified}) must be the same from the first byte to the last. If
 * the content is replaced meanwhile, the download begins anew, up to three times. The target isn't touched before all
 * bytes have arrived. A file without content fails.
 *
 * <p>The bytes that have arrived lie in a file beside the target, {@code frameio-<digest>-<digest>.part}, which becomes
 * the target at the end. A download that ended early, even with its JVM, continues with that part when it is called
 * again, unless the content was replaced at Frame.io: then it begins anew and deletes the part. Two cases can't
 * continue and leave no part after an exception: a storage that sends neither header, and a file system without locks.
 * From such a storage, all bytes are fetched in one answer, because bytes of several answers can't be proved to belong
 * together.
 *
 * <p>A second download of the same file to the same target at the same time is refused. Where the file system has no
 * locks, one of another JVM isn't noticed; each then has a part of its own, and the last to end replaces the target.
 *
 * @param target the file to write. One that is there is replaced at the end, in one step where the file system can do
 *     that, and its permissions are kept. A symbolic link is replaced, not followed. Its folder must exist and be
 *     writable. A folder, a device or a pipe is refused.
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
