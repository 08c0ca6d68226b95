package io.github.frameiokit.internal.events;

import io.github.frameiokit.ActionEvent;
import io.github.frameiokit.response.ActionResponse;
import java.util.Optional;

/** Decides whether an action that wants its user's authorization may run. */
public interface Admission {

    /**
     * Lets the action run, or not.
     *
     * @param title the action's title
     * @return what the user sees instead of the action's own answer; empty if the action may run
     */
    Optional<ActionResponse> refuse(ActionEvent event, String title);

    /**
     * Says what the user can do about a handler's failure.
     *
     * @param title the action's title
     * @param failure what the handler threw
     * @return what the user sees, such as where to sign in; empty if the failure isn't about the user's authorization
     */
    Optional<ActionResponse> remedy(ActionEvent event, String title, Throwable failure);
}
