package io.github.frameiokit.internal.client;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.function.LongConsumer;

/** Tells how much was read. */
final class CountingStream extends FilterInputStream {

    private final LongConsumer count;

    CountingStream(InputStream in, LongConsumer count) {
        super(in);
        this.count = count;
    }

    @Override
    public int read() throws IOException {
        int read = super.read();
        if (read >= 0) {
            count.accept(1);
        }
        return read;
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
        int read = super.read(buffer, offset, length);
        if (read > 0) {
            count.accept(read);
        }
        return read;
    }
}
