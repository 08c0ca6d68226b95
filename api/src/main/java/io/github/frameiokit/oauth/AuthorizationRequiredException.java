package io.github.frameiokit.oauth;

import io.github.frameiokit.FrameioEvent;
import java.util.Objects;

/**
 * A user hasn't authorized the app, has signed out, or has to sign in again since Adobe or Frame.io takes no token of
 * theirs any more. Calls of a {@linkplain UserAuthorizations#client(FrameioEvent) user's client} throw it.
 *
 * <p>A handler of an action lets it pass: the user who ran the action then sees where to sign in.
 */
public class AuthorizationRequiredException extends RuntimeException {

    private static final long serialVersionUID = 1;

    /** The account's id. */
    private final String accountId;

    /** The user's id. */
    private final String userId;

    /**
     * Creates one, as the kit does and as a test of a handler may.
     *
     * @param accountId the account's id at Frame.io, not null; it isn't part of the message
     * @param userId the user's id at Frame.io, not null; it isn't part of the message
     * @param cause why the last token was refused, or null
     */
    public AuthorizationRequiredException(String accountId, String userId, Throwable cause) {
        super(
                "The user has to authorize the app first; an action shows where if its handler lets this exception pass.",
                cause);
        this.accountId = Objects.requireNonNull(accountId, "accountId");
        this.userId = Objects.requireNonNull(userId, "userId");
    }

    /**
     * Whether it is the user of an event who has to sign in.
     *
     * @param event the event, not null
     * @return whether the event names this user and this account
     */
    public boolean isFor(FrameioEvent event) {
        return event.accountId().filter(accountId::equals).isPresent()
                && event.userId().filter(userId::equals).isPresent();
    }
}
