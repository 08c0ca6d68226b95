package io.github.frameiokit.oauth;

import io.github.frameiokit.FrameioEvent;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The user has to sign in: they haven't authorized the app, have revoked the authorization, or Adobe or Frame.io no
 * longer accepts their token. Calls of a {@linkplain UserAuthorizations#client(FrameioEvent) user's client} throw this
 * exception.
 *
 * <p>The handler of an action can let it pass. The user who ran the action then sees a link to sign in.
 */
public class AuthorizationRequiredException extends RuntimeException {

    private static final long serialVersionUID = 1;

    /** The account's id. */
    private final String accountId;

    /** The user's id. */
    private final String userId;

    /**
     * Creates an exception. The kit does this; tests of handlers can, too.
     *
     * @param accountId the account's id at Frame.io, not null; not part of the message
     * @param userId the user's id at Frame.io, not null; not part of the message
     * @param cause the reason why the last token was rejected, or null
     */
    public AuthorizationRequiredException(String accountId, String userId, @Nullable Throwable cause) {
        super(
                "The user has to sign in first; let this exception pass, and the user of an action sees a link to sign in.",
                cause);
        this.accountId = Objects.requireNonNull(accountId, "accountId");
        this.userId = Objects.requireNonNull(userId, "userId");
    }

    /**
     * Whether the user of the given event has to sign in.
     *
     * @param event the event, not null
     * @return true if the event has the same user and account as this exception
     */
    public boolean isFor(FrameioEvent event) {
        return event.accountId().filter(accountId::equals).isPresent()
                && event.userId().filter(userId::equals).isPresent();
    }
}
