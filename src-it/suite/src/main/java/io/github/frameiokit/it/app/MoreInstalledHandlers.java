package io.github.frameiokit.it.app;

import io.github.frameiokit.Action;
import io.github.frameiokit.ActionEvent;
import io.github.frameiokit.response.Message;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

/** What a newer version of the app also handles. */
@ApplicationScoped
public class MoreInstalledHandlers {

    Message more(@Observes @Action(value = "more", name = "More") ActionEvent event) {
        return Message.of("More", "");
    }
}
