package io.github.frameiokit.internal.transfer;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.AccessDeniedException;
import java.nio.file.AccessMode;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.CopyOption;
import java.nio.file.FileStore;
import java.nio.file.LinkOption;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.FileAttributeView;
import java.nio.file.attribute.FileOwnerAttributeView;
import java.nio.file.attribute.FileStoreAttributeView;
import java.nio.file.attribute.UserPrincipal;
import java.util.List;
import java.util.Set;

/** This machine's files, through a file system that lacks what a test wants it to lack. */
final class OddFiles extends ForwardingFiles {

    private boolean withoutLocks;
    private boolean withoutAtomicMoves;
    private boolean unreadable;
    private boolean unwritable;
    private Path foreign;
    private long free = Long.MAX_VALUE;
    private long toWrite = Long.MAX_VALUE;

    OddFiles withoutLocks() {
        withoutLocks = true;
        return this;
    }

    OddFiles withoutAtomicMoves() {
        withoutAtomicMoves = true;
        return this;
    }

    OddFiles unreadable() {
        unreadable = true;
        return this;
    }

    OddFiles unwritable() {
        unwritable = true;
        return this;
    }

    /** Says that a file is somebody else's. */
    OddFiles foreign(Path path) {
        foreign = path;
        return this;
    }

    /** Says that so many bytes are free. */
    OddFiles free(long bytes) {
        free = bytes;
        return this;
    }

    /** Fails, without a word before, after so many bytes were written. */
    OddFiles fullAfter(long bytes) {
        toWrite = bytes;
        return this;
    }

    @Override
    public FileChannel newFileChannel(Path path, Set<? extends OpenOption> options, FileAttribute<?>... attributes)
            throws IOException {
        if (unreadable) {
            throw new AccessDeniedException(path.toString());
        }
        return new OddChannel(super.newFileChannel(path, options, attributes));
    }

    @Override
    public void move(Path source, Path target, CopyOption... options) throws IOException {
        if (withoutAtomicMoves && List.of(options).contains(StandardCopyOption.ATOMIC_MOVE)) {
            throw new AtomicMoveNotSupportedException(source.toString(), target.toString(), "not here");
        }
        super.move(source, target, options);
    }

    @Override
    public void checkAccess(Path path, AccessMode... modes) throws IOException {
        if (unwritable && List.of(modes).contains(AccessMode.WRITE)) {
            throw new AccessDeniedException(path.toString());
        }
        super.checkAccess(path, modes);
    }

    @Override
    public FileStore getFileStore(Path path) {
        return new OddStore();
    }

    @Override
    public <V extends FileAttributeView> V getFileAttributeView(Path path, Class<V> type, LinkOption... options) {
        if (type == FileOwnerAttributeView.class && real(path).equals(foreign)) {
            return type.cast(new OddOwner());
        }
        return super.getFileAttributeView(path, type, options);
    }

    private static final class OddOwner implements FileOwnerAttributeView {

        @Override
        public String name() {
            return "owner";
        }

        @Override
        public UserPrincipal getOwner() {
            return () -> "somebody else";
        }

        @Override
        public void setOwner(UserPrincipal owner) {
            throw new UnsupportedOperationException();
        }
    }

    private final class OddStore extends FileStore {

        @Override
        public String name() {
            return "odd";
        }

        @Override
        public String type() {
            return "odd";
        }

        @Override
        public boolean isReadOnly() {
            return false;
        }

        @Override
        public long getTotalSpace() {
            return Long.MAX_VALUE;
        }

        @Override
        public long getUsableSpace() {
            return free;
        }

        @Override
        public long getUnallocatedSpace() {
            return free;
        }

        @Override
        public boolean supportsFileAttributeView(Class<? extends FileAttributeView> type) {
            return true;
        }

        @Override
        public boolean supportsFileAttributeView(String name) {
            return true;
        }

        @Override
        public <V extends FileStoreAttributeView> V getFileStoreAttributeView(Class<V> type) {
            return null;
        }

        @Override
        public Object getAttribute(String attribute) {
            throw new UnsupportedOperationException();
        }
    }

    private final class OddChannel extends ForwardingChannel {

        OddChannel(FileChannel real) {
            super(real);
        }

        @Override
        public FileLock tryLock(long position, long size, boolean shared) throws IOException {
            if (withoutLocks) {
                throw new IOException("No locks available");
            }
            return super.tryLock(position, size, shared);
        }

        @Override
        public int write(ByteBuffer bytes) throws IOException {
            if (toWrite == 0) {
                throw new IOException("No space left on device");
            }
            int now = (int) Math.min(bytes.remaining(), toWrite);
            super.write(bytes.slice(bytes.position(), now));
            bytes.position(bytes.position() + now);
            toWrite -= now;
            return now;
        }
    }
}
