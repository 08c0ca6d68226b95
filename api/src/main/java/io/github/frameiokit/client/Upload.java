package io.github.frameiokit.client;

import java.io.InputStream;
import java.net.URI;
import java.nio.file.Path;
import java.util.Objects;
import java.util.Optional;

/**
 * A file to be uploaded.
 *
 * <pre>{@code
 * frameio.upload(accountId, folderId, Upload.of(Path.of("cut.mov")).onProgress((bytes, total) -> …));
 * }</pre>
 *
 * @param path the file of this machine to upload, if it is one
 * @param stream the stream to upload, if it is one
 * @param source what Frame.io is to fetch, if it is to
 * @param name the file's name at Frame.io
 * @param size how many bytes a stream holds; -1 for others
 * @param parallelism how many parts are sent at once, at least 1
 * @param progress who is told how far it is
 */
public record Upload(
        Optional<Path> path,
        Optional<InputStream> stream,
        Optional<URI> source,
        String name,
        long size,
        int parallelism,
        Progress progress) {

    /** How many parts are sent at once when it isn't said. */
    public static final int DEFAULT_PARALLELISM = 4;

    private static final Progress UNTOLD = (bytes, total) -> {};

    /**
     * Checks that there is one thing to upload.
     *
     * @throws IllegalArgumentException if there is none or several, the size of a stream isn't positive, or the
     *     parallelism is less than 1
     */
    public Upload {
        Objects.requireNonNull(path, "path");
        Objects.requireNonNull(stream, "stream");
        Objects.requireNonNull(source, "source");
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(progress, "progress");
        if ((path.isPresent() ? 1 : 0) + (stream.isPresent() ? 1 : 0) + (source.isPresent() ? 1 : 0) != 1) {
            throw new IllegalArgumentException("Upload a path, a stream or what a URL leads to.");
        }
        if (stream.isPresent() && size <= 0) {
            throw new IllegalArgumentException("The size of the stream must be known and positive.");
        }
        if (parallelism < 1) {
            throw new IllegalArgumentException("At least one part must be sent at once.");
        }
    }

    /**
     * A file of this machine, under its own name. It is read as its parts are sent, so it takes hardly any memory.
     *
     * <p>The file must be a regular one that can be read, which is checked before anything is created at Frame.io. It
     * must not be written to until the upload has ended. It may be deleted or replaced by another.
     *
     * @param path the file, not null
     * @return the upload
     * @throws IllegalArgumentException if the path has no name, as a file system's root has none
     */
    public static Upload of(Path path) {
        Path name = Objects.requireNonNull(path, "path").getFileName();
        if (name == null || name.toString().isEmpty()) {
            throw new IllegalArgumentException("'path' must name a file.");
        }
        return new Upload(
                Optional.of(path),
                Optional.empty(),
                Optional.empty(),
                name.toString(),
                -1,
                DEFAULT_PARALLELISM,
                UNTOLD);
    }

    /**
     * What a stream holds. It is read once, part by part, and not closed. The parts under way are kept in memory, so
     * that they can be sent again: at most the size of a part (which Frame.io chooses) times the parallelism.
     *
     * @param stream the content, not null
     * @param name the file's name at Frame.io, not null
     * @param size how many bytes the stream holds
     * @return the upload
     * @throws IllegalArgumentException if the size isn't positive
     */
    public static Upload of(InputStream stream, String name, long size) {
        return new Upload(
                Optional.empty(),
                Optional.of(Objects.requireNonNull(stream, "stream")),
                Optional.empty(),
                name,
                size,
                DEFAULT_PARALLELISM,
                UNTOLD);
    }

    /**
     * What Frame.io fetches by itself, which goes on after the call; {@link FilesApi#showFileUploadStatus} tells when
     * it is there.
     *
     * @param source where Frame.io can fetch it, not null
     * @param name the file's name at Frame.io, not null
     * @return the upload
     */
    public static Upload from(URI source, String name) {
        return new Upload(
                Optional.empty(),
                Optional.empty(),
                Optional.of(Objects.requireNonNull(source, "source")),
                name,
                -1,
                DEFAULT_PARALLELISM,
                UNTOLD);
    }

    /**
     * The same under another name.
     *
     * @param other the file's name at Frame.io, not null
     * @return a new upload
     */
    public Upload name(String other) {
        return new Upload(path, stream, source, other, size, parallelism, progress);
    }

    /**
     * The same with more or fewer parts at once.
     *
     * @param parts how many, at least 1
     * @return a new upload
     * @throws IllegalArgumentException if it is less than 1
     */
    public Upload parallelism(int parts) {
        return new Upload(path, stream, source, name, size, parts, progress);
    }

    /**
     * The same with someone who is told how far it is.
     *
     * @param listener the listener, not null
     * @return a new upload
     */
    public Upload onProgress(Progress listener) {
        return new Upload(path, stream, source, name, size, parallelism, listener);
    }

    /** Without the name, the path or the address: the latter may be signed. */
    @Override
    public String toString() {
        return "Upload[" + (path.isPresent() ? "path" : stream.isPresent() ? "stream" : "source") + "]";
    }
}
