package io.github.frameiokit.internal.transfer;

import java.io.ByteArrayOutputStream;
import java.net.http.HttpResponse.BodyHandler;
import java.net.http.HttpResponse.BodySubscriber;
import java.net.http.HttpResponse.BodySubscribers;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;

/**
 * Passes on the bytes of a response as they arrive. If there are more than expected, it closes the connection instead
 * of reading on: a storage that ignores ranges sends the whole file.
 */
final class Intake implements BodySubscriber<byte[]> {

    private static final int BEGINNING = 8 * 1024;

    private final long limit;
    private final Consumer<ByteBuffer> sink;
    private final AtomicLong arrived;
    private final CompletableFuture<byte[]> body = new CompletableFuture<>();
    private Flow.Subscription subscription;

    /**
     * Creates one for one response.
     *
     * @param limit the most bytes that the sink gets
     * @param sink gets the bytes; its exception closes the connection and becomes the failure
     * @param arrived counts the bytes; above the limit if there were more
     */
    @SuppressWarnings("NullAway.Init") // subscribing comes first
    Intake(long limit, Consumer<ByteBuffer> sink, AtomicLong arrived) {
        this.limit = limit;
        this.sink = sink;
        this.arrived = arrived;
    }

    /** Reads only the beginning of a response, which has the storage's error code. */
    static BodyHandler<byte[]> beginning() {
        return response -> {
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            Consumer<ByteBuffer> sink = buffer -> {
                while (buffer.hasRemaining()) {
                    bytes.write(buffer.get());
                }
            };
            return BodySubscribers.mapping(
                    new Intake(BEGINNING, sink, new AtomicLong()), nothing -> bytes.toByteArray());
        };
    }

    @Override
    public CompletionStage<byte[]> getBody() {
        return body;
    }

    @Override
    public void onSubscribe(Flow.Subscription given) {
        subscription = given;
        given.request(Long.MAX_VALUE);
    }

    @Override
    public void onNext(List<ByteBuffer> buffers) {
        try {
            for (ByteBuffer buffer : buffers) {
                if (body.isDone()) {
                    return;
                }
                int more = buffer.remaining();
                int wanted = (int) Math.min(more, limit - arrived.get());
                sink.accept(buffer.slice(buffer.position(), wanted));
                arrived.addAndGet(more);
                if (wanted < more) {
                    subscription.cancel();
                    onComplete();
                }
            }
        } catch (RuntimeException e) {
            subscription.cancel();
            onError(e);
        }
    }

    @Override
    public void onError(Throwable failure) {
        body.completeExceptionally(failure);
    }

    @Override
    public void onComplete() {
        body.complete(new byte[0]);
    }
}
