package io.github.frameiokit.internal.transfer;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Random;
import java.util.concurrent.Flow;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** How the bytes of a part are handed to the HTTP client. */
@Timeout(30)
class PartBodyTest {

    private final byte[] content = new byte[400_001];
    private final AtomicLong counted = new AtomicLong();
    private final AtomicReference<IOException> unreadable = new AtomicReference<>();

    PartBodyTest() {
        new Random(1).nextBytes(content);
    }

    private PartBody body(PartBody.Content source) {
        return new PartBody(content.length, source, counted::addAndGet, unreadable::set);
    }

    private ByteBuffer read(long at, int length) {
        return ByteBuffer.wrap(content, (int) at, length);
    }

    /** Requests more as soon as it gets something, as the HTTP client does. */
    private static class Reader implements Flow.Subscriber<ByteBuffer> {

        final ByteArrayOutputStream got = new ByteArrayOutputStream();
        Flow.Subscription subscription;
        int pieces;
        int completions;
        Throwable failure;

        @Override
        public void onSubscribe(Flow.Subscription given) {
            subscription = given;
        }

        @Override
        public void onNext(ByteBuffer piece) {
            pieces++;
            byte[] bytes = new byte[piece.remaining()];
            piece.get(bytes);
            got.writeBytes(bytes);
            subscription.request(1);
        }

        @Override
        public void onError(Throwable thrown) {
            failure = thrown;
        }

        @Override
        public void onComplete() {
            completions++;
        }
    }

    @Test
    void allPiecesArriveInOrderAndTheEndOnce() {
        Reader reader = new Reader();
        body(this::read).subscribe(reader);
        assertEquals(0, reader.pieces);
        reader.subscription.request(1);
        assertArrayEquals(content, reader.got.toByteArray());
        assertTrue(reader.pieces > 1);
        assertEquals(1, reader.completions);
        assertEquals(content.length, counted.get());
    }

    @Test
    void aSourceMayReadLessThanAPiece() {
        Reader reader = new Reader();
        body((at, length) -> read(at, Math.min(length, 1000))).subscribe(reader);
        reader.subscription.request(1);
        assertArrayEquals(content, reader.got.toByteArray());
    }

    @Test
    void everythingMayBeRequestedAtOnce() {
        Reader reader = new Reader();
        body(this::read).subscribe(reader);
        reader.subscription.request(Long.MAX_VALUE);
        assertArrayEquals(content, reader.got.toByteArray());
        assertEquals(1, reader.completions);
    }

    @Test
    void aPieceThatIsNotRequestedIsNotRead() {
        Reader reader = new Reader() {
            @Override
            public void onNext(ByteBuffer piece) {
                pieces++;
            }
        };
        body(this::read).subscribe(reader);
        reader.subscription.request(2);
        assertEquals(2, reader.pieces);
        assertEquals(0, reader.completions);
    }

    @Test
    void nothingIsReadAfterACancellation() {
        Reader reader = new Reader() {
            @Override
            public void onNext(ByteBuffer piece) {
                super.onNext(piece);
                subscription.cancel();
            }
        };
        body(this::read).subscribe(reader);
        reader.subscription.request(5);
        assertEquals(1, reader.pieces);
        assertEquals(0, reader.completions);
    }

    @Test
    void aFailureOfTheSourceIsReportedAsItIs() {
        IOException broken = new IOException("the disk is broken");
        Reader reader = new Reader();
        body((at, length) -> {
                    throw broken;
                })
                .subscribe(reader);
        reader.subscription.request(1);
        assertSame(broken, reader.failure);
        assertSame(broken, unreadable.get());
        assertEquals(0, reader.completions);
    }
}
