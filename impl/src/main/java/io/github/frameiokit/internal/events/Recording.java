package io.github.frameiokit.internal.events;

import io.github.frameiokit.FrameioEvent;
import org.jspecify.annotations.Nullable;

/**
 * One request while it is handled. The methods are called in the order in which they stand here; those about
 * asynchronous handlers are called on other threads, and perhaps after the request has ended. Implementations throw
 * nothing.
 */
public interface Recording {

    /** Records nothing. */
    Recording NONE = new Recording() {};

    /** A handler that is called. */
    interface Run {

        /** Records nothing. */
        Run NONE = failure -> {};

        /**
         * It has returned or thrown, on the thread that has called it.
         *
         * @param failure what it has thrown; null if it has returned
         */
        void ended(@Nullable Throwable failure);
    }

    /** The request is authentic and authorized, and is this event. */
    default void accepted(Kind kind, FrameioEvent event) {}

    /**
     * The event is dispatched. It isn't if it is a copy.
     *
     * @param handled whether any handler is for it
     */
    default void dispatched(boolean handled) {}

    /** A handler is called on this thread. */
    default Run run(Handler.Id handler, boolean async) {
        return Run.NONE;
    }

    /** A handler, or what CDI had to inject into it, has thrown. */
    default void failed(String handler, Throwable cause) {}

    /** Asynchronous handlers are about to be started. */
    default void asyncBegins() {}

    /** All asynchronous handlers have ended, or could not be started. */
    default void asyncEnded() {}

    /** The request is answered, on the thread on which the recording has begun. */
    default void ended(Outcome outcome) {}
}
