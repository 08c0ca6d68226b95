package io.github.frameiokit.internal.http;

import java.io.IOException;
import java.net.http.HttpResponse.BodySubscriber;
import java.net.http.HttpResponse.BodySubscribers;
import java.net.http.HttpTimeoutException;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Flow;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * A response's body while it arrives. The JDK's client hands it to the caller as soon as the headers are there, and the
 * caller waits for the rest: the client's own limit ends with the headers, so a server that sends a byte now and then
 * could hold a caller forever.
 */
final class Arriving implements BodySubscriber<Arriving> {

    private final BodySubscriber<byte[]> bytes = BodySubscribers.ofByteArray();
    private final CompletableFuture<Arriving> begun = new CompletableFuture<>();
    private Flow.Subscription subscription;

    @SuppressWarnings("NullAway.Init") // subscribing comes first
    Arriving() {}

    /**
     * Waits for the complete body.
     *
     * @throws IOException if it isn't complete in time, or the connection breaks
     * @throws InterruptedException if the thread is interrupted
     */
    byte[] await(long nanos) throws IOException, InterruptedException {
        try {
            return bytes.getBody().toCompletableFuture().get(nanos, TimeUnit.NANOSECONDS);
        } catch (ExecutionException e) {
            throw e.getCause() instanceof IOException io ? io : new IOException(e.getCause());
        } catch (TimeoutException e) {
            subscription.cancel();
            throw new HttpTimeoutException("The response wasn't complete in time.");
        } catch (InterruptedException e) {
            subscription.cancel();
            throw e;
        }
    }

    @Override
    public CompletionStage<Arriving> getBody() {
        return begun;
    }

    @Override
    public void onSubscribe(Flow.Subscription given) {
        subscription = given;
        bytes.onSubscribe(given);
        begun.complete(this);
    }

    @Override
    public void onNext(List<ByteBuffer> buffers) {
        bytes.onNext(buffers);
    }

    @Override
    public void onError(Throwable failure) {
        bytes.onError(failure);
        begun.complete(this); // a failure without a subscription must end the wait, too
    }

    @Override
    public void onComplete() {
        bytes.onComplete();
    }
}
