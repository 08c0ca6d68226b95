package io.github.frameiokit.internal.events;

import io.github.frameiokit.FrameioEvent;

/**
 * Two recordings of the same request. What the first one begins ends last.
 *
 * @param first the first
 * @param second the second
 */
record TwoRecordings(Recording first, Recording second) implements Recording {

    @Override
    public void accepted(Kind kind, FrameioEvent event) {
        first.accepted(kind, event);
        second.accepted(kind, event);
    }

    @Override
    public void dispatched(boolean handled) {
        first.dispatched(handled);
        second.dispatched(handled);
    }

    @Override
    public Run run(Handler.Id handler, boolean async) {
        Run outer = first.run(handler, async);
        Run inner = second.run(handler, async);
        return failure -> {
            inner.ended(failure);
            outer.ended(failure);
        };
    }

    @Override
    public void failed(String handler, Throwable cause) {
        first.failed(handler, cause);
        second.failed(handler, cause);
    }

    @Override
    public void asyncBegins() {
        first.asyncBegins();
        second.asyncBegins();
    }

    @Override
    public void asyncEnded() {
        first.asyncEnded();
        second.asyncEnded();
    }

    @Override
    public void ended(Outcome outcome) {
        second.ended(outcome);
        first.ended(outcome);
    }
}
