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
}
