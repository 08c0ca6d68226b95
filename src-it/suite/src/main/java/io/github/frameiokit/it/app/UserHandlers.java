package io.github.frameiokit.it.app;

import io.github.frameiokit.Action;
import io.github.frameiokit.ActionEvent;
import io.github.frameiokit.client.FrameioClient;
import io.github.frameiokit.oauth.AsUser;
import io.github.frameiokit.oauth.AuthorizationCompleted;
import io.github.frameiokit.oauth.UserAuthorizations;
import io.github.frameiokit.oauth.UserToken;
import io.github.frameiokit.response.ActionResponse;
import io.github.frameiokit.response.Message;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;

/** Actions that act as their users. */
@ApplicationScoped
public class UserHandlers {

    @Inject
    private UserAuthorizations authorizations;

    @Inject
    private JournalResource journal;

    Message export(
            @Observes @Action(value = "export.asset", name = "Export", userAuth = true) ActionEvent event,
            @AsUser FrameioClient frameio,
            UserToken token) {
        return Message.of(
                "Exported",
                "for " + frameio.users().show().email() + ", "
                        + token.userId().equals(event.userId().orElseThrow()));
    }

    ActionResponse ask(@Observes @Action("ask") ActionEvent event) {
        return authorizations
                .find(event)
                .<ActionResponse>map(token -> Message.of("Known", "signed in"))
                .orElseGet(() -> authorizations.signInForm(event, "Unknown"));
    }

    Message signOut(@Observes @Action("sign.out") ActionEvent event) {
        authorizations.remove(event);
        return Message.of("Signed out", "Good bye.");
    }

    void completed(@Observes AuthorizationCompleted completed) {
        journal.note("completed", completed.event().interactionId().orElseThrow());
    }
}
