package io.github.frameiokit.internal.events;

import io.github.frameiokit.response.ActionResponse;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** The result of an event so far: the answer and the failures of handlers. Asynchronous handlers share one exchange. */
final class Exchange {

    /** A handler that threw. */
    record Failure(String handler, Throwable cause) {}

    private final Recording recording;
    private final Predicate<HandlerGuard> called;
    private final Queue<Failure> failures = new ConcurrentLinkedQueue<>();
    private volatile @Nullable ActionResponse answer;

    Exchange(Recording recording, Predicate<HandlerGuard> called) {
        this.recording = recording;
        this.called = called;
    }

    /** Whether the observer is called. */
    boolean calls(HandlerGuard observer) {
        return called.test(observer);
    }

    Recording recording() {
        return recording;
    }

    void failed(String handler, Throwable cause) {
        recording.failed(handler, cause);
        failures.add(new Failure(handler, cause));
    }

    void answered(ActionResponse response) {
        answer = response;
    }

    List<Failure> failures() {
        return List.copyOf(failures);
    }

    Optional<ActionResponse> answer() {
        return Optional.ofNullable(answer);
    }
}
