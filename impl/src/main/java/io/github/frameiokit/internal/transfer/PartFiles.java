package io.github.frameiokit.internal.transfer;

import io.github.frameiokit.client.TransferException;
import io.github.frameiokit.internal.Sha256;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * Finds, opens and locks the {@linkplain PartFile parts} of an app's downloads. Thread-safe.
 *
 * <p>A part's name contains a digest of the content's {@linkplain Original state}. So a part is only continued with the
 * content that it began with, without a second file that could contradict it after a crash. The name has the same
 * length for any target and any id.
 *
 * <p>If nothing identifies the state, or the file system has no locks, a part gets a unique name, so that no other
 * download writes to it or continues it.
 */
final class PartFiles {

    private static final Set<OpenOption> EXISTING = Set.of(StandardOpenOption.READ, StandardOpenOption.WRITE);
    private static final Set<OpenOption> EXISTING_NO_LINK =
            Set.of(StandardOpenOption.READ, StandardOpenOption.WRITE, LinkOption.NOFOLLOW_LINKS);
    /** A link that is there already isn't followed either. */
    private static final Set<OpenOption> NEW =
            Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.READ, StandardOpenOption.WRITE);

    private static final String SUFFIX = ".part";
    private static final int DIGEST_BYTES = 16;

    /** The parts that this app has open. */
    private final Set<Path> inUse = ConcurrentHashMap.newKeySet();

    /**
     * Opens the part that continues this content, or a new one.
     *
     * @throws TransferException if another download of the same file to the same place is running
     */
    PartFile open(Path target, String fileId, Original original) throws IOException {
        Path folder = Objects.requireNonNull(target.getParent()).toRealPath();
        String begin = "frameio-" + digest(target.getFileName().toString(), fileId) + "-";
        PartFile part = null;
        if (original.isIdentified()) {
            Path shared = folder.resolve(begin + digest(original.identity()) + SUFFIX);
            part = open(shared, target, fileId, original, true);
        }
        if (part == null) {
            Path own = folder.resolve(begin + UUID.randomUUID() + SUFFIX);
            part = Objects.requireNonNull(open(own, target, fileId, original, false));
        }
        if (part.size() == 0) {
            deleteOthers(folder, begin);
        }
        return part;
    }

    /** Opens a part; null if it is shared, but can't be locked against others. */
    private @Nullable PartFile open(Path path, Path target, String fileId, Original original, boolean shared)
            throws IOException {
        if (!inUse.add(path)) {
            throw busy(fileId, null);
        }
        FileChannel channel = null;
        PartFile part = null;
        try {
            channel = open(path);
            if (lock(channel, fileId) || !shared) {
                part = new PartFile(path, target, original, shared, channel, () -> inUse.remove(path));
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
     * Checks an existing file. One that another user has planted under the part's name could make the kit write to that
     * user's file, or continue what that user wrote.
     */
    private static FileChannel open(Path path) throws IOException {
        try {
            return FileChannel.open(path, NEW);
        } catch (FileAlreadyExistsException e) {
            if (!PartFile.attributes(path).isRegularFile() || hasOtherNames(path) || !isOurs(path)) {
                throw new FileSystemException(
                        path.toString(), null, "This isn't a part of a download, but has its name; delete it");
            }
            return openExisting(path);
        }
    }

    /** File systems without links, such as that of a ZIP file, don't support the option. */
    private static FileChannel openExisting(Path path) throws IOException {
        try {
            return FileChannel.open(path, EXISTING_NO_LINK);
        } catch (IllegalArgumentException | UnsupportedOperationException e) {
            return FileChannel.open(path, EXISTING);
        }
    }

    /** Java doesn't say which user this process has, but who owns a file that it creates. */
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

    /** Whether the part is now locked against others; false on file systems without locks. */
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

    private static TransferException busy(String fileId, @Nullable Exception cause) {
        return new TransferException("The file is being downloaded to the same place already.", fileId, cause);
    }

    /** Deletes parts of content that has been replaced since, which no download can continue. */
    private void deleteOthers(Path folder, String begin) {
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
            // they only take up room
        }
    }

    private static void deleteUnlocked(Path part) throws IOException {
        if (PartFile.attributes(part).isRegularFile()) {
            try (FileChannel channel = openExisting(part)) {
                if (channel.tryLock() != null) {
                    Files.delete(part);
                }
            } catch (OverlappingFileLockException e) {
                // another app of this server is downloading it
            }
        }
    }

    /** A digest of texts; the lengths keep different texts from being joined to the same one. */
    private static String digest(String... texts) {
        StringBuilder all = new StringBuilder();
        for (String text : texts) {
            all.append(text.length()).append(':').append(text);
        }
        return HexFormat.of().formatHex(Arrays.copyOf(Sha256.of(all.toString()), DIGEST_BYTES));
    }
}
