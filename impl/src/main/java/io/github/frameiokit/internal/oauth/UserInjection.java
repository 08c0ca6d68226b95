package io.github.frameiokit.internal.oauth;

import io.github.frameiokit.client.FrameioApiException;
import io.github.frameiokit.client.FrameioClient;
import io.github.frameiokit.internal.client.ClientFactory;
import io.github.frameiokit.internal.ims.Credentials;
import io.github.frameiokit.oauth.AsUser;
import io.github.frameiokit.oauth.UserToken;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.ContextNotActiveException;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.function.Function;

/**
 * The objects that apps inject to act as the user of the current request. Each of them looks the user up at each call.
 * So a bean of any scope can hold them, and they can be created before the user is known: CDI Lite creates the
 * parameters of every action's handler for every action.
 */
@ApplicationScoped
public class UserInjection {

    @Inject
    private CurrentUser current;

    @Inject
    private ClientFactory clients;

    /** A client that acts as the user of the request that calls it. */
    @Produces
    @ApplicationScoped
    @AsUser
    FrameioClient client() {
        return clients.as(new Credentials() {
            @Override
            public String token() {
                return ask(CurrentUser::credentials).token();
            }

            @Override
            public boolean rejected(String token) {
                return ask(CurrentUser::credentials).rejected(token);
            }

            @Override
            public RuntimeException unauthorized(FrameioApiException refusal) {
                return ask(CurrentUser::credentials).unauthorized(refusal);
            }
        });
    }

    /** The token of the user of the request that reads it. */
    @Produces
    @ApplicationScoped
    UserToken token() {
        return new CurrentToken(this);
    }

    private <T> T ask(Function<CurrentUser, T> question) {
        try {
            return question.apply(current);
        } catch (ContextNotActiveException e) {
            throw CurrentUser.nobody(e);
        }
    }

    private static final class CurrentToken implements UserToken {

        private final UserInjection injection;

        CurrentToken(UserInjection injection) {
            this.injection = injection;
        }

        @Override
        public String userId() {
            return injection.ask(CurrentUser::token).userId();
        }

        @Override
        public String accessToken() {
            return injection.ask(CurrentUser::token).accessToken();
        }

        @Override
        public Instant expiresAt() {
            return injection.ask(CurrentUser::token).expiresAt();
        }

        @Override
        public String toString() {
            return "UserToken[of the current request]";
        }
    }
}
