package io.github.frameiokit.internal.events;

import io.github.frameiokit.ActionEvent;

/** The app's state that lives through the steps of an interaction. */
public interface Interactions {

    /** Begins a step on this thread. */
    Step begin(ActionEvent event);

    /** A step of an interaction. */
    interface Step {

        /** The handlers have returned or failed; ends the use of the state on this thread. */
        void leave();

        /**
         * The handlers have succeeded; stores the state for the next step, or removes it.
         *
         * @param asks whether there can be a next step
         * @throws RuntimeException if the state can't be stored
         */
        void end(boolean asks);
    }
}
