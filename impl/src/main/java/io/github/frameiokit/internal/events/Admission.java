package io.github.frameiokit.internal.events;

import io.github.frameiokit.ActionEvent;
import io.github.frameiokit.response.ActionResponse;
import java.util.Optional;

/** Decides whether an action that needs its user's authorization may run. */
public interface Admission {

    /**
     * Whether an action may run.
     *
     * @param instead the response that the user sees instead; empty if the action may run
     */
    record Decision(Optional<ActionResponse> instead) {

        /** The action may run as its user. */
        public static Decision admitted() {
            return new Decision(Optional.empty());
        }

        /** The action may not run; its user sees this response. */
        public static Decision denied(ActionResponse instead) {
            return new Decision(Optional.of(instead));
        }

        public boolean isAdmitted() {
            return instead.isEmpty();
        }
    }

    /**
     * Admits the action's user to the request: its handler can then inject the user's token and client. Decides whether
     * the user has authorized the app.
     *
     * @param title the action's title
     */
    Decision admit(ActionEvent event, String title);

    /**
     * Explains to the user what to do about a handler's failure.
     *
     * @param title the action's title
     * @param failure the exception that the handler threw
     * @return the response, such as a sign-in form; empty if the failure isn't about the user's authorization
     */
    Optional<ActionResponse> remedy(ActionEvent event, String title, Throwable failure);
}
