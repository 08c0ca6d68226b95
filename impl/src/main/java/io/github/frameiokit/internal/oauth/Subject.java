package io.github.frameiokit.internal.oauth;

import io.github.frameiokit.FrameioEvent;
import java.util.Objects;
import java.util.Optional;

/**
 * Who an authorization is for: a user in one account. The same user in another account is another subject, since that
 * account's administrator can sign events in the user's name.
 *
 * @param accountId the account's id at Frame.io
 * @param userId the user's id at Frame.io
 */
record Subject(String accountId, String userId) {

    Subject {
        if (Objects.requireNonNull(accountId, "accountId").isEmpty()
                || Objects.requireNonNull(userId, "userId").isEmpty()) {
            throw new IllegalArgumentException("The account's and the user's id must not be empty.");
        }
    }

    /** The subject of an event; empty if Frame.io names no account or no user. */
    static Optional<Subject> of(FrameioEvent event) {
        return Objects.requireNonNull(event, "event")
                .accountId()
                .filter(id -> !id.isEmpty())
                .flatMap(account -> event.userId().filter(id -> !id.isEmpty()).map(user -> new Subject(account, user)));
    }

    /** What to throw for an event without a subject. */
    static IllegalStateException missing(FrameioEvent event) {
        return new IllegalStateException(
                event + " doesn't name its user and account, so nobody can sign in for it or act as its user.");
    }

    /** The name of its stored authorization. */
    SealedStore.Name name() {
        return SealedStore.Name.of("authorization", accountId, userId);
    }

    /** Without the ids, which are a person's. */
    @Override
    public String toString() {
        return "Subject";
    }
}
