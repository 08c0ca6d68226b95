package io.github.frameiokit.internal.oauth;

import io.github.frameiokit.client.ClientClock;
import io.github.frameiokit.oauth.AuthorizationUnavailableException;
import io.github.frameiokit.oauth.TokenStoreException;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Supplier;

/** The stored authorizations, one per subject, each with a version for compare-and-set. */
final class AuthorizationStore {

    /** How long a sign-out is remembered. A refresh that runs during the sign-out ends before that. */
    private static final Duration SIGNED_OUT = Duration.ofHours(1);

    /** With these waits, a failing store is tried for about a minute. */
    private static final int ATTEMPTS = 16;

    private static final Duration FIRST_WAIT = Duration.ofMillis(200);
    private static final Duration LONGEST_WAIT = Duration.ofSeconds(5);

    private final SealedStore store;
    private final ClientClock clock;

    AuthorizationStore(SealedStore store, ClientClock clock) {
        this.store = store;
        this.clock = clock;
    }

    /**
     * A subject's entry.
     *
     * @param authorization the authorization; empty if there is none, or the user has signed out
     * @param version the entry's version; 0 if there is no entry
     * @param signedOut whether the entry only says that the user has signed out
     */
    record Stored(Optional<Authorization> authorization, long version, boolean signedOut) {}

    Stored read(Subject subject) {
        SealedStore.Found found = store.find(subject.name());
        Optional<Authorization> authorization = found.text().flatMap(Authorization::read);
        return new Stored(authorization, found.version(), found.text().isPresent() && authorization.isEmpty());
    }

    /** Returns the new version; empty if the entry no longer has the expected one. */
    OptionalLong put(Subject subject, Authorization authorization, long expected) {
        Duration lifetime = Duration.between(clock.now(), authorization.keptUntil());
        return store.put(subject.name(), authorization.write(), lifetime, expected);
    }

    /** Replaces an authorization by the note that its user has signed out; false if the version has changed. */
    boolean signOut(Subject subject, long expected) {
        return store.put(subject.name(), Authorization.REMOVED, SIGNED_OUT, expected)
                .isPresent();
    }

    boolean delete(Subject subject, long expected) {
        return store.delete(subject.name(), expected);
    }

    /**
     * Repeats an access to the store while the store fails. For what must not be lost, on a thread that has the time.
     *
     * @throws TokenStoreException if the store still fails after about a minute
     */
    <T> T patiently(Supplier<T> access) {
        Duration wait = FIRST_WAIT;
        for (int attempt = 1; ; attempt++) {
            try {
                return access.get();
            } catch (TokenStoreException e) {
                if (attempt == ATTEMPTS) {
                    throw e;
                }
                pause(wait);
                wait = wait.multipliedBy(2).compareTo(LONGEST_WAIT) < 0 ? wait.multipliedBy(2) : LONGEST_WAIT;
            }
        }
    }

    private void pause(Duration wait) {
        try {
            clock.sleep(wait);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AuthorizationUnavailableException(e);
        }
    }
}
