package io.github.frameiokit.internal.transfer;

import java.io.IOException;
import java.net.http.HttpRequest.BodyPublisher;
import java.nio.ByteBuffer;
import java.util.concurrent.Flow;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import java.util.function.LongConsumer;

/**
 * The bytes of a part as a request's body. The JDK's publisher of a stream has pieces of 16 KiB, of which each costs a
 * few calls of the system; these are larger. It can be read once.
 */
final class PartBody implements BodyPublisher {

    private static final int PIECE = 128 * 1024;

    private final long size;
    private final Content content;
    private final LongConsumer count;
    private final Consumer<IOException> failed;

    /**
     * Creates one for one try.
     *
     * @param count gets how many bytes were read, piece by piece
     * @param failed gets the failure to read the content: the HTTP client wraps it in one of its own, which looks as if
     *     the other side had caused it
     */
    PartBody(long size, Content content, LongConsumer count, Consumer<IOException> failed) {
        this.size = size;
        this.content = content;
        this.count = count;
        this.failed = failed;
    }

    /** The source of a part's bytes. */
    @FunctionalInterface
    interface Content {

        /**
         * Reads the bytes at a place of the part.
         *
         * @return at least one byte and at most so many; the buffer isn't used again
         */
        ByteBuffer read(long at, int length) throws IOException;
    }

    @Override
    public long contentLength() {
        return size;
    }

    @Override
    public void subscribe(Flow.Subscriber<? super ByteBuffer> subscriber) {
        subscriber.onSubscribe(new Reading(subscriber));
    }

    private final class Reading implements Flow.Subscription {

        private final Flow.Subscriber<? super ByteBuffer> subscriber;
        private final AtomicLong requested = new AtomicLong();
        private volatile boolean over;
        private long at;

        Reading(Flow.Subscriber<? super ByteBuffer> subscriber) {
            this.subscriber = subscriber;
        }

        /** A subscriber may request more while it gets a piece; the call that is under way then reads on. */
        @Override
        public void request(long more) {
            if (requested.getAndAccumulate(more, Reading::sum) == 0) {
                do {
                    next();
                } while (!over && requested.decrementAndGet() > 0);
            }
        }

        private static long sum(long one, long other) {
            return one + other < 0 ? Long.MAX_VALUE : one + other;
        }

        private void next() {
            if (over) {
                return;
            }
            try {
                ByteBuffer piece = content.read(at, (int) Math.min(PIECE, size - at));
                at += piece.remaining();
                count.accept(piece.remaining());
                over = at == size;
                subscriber.onNext(piece);
                if (at == size) {
                    subscriber.onComplete();
                }
            } catch (IOException e) {
                over = true;
                failed.accept(e);
                subscriber.onError(e);
            }
        }

        @Override
        public void cancel() {
            over = true;
        }
    }
}
