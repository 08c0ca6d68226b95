package io.github.frameiokit.internal.transfer;

import io.github.frameiokit.client.TransferException;
import io.github.frameiokit.internal.Sha256;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.AccessDeniedException;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileStore;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Set;
import java.util.UUID;

/**
 * What has arrived of a file: always its beginning, so that its length is the place to go on, also after a crash. It
 * lies beside the target, because only there it can become the target in one step.
 *
 * <p>Its name holds a digest of the content's {@linkplain Original state}. So a part is only ever continued with the
 * content that it began with, and there is no second file that a crash could leave in disagreement. The name is as long
 * for any target and any id.
 *
 * <p>A state that can't be told from another, or a file system without locks, gets a part with a name of its own, which
 * nobody else writes to and nobody continues.
 */
final class PartFile implements AutoCloseable {

    private static final Set<OpenOption> EXISTING = Set.of(StandardOpenOption.READ, StandardOpenOption.WRITE);
    private static final Set<OpenOption> EXISTING_NO_LINK =
            Set.of(StandardOpenOption.READ, StandardOpenOption.WRITE, LinkOption.NOFOLLOW_LINKS);
    /** A link that is there already isn't followed either. */
    private static final Set<OpenOption> NEW =
            Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.READ, StandardOpenOption.WRITE);

    private static final String SUFFIX = ".part";
    private static final int DIGEST_BYTES = 16;

    private final Path path;
    private final Path target;
    private final Original original;
    private final Set<Path> inUse;
    private final FileChannel channel;
    private volatile long size;
    private boolean kept;
    private boolean moved;

    private PartFile(Path path, Path target, Original original, boolean kept, Set<Path> inUse, FileChannel channel)
            throws IOException {
        this.path = path;
        this.target = target;
        this.original = original;
        this.kept = kept;
        this.inUse = inUse;
        this.channel = channel;
        size = channel.size();
        if (size > original.size()) {
            restart();
        }
        channel.position(size);
    }

    /**
     * Checks what can be known before anything is fetched.
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

    private static BasicFileAttributes attributes(Path path) throws IOException {
        return Files.readAttributes(path, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
    }

    /**
     * Opens the part that goes on with this content, or a new one.
     *
     * @param inUse the parts that this app has open
     * @throws TransferException if somebody else downloads the same to the same place
     */
    static PartFile open(Path target, String fileId, Original original, Set<Path> inUse) throws IOException {
        Path folder = target.getParent().toRealPath();
        String begin = "frameio-" + digest(target.getFileName().toString(), fileId) + "-";
        PartFile part = null;
        if (original.isIdentified()) {
            Path shared = folder.resolve(begin + digest(original.identity()) + SUFFIX);
            part = open(shared, target, fileId, original, true, inUse);
        }
        if (part == null) {
            Path own = folder.resolve(begin + UUID.randomUUID() + SUFFIX);
            part = open(own, target, fileId, original, false, inUse);
        }
        if (part.size == 0) {
            deleteOthers(folder, begin, inUse);
        }
        return part;
    }

    /** Opens a part; null if others may write to it, too, and nothing would keep them from it. */
    private static PartFile open(
            Path path, Path target, String fileId, Original original, boolean shared, Set<Path> inUse)
            throws IOException {
        if (!inUse.add(path)) {
            throw busy(fileId, null);
        }
        FileChannel channel = null;
        PartFile part = null;
        try {
            channel = open(path);
            if (lock(channel, fileId) || !shared) {
                part = new PartFile(path, target, original, shared, inUse, channel);
            } else if (channel.size() == 0) {
                Files.delete(path);
            }
            return part;
        } finally {
            if (part == null) {
                inUse.remove(path);
                if (channel != null) {
                    channel.close();
                }
            }
        }
    }

    /**
     * A file that others planted under the part's name could make us write to theirs, or go on with what they wrote.
     */
    private static FileChannel open(Path path) throws IOException {
        try {
            return FileChannel.open(path, NEW);
        } catch (FileAlreadyExistsException e) {
            if (!attributes(path).isRegularFile() || hasOtherNames(path) || !isOurs(path)) {
                throw new FileSystemException(
                        path.toString(), null, "This isn't a part of a download, but has its name; delete it");
            }
            return openExisting(path);
        }
    }

    /** File systems without links, such as that of a ZIP file, don't know the option. */
    private static FileChannel openExisting(Path path) throws IOException {
        try {
            return FileChannel.open(path, EXISTING_NO_LINK);
        } catch (IllegalArgumentException | UnsupportedOperationException e) {
            return FileChannel.open(path, EXISTING);
        }
    }

    /** Java doesn't tell who we are, but who owns what we create. */
    private static boolean isOurs(Path path) throws IOException {
        if (!path.getFileSystem().supportedFileAttributeViews().contains("owner")) {
            return true;
        }
        Path own = Files.createFile(path.resolveSibling(path.getFileName() + "." + UUID.randomUUID()));
        try {
            return Files.getOwner(own).equals(Files.getOwner(path, LinkOption.NOFOLLOW_LINKS));
        } finally {
            Files.delete(own);
        }
    }

    private static boolean hasOtherNames(Path path) throws IOException {
        return path.getFileSystem().supportedFileAttributeViews().contains("unix")
                && (int) Files.getAttribute(path, "unix:nlink", LinkOption.NOFOLLOW_LINKS) > 1;
    }

    /** Whether the part is now locked against others; not on file systems without locks. */
    private static boolean lock(FileChannel channel, String fileId) {
        try {
            if (channel.tryLock() != null) {
                return true;
            }
        } catch (OverlappingFileLockException e) {
            throw busy(fileId, e);
        } catch (IOException | UnsupportedOperationException e) {
            return false;
        }
        throw busy(fileId, null);
    }

    private static TransferException busy(String fileId, Exception cause) {
        return new TransferException("The file is being downloaded to the same place already.", fileId, cause);
    }

    /** Parts of content that has been replaced since, which nobody will go on with. */
    private static void deleteOthers(Path folder, String begin, Set<Path> inUse) {
        try (DirectoryStream<Path> parts = Files.newDirectoryStream(folder, begin + "*" + SUFFIX)) {
            for (Path part : parts) {
                if (inUse.add(part)) {
                    try {
                        deleteUnlocked(part);
                    } finally {
                        inUse.remove(part);
                    }
                }
            }
        } catch (IOException | DirectoryIteratorException e) {
            // they only take room
        }
    }

    private static void deleteUnlocked(Path part) throws IOException {
        if (attributes(part).isRegularFile()) {
            try (FileChannel channel = openExisting(part)) {
                if (channel.tryLock() != null) {
                    Files.delete(part);
                }
            } catch (OverlappingFileLockException e) {
                // another app of this server is at it
            }
        }
    }

    /** Texts of any characters and length, none of which can be taken for a piece of another. */
    private static String digest(String... texts) {
        StringBuilder all = new StringBuilder();
        for (String text : texts) {
            all.append(text.length()).append(':').append(text);
        }
        return HexFormat.of().formatHex(Arrays.copyOf(Sha256.of(all.toString()), DIGEST_BYTES));
    }

    /** How much has arrived. */
    long size() {
        return size;
    }

    /** Checks that there is room for the rest, where the file system tells. */
    void checkRoom() throws IOException {
        long room;
        try {
            FileStore store = Files.getFileStore(path);
            room = store.getTotalSpace() > 0 ? store.getUsableSpace() : Long.MAX_VALUE;
        } catch (IOException e) {
            return; // it doesn't tell
        }
        if (room < original.size() - size) {
            throw new FileSystemException(
                    target.toString(),
                    null,
                    "The download needs " + (original.size() - size) + " more bytes; " + room + " are free");
        }
    }

    void write(ByteBuffer bytes) {
        try {
            while (bytes.hasRemaining()) {
                size += channel.write(bytes);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Forgets what has arrived. */
    void restart() throws IOException {
        channel.truncate(0);
        size = 0;
    }

    /** The content has been replaced, so nobody will go on with this. */
    void discard() {
        kept = false;
    }

    /** Puts what has arrived, which must be all, in the target's place. */
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

    /** What only some may read stays so. */
    private void takePermissions() throws IOException {
        if (path.getFileSystem().supportedFileAttributeViews().contains("posix")
                && Files.isRegularFile(target, LinkOption.NOFOLLOW_LINKS)) {
            Files.setPosixFilePermissions(path, Files.getPosixFilePermissions(target, LinkOption.NOFOLLOW_LINKS));
        }
    }

    /** Leaves what has arrived for another try, if that could go on with it. */
    @Override
    public void close() throws IOException {
        try (channel) {
            if (!moved && (!kept || size == 0)) {
                Files.deleteIfExists(path);
            }
        } finally {
            inUse.remove(path);
        }
    }
}
