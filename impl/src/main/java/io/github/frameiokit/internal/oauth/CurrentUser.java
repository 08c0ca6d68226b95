package io.github.frameiokit.internal.oauth;

import io.github.frameiokit.client.FrameioClient;
import io.github.frameiokit.internal.client.Connections;
import io.github.frameiokit.oauth.AsUser;
import io.github.frameiokit.oauth.UserToken;
import jakarta.enterprise.context.RequestScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Inject;

/**
 * The user whose action is at hand, once authorized. Until then what is injected fails when it is used and not before: on
 * CDI Lite the parameters of every action's handler are made for every action.
 */
@RequestScoped
public class CurrentUser {

    @Inject
    private Connections connections;

    private UserToken token = UserToken.unauthorized();

    /** Takes note of the user. */
    public void is(UserToken authorized) {
        token = authorized;
    }

    /** The user's token, for whoever injects it. */
    @Produces
    public UserToken token() {
        return token;
    }

    /** A client that acts as the user. */
    @Produces
    @AsUser
    public FrameioClient client() {
        return connections.as(token::accessToken);
    }
}
