package io.github.frameiokit.it.app;

import io.github.frameiokit.Action;
import io.github.frameiokit.ActionEvent;
import io.github.frameiokit.response.Message;
import jakarta.enterprise.event.Observes;

/** A handler that beans inherit. */
public abstract class InheritedHandlers {

    Message inherited(@Observes @Action("inherited") ActionEvent event) {
        return Message.of("Inherited", "from a superclass");
    }
}
