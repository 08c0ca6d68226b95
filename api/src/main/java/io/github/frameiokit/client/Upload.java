package io.github.frameiokit.client;

import java.io.InputStream;
import java.net.URI;
import java.nio.file.Path;
import java.util.Objects;
import java.util.Optional;

/**
 * A file to upload: a local file, a stream, or a URL that Frame.io fetches. Immutable: each method returns a copy.
 *
 * <pre>{@code
 * frameio.upload(accountId, folderId, Upload.of(Path.of("cut.mov")).onProgress((bytes, total) -> …));
 * }</pre>
 */
public final class Upload {

    /** The default of how many parts are sent at once. */
    public static final int DEFAULT_PARALLELISM = 4;

    private static final Progress NONE = (bytes, total) -> {};

    private final Content content;
    private final String name;
    private final int parallelism;
    private final Progress progress;

    private Upload(Content content, String name, int parallelism, Progress progress) {
        this.content = content;
        this.name = Objects.requireNonNull(name, "name");
        this.parallelism = atLeastOne("parallelism", parallelism);
        this.progress = Objects.requireNonNull(progress, "progress");
    }

    /** What is uploaded; one of path, stream and source is present. */
    private record Content(
            Optional<Path> path, Optional<InputStream> stream, Optional<Long> size, Optional<URI> source) {}

    static int atLeastOne(String name, int number) {
        if (number < 1) {
            throw new IllegalArgumentException("'" + name + "' must be at least 1.");
        }
        return number;
    }

    /**
     * Creates an upload of a local file under its own name. The file is read while its parts are sent, so it takes
     * hardly any memory.
     *
     * <p>It must be a readable regular file, which is checked before anything is created at Frame.io. It must not be
     * written to until the upload has ended, but it may be deleted or replaced by another file.
     *
     * @param path the file, not null
     * @return the upload
     * @throws IllegalArgumentException if the path has no file name, such as a file system's root
     */
    public static Upload of(Path path) {
        Path name = Objects.requireNonNull(path, "path").getFileName();
        if (name == null || name.toString().isEmpty()) {
            throw new IllegalArgumentException("'path' must name a file.");
        }
        return new Upload(
                new Content(Optional.of(path), Optional.empty(), Optional.empty(), Optional.empty()),
                name.toString(),
                DEFAULT_PARALLELISM,
                NONE);
    }

    /**
     * Creates an upload of a stream's content. The stream is read once, part by part, and isn't closed. The parts that
     * are being sent are kept in memory, so that they can be sent again: at most the size of a part, which Frame.io
     * chooses, times the parallelism.
     *
     * @param stream the content, not null
     * @param name the file's name at Frame.io, not null
     * @param size the number of bytes that the stream holds, at least 1
     * @return the upload
     * @throws IllegalArgumentException if the size is less than 1
     */
    public static Upload of(InputStream stream, String name, long size) {
        Objects.requireNonNull(stream, "stream");
        if (size < 1) {
            throw new IllegalArgumentException("'size' must be at least 1.");
        }
        return new Upload(
                new Content(Optional.empty(), Optional.of(stream), Optional.of(size), Optional.empty()),
                name,
                DEFAULT_PARALLELISM,
                NONE);
    }

    /**
     * Creates a remote upload: Frame.io fetches the file itself, after the call has returned.
     * {@link FilesApi#showFileUploadStatus} shows when the file has arrived.
     *
     * @param source the URL from which Frame.io can fetch the file, not null
     * @param name the file's name at Frame.io, not null
     * @return the upload
     */
    public static Upload from(URI source, String name) {
        Objects.requireNonNull(source, "source");
        return new Upload(
                new Content(Optional.empty(), Optional.empty(), Optional.empty(), Optional.of(source)),
                name,
                DEFAULT_PARALLELISM,
                NONE);
    }

    /**
     * Sets the file's name at Frame.io.
     *
     * @param other the name, not null
     * @return a copy with this change
     */
    public Upload name(String other) {
        return new Upload(content, other, parallelism, progress);
    }

    /**
     * Sets how many parts are sent at once.
     *
     * @param parts the number of parts, at least 1
     * @return a copy with this change
     * @throws IllegalArgumentException if it is less than 1
     */
    public Upload parallelism(int parts) {
        return new Upload(content, name, parts, progress);
    }

    /**
     * Sets the listener that is notified of the progress.
     *
     * @param listener the listener, not null
     * @return a copy with this change
     */
    public Upload onProgress(Progress listener) {
        return new Upload(content, name, parallelism, listener);
    }

    /**
     * The local file to upload.
     *
     * @return the path; empty for a stream or a remote upload
     */
    public Optional<Path> path() {
        return content.path();
    }

    /**
     * The stream to upload.
     *
     * @return the stream; empty for a local file or a remote upload
     */
    public Optional<InputStream> stream() {
        return content.stream();
    }

    /**
     * The size of the stream to upload.
     *
     * @return the number of bytes, at least 1; empty for a local file or a remote upload
     */
    public Optional<Long> size() {
        return content.size();
    }

    /**
     * The URL from which Frame.io fetches the file.
     *
     * @return the URL; empty for a local file or a stream
     */
    public Optional<URI> source() {
        return content.source();
    }

    /**
     * The file's name at Frame.io.
     *
     * @return the name
     */
    public String name() {
        return name;
    }

    /**
     * How many parts are sent at once.
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

    /** Returns no name, path or URL: the URL may be signed. */
    @Override
    public String toString() {
        return "Upload[" + (path().isPresent() ? "path" : stream().isPresent() ? "stream" : "source") + "]";
    }
}
