package io.github.frameiokit.internal.transfer;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.AccessDeniedException;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileStore;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.BasicFileAttributes;

/**
 * The bytes of a file that have arrived: always its beginning, so that its length shows where to continue, even after a
 * crash. It lies beside the target, because only there it can become the target in one step. One thread writes at a
 * time; any thread may ask for the size.
 */
final class PartFile implements AutoCloseable {

    /** The JDK copies what is written to memory outside the heap, as much as is written at once, and keeps it. */
    private static final int PIECE = 256 * 1024;

    private final Path path;
    private final Path target;
    private final Original original;
    private final Runnable released;
    private final FileChannel channel;
    private volatile long size;
    private boolean kept;
    private boolean moved;

    /**
     * Takes over an open part.
     *
     * @param kept whether another download can continue it if this one fails
     * @param released runs when the part is closed
     */
    PartFile(Path path, Path target, Original original, boolean kept, FileChannel channel, Runnable released)
            throws IOException {
        this.path = path;
        this.target = target;
        this.original = original;
        this.kept = kept;
        this.channel = channel;
        this.released = released;
        size = channel.size();
        if (size > original.size()) {
            restart();
        }
        channel.position(size);
    }

    /**
     * Checks the target before anything is downloaded.
     *
     * @throws IOException if the target can't be written
     */
    static void check(Path target) throws IOException {
        Path folder = target.getParent();
        if (folder == null || Files.isDirectory(target)) {
            throw new FileSystemException(target.toString(), null, "The target is a folder; add the file's name");
        }
        if (!Files.isDirectory(folder)) {
            throw new NoSuchFileException(
                    folder.toString(), null, "The target's folder doesn't exist; create it first");
        }
        if (!Files.isWritable(folder)) {
            throw new AccessDeniedException(
                    folder.toString(), null, "The target's folder must be writable, for the parts that arrive, too");
        }
        try {
            if (attributes(target).isOther()) {
                throw new FileSystemException(target.toString(), null, "The target is a device or a pipe, not a file");
            }
        } catch (NoSuchFileException e) {
            // to be created
        }
    }

    /** The attributes of a file or a link itself. */
    static BasicFileAttributes attributes(Path path) throws IOException {
        return Files.readAttributes(path, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
    }

    /** How many bytes have arrived. */
    long size() {
        return size;
    }

    /** Checks that there is room for the rest, if the file system says how much there is. */
    void checkRoom() throws IOException {
        long room;
        try {
            FileStore store = Files.getFileStore(path);
            room = store.getTotalSpace() > 0 ? store.getUsableSpace() : Long.MAX_VALUE;
        } catch (IOException e) {
            return; // it doesn't say
        }
        if (room < original.size() - size) {
            throw new FileSystemException(
                    target.toString(),
                    null,
                    "The download needs " + (original.size() - size) + " more bytes; " + room + " are free");
        }
    }

    @SuppressWarnings("NonAtomicVolatileUpdate") // one thread writes at a time
    void write(ByteBuffer bytes) {
        try {
            while (bytes.hasRemaining()) {
                ByteBuffer piece = bytes.slice(bytes.position(), Math.min(PIECE, bytes.remaining()));
                int written = channel.write(piece);
                bytes.position(bytes.position() + written);
                size += written;
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Deletes the bytes that have arrived. */
    void restart() throws IOException {
        channel.truncate(0);
        size = 0;
    }

    /** The content has been replaced, so no download can continue this part. */
    void discard() {
        kept = false;
    }

    /** Replaces the target by the part, which must be complete. */
    void becomeTarget() throws IOException {
        channel.force(true);
        if (size != original.size() || channel.size() != size) {
            kept = false;
            throw new FileSystemException(path.toString(), null, "Another program has written to the part");
        }
        channel.close();
        check(target);
        takePermissions();
        try {
            Files.move(path, target, StandardCopyOption.ATOMIC_MOVE);
        } catch (AtomicMoveNotSupportedException | FileAlreadyExistsException e) {
            Files.move(path, target, StandardCopyOption.REPLACE_EXISTING);
        }
        moved = true;
    }

    /** Takes the target's permissions, so that a file that only some may read stays so. */
    private void takePermissions() throws IOException {
        if (path.getFileSystem().supportedFileAttributeViews().contains("posix")
                && Files.isRegularFile(target, LinkOption.NOFOLLOW_LINKS)) {
            Files.setPosixFilePermissions(path, Files.getPosixFilePermissions(target, LinkOption.NOFOLLOW_LINKS));
        }
    }

    /** Keeps the part only if another download can continue it. */
    @Override
    public void close() throws IOException {
        try (channel) {
            if (!moved && (!kept || size == 0)) {
                Files.deleteIfExists(path);
            }
        } finally {
            released.run();
        }
    }
}
