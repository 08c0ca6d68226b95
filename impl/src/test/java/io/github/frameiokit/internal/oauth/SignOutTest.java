package io.github.frameiokit.internal.oauth;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.frameiokit.oauth.UserAuthorizations;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** A user signs out. */
class SignOutTest extends OAuthScenario {

    @Test
    void revokesTheTokenAtAdobe() {
        signIn();
        String token = find(node).orElseThrow().accessToken();
        node.select(UserAuthorizations.class).get().remove(ACCOUNT, ADA);
        assertEquals(Optional.empty(), find(node));
        assertEquals(Optional.empty(), ims.userOf(token));
    }

    @Test
    void worksWhileAdobeIsDown() {
        signIn();
        ims.down(true);
        node.select(UserAuthorizations.class).get().remove(ACCOUNT, ADA);
        assertEquals(Optional.empty(), find(node));
    }
}
