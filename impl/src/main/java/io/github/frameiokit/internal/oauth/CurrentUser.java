package io.github.frameiokit.internal.oauth;

import io.github.frameiokit.internal.ims.Credentials;
import io.github.frameiokit.oauth.UserToken;
import jakarta.enterprise.context.RequestScoped;
import org.jspecify.annotations.Nullable;

/** The user whose action the current request runs, once authorized. */
@RequestScoped
public class CurrentUser {

    private static final String NOBODY =
            "No user has authorized this request. @AsUser FrameioClient and UserToken are for"
                    + " actions with userAuth = true, on the thread that handles the request; elsewhere inject UserAuthorizations"
                    + " and use client(event).";

    private @Nullable UserToken token;
    private @Nullable Credentials credentials;

    void authorized(UserToken byUser, Credentials ofUser) {
        token = byUser;
        credentials = ofUser;
    }

    UserToken token() {
        return present(token);
    }

    Credentials credentials() {
        return present(credentials);
    }

    private static <T> T present(@Nullable T value) {
        if (value == null) {
            throw nobody(null);
        }
        return value;
    }

    static IllegalStateException nobody(@Nullable RuntimeException cause) {
        return new IllegalStateException(NOBODY, cause);
    }
}
