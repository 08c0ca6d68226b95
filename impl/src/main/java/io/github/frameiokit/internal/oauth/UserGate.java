package io.github.frameiokit.internal.oauth;

import io.github.frameiokit.ActionEvent;
import io.github.frameiokit.internal.Causes;
import io.github.frameiokit.internal.events.Admission;
import io.github.frameiokit.oauth.AuthorizationRequiredException;
import io.github.frameiokit.oauth.AuthorizationUnavailableException;
import io.github.frameiokit.oauth.UserToken;
import io.github.frameiokit.response.ActionResponse;
import io.github.frameiokit.response.Message;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;

/** Lets an action run for a user who has authorized the app, and shows other users the sign-in form. */
@ApplicationScoped
public class UserGate implements Admission {

    private static final System.Logger LOG = System.getLogger(UserGate.class.getName());

    @Inject
    private DefaultUserAuthorizations authorizations;

    @Inject
    private CurrentUser user;

    @Inject
    private OAuthConfig config;

    @Override
    public Decision admit(ActionEvent event, String title) {
        Optional<Subject> subject = Subject.of(event);
        if (subject.isEmpty()) {
            return Decision.denied(Message.of(title, config.texts().get("sign-in.unknown-user.description")));
        }
        try {
            Optional<UserToken> token = authorizations.find(event);
            if (token.isEmpty()) {
                return Decision.denied(authorizations.signInForm(event, title));
            }
            user.authorized(token.get(), authorizations.credentials(subject.get()));
            return Decision.admitted();
        } catch (AuthorizationUnavailableException e) {
            return Decision.denied(unavailable(event, title, e));
        }
    }

    @Override
    public Optional<ActionResponse> remedy(ActionEvent event, String title, Throwable failure) {
        for (Throwable cause : Causes.of(failure).toList()) {
            if (cause instanceof AuthorizationRequiredException required && required.isFor(event)) {
                return Optional.of(authorizations.signInForm(event, title));
            }
            if (cause instanceof AuthorizationUnavailableException unavailable) {
                return Optional.of(unavailable(event, title, unavailable));
            }
        }
        return Optional.empty();
    }

    private Message unavailable(ActionEvent event, String title, AuthorizationUnavailableException cause) {
        LOG.log(
                System.Logger.Level.WARNING,
                event + " was not run, since its user's token can't be refreshed now.",
                cause);
        return Message.of(title, config.texts().get("sign-in.unavailable.description"));
    }
}
