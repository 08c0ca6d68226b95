package io.github.frameiokit.internal.events;

import io.github.frameiokit.FrameioEvent;
import java.util.List;

/** Where accepted events wait for their asynchronous handlers, if that isn't this server's memory. */
public interface Inbox {

    /** No event waits. */
    Inbox NONE = new Inbox() {

        @Override
        public boolean isDurable() {
            return false;
        }

        @Override
        public void add(FrameioEvent event, Original original, List<Handler> handlers) {
            throw new UnsupportedOperationException();
        }
    };

    /**
     * A verified request.
     *
     * @param signature its signature, which only exact copies share
     * @param body its body
     */
    record Original(String signature, String body) {

        /** Without its content. */
        @Override
        public String toString() {
            return "Original[]";
        }
    }

    /** Whether events wait here at all, which doesn't change while the app runs. */
    boolean isDurable();

    /**
     * Stores an event for each of the handlers; returns when it can't be lost any more.
     *
     * @throws RuntimeException if it may be stored for some handlers only, or for none
     */
    void add(FrameioEvent event, Original original, List<Handler> handlers);
}
