package io.github.frameiokit.it.app;

import io.github.frameiokit.Action;
import io.github.frameiokit.ActionEvent;
import io.github.frameiokit.oauth.UserAuthorizations;
import io.github.frameiokit.response.Message;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;

/** Asks for its users' authorizations in its own code, without {@code userAuth}. */
@ApplicationScoped
public class AskingHandlers {

    @Inject
    private UserAuthorizations authorizations;

    Message ask(@Observes @Action("ask") ActionEvent event) {
        return Message.of("Known", Boolean.toString(authorizations.find(event).isPresent()));
    }
}
