package io.github.frameiokit.internal.client;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Path;

/** Some bytes of a file. */
final class FileSlice extends FilterInputStream {

    private long left;

    private FileSlice(InputStream in, long size) {
        super(in);
        left = size;
    }

    static InputStream open(Path path, long offset, long size) throws IOException {
        FileChannel channel = FileChannel.open(path);
        channel.position(offset);
        return new FileSlice(Channels.newInputStream(channel), size);
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
        if (left == 0) {
            return -1;
        }
        int read = super.read(buffer, offset, (int) Math.min(length, left));
        left -= Math.max(read, 0);
        return read;
    }
}
