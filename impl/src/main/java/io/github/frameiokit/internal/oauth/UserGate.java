package io.github.frameiokit.internal.oauth;

import io.github.frameiokit.ActionEvent;
import io.github.frameiokit.internal.events.Admission;
import io.github.frameiokit.internal.events.KitFields;
import io.github.frameiokit.oauth.AuthorizationUnavailableException;
import io.github.frameiokit.oauth.UserToken;
import io.github.frameiokit.response.ActionResponse;
import io.github.frameiokit.response.Form;
import io.github.frameiokit.response.LinkField;
import io.github.frameiokit.response.Message;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;

/** Lets an action run for a user who has authorized the app, and shows others where to sign in. */
@ApplicationScoped
public class UserGate implements Admission {

    private static final System.Logger LOG = System.getLogger(UserGate.class.getName());

    @Inject
    private Authorizations authorizations;

    @Inject
    private CurrentUser user;

    @Override
    public Optional<ActionResponse> refuse(ActionEvent event, String title) {
        Optional<String> userId = event.userId();
        if (userId.isEmpty()) {
            return Optional.of(
                    Message.of(title, "Frame.io didn't say who you are, so this can't be done in your name."));
        }
        try {
            Optional<UserToken> token = authorizations.find(userId.get());
            token.ifPresent(user::is);
            return token.isPresent() ? Optional.empty() : Optional.of(signIn(event, title));
        } catch (AuthorizationUnavailableException e) {
            LOG.log(System.Logger.Level.WARNING, event + " can't be done at the moment.", e);
            return Optional.of(Message.of(
                    title,
                    "Adobe's sign-in service doesn't answer. You are still signed in; please try again in a while."));
        }
    }

    private ActionResponse signIn(ActionEvent event, String title) {
        return Form.titled(title)
                .description("This is done in your name, so sign in first. Then run the action again.")
                .field(LinkField.of(KitFields.SIGN_IN, "Sign in with Adobe", authorizations.signInUrl(event)))
                .build();
    }
}
