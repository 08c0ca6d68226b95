package io.github.frameiokit.internal.oauth;

import io.github.frameiokit.client.FrameioClient;
import io.github.frameiokit.internal.client.Connections;
import io.github.frameiokit.oauth.AsUser;
import io.github.frameiokit.oauth.UserToken;
import jakarta.enterprise.context.RequestScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Inject;
import java.util.Optional;

/** The user whose action is at hand, once authorized. */
@RequestScoped
public class CurrentUser {

    @Inject
    private Connections connections;

    private Optional<UserToken> token = Optional.empty();

    /** Takes note of the user. */
    public void is(UserToken authorized) {
        token = Optional.of(authorized);
    }

    /** The user's token, for whoever injects it. */
    @Produces
    public UserToken token() {
        return token.orElseThrow(
                () -> new IllegalStateException("UserToken and @AsUser FrameioClient can be injected into"
                        + " handlers of an @Action with userAuth = true only; elsewhere ask UserAuthorizations."));
    }

    /** A client that acts as the user. */
    @Produces
    @AsUser
    public FrameioClient client() {
        return connections.as(token().accessToken());
    }
}
