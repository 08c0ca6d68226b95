package io.github.frameiokit.internal.transfer;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.function.Consumer;
import java.util.function.LongConsumer;

/**
 * Reports how many bytes were read, and whether reading failed: the HTTP client wraps such a failure in one of its own,
 * which looks as if the other side had caused it.
 */
final class CountingStream extends FilterInputStream {

    private final LongConsumer count;
    private final Consumer<IOException> failed;

    CountingStream(InputStream in, LongConsumer count, Consumer<IOException> failed) {
        super(in);
        this.count = count;
        this.failed = failed;
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
        try {
            int read = super.read(buffer, offset, length);
            if (read > 0) {
                count.accept(read);
            }
            return read;
        } catch (IOException e) {
            failed.accept(e);
            throw e;
        }
    }
}
