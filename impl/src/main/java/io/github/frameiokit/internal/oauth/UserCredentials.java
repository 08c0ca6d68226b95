package io.github.frameiokit.internal.oauth;

import io.github.frameiokit.client.ClientClock;
import io.github.frameiokit.client.FrameioApiException;
import io.github.frameiokit.internal.ims.Credentials;
import io.github.frameiokit.oauth.AuthorizationRequiredException;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The credentials of a user, for as long as the authorization lasts. A token is used for some seconds before the store
 * is asked again.
 */
final class UserCredentials implements Credentials {

    private static final Duration FRESH = Duration.ofSeconds(30);

    private final Subject subject;
    private final Authorizations authorizations;
    private final ClientClock clock;
    private volatile @Nullable Known known;

    private record Known(String token, Instant until) {

        @Override
        public String toString() {
            return "Known[until " + until + "]";
        }
    }

    UserCredentials(Subject subject, Authorizations authorizations, ClientClock clock) {
        this.subject = subject;
        this.authorizations = authorizations;
        this.clock = clock;
    }

    @Override
    public String token() {
        Known current = known;
        Instant now = clock.now();
        if (current != null && now.isBefore(current.until())) {
            return current.token();
        }
        Authorization authorization = authorizations.find(subject).orElseThrow(() -> required(null));
        Instant fresh = now.plus(FRESH);
        known = new Known(
                authorization.accessToken(),
                fresh.isBefore(authorization.expiresAt()) ? fresh : authorization.expiresAt());
        return authorization.accessToken();
    }

    @Override
    public boolean rejected(String token) {
        known = null;
        return authorizations.refused(subject, token);
    }

    @Override
    public RuntimeException unauthorized(FrameioApiException refusal) {
        return required(refusal);
    }

    private AuthorizationRequiredException required(@Nullable FrameioApiException refusal) {
        return new AuthorizationRequiredException(subject.accountId(), subject.userId(), refusal);
    }
}
