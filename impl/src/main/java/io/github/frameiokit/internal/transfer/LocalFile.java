package io.github.frameiokit.internal.transfer;

import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Objects;

/**
 * A local file while it is uploaded. It is opened once for all its parts, so that they belong to one file even if
 * another one takes its name.
 */
final class LocalFile implements AutoCloseable {

    private final Path path;
    private final FileChannel channel;
    private final BasicFileAttributes before;

    private LocalFile(Path path, FileChannel channel, BasicFileAttributes before) {
        this.path = path;
        this.channel = channel;
        this.before = before;
    }

    /**
     * Opens a file.
     *
     * @throws IOException if it doesn't exist, isn't a regular file, or can't be read
     */
    static LocalFile open(Path path) throws IOException {
        BasicFileAttributes attributes = attributes(path);
        if (!attributes.isRegularFile()) {
            throw new FileSystemException(path.toString(), null, "Only a regular file can be uploaded");
        }
        return new LocalFile(path, FileChannel.open(path), attributes);
    }

    private static BasicFileAttributes attributes(Path path) throws IOException {
        return Files.readAttributes(path, BasicFileAttributes.class);
    }

    long size() {
        return before.size();
    }

    /** Whether the file was written to since it was opened, so that its parts may not belong together. */
    boolean hasChanged() throws IOException {
        try {
            BasicFileAttributes now = attributes(path);
            return Objects.equals(now.fileKey(), before.fileKey())
                    && (now.size() != before.size() || !now.lastModifiedTime().equals(before.lastModifiedTime()));
        } catch (NoSuchFileException e) {
            return false; // deleted or renamed, which changes no bytes
        }
    }

    /** Reads at least one byte and at most so many. */
    ByteBuffer read(long at, int length) throws IOException {
        ByteBuffer bytes = ByteBuffer.allocate(length);
        if (channel.read(bytes, at) < 0) {
            throw new EOFException("The file became shorter while it was uploaded.");
        }
        return bytes.flip();
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
