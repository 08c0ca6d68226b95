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
    public Optional<ActionResponse> refuse(ActionEvent event, String title) {
        Optional<Subject> subject = Subject.of(event);
        if (subject.isEmpty()) {
            return Optional.of(Message.of(title, config.texts().get("sign-in.unknown-user.description")));
        }
        try {
            Optional<UserToken> token = authorizations.find(event);
            token.ifPresent(it -> user.authorized(it, authorizations.credentials(subject.get())));
            return token.isPresent() ? Optional.empty() : Optional.of(authorizations.signInForm(event, title));
        } catch (AuthorizationUnavailableException e) {
            return Optional.of(unavailable(event, title, e));
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
