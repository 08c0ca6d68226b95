package io.github.frameiokit.oauth;

import io.github.frameiokit.ActionEvent;
import io.github.frameiokit.FrameioEvent;
import io.github.frameiokit.client.FrameioClient;
import io.github.frameiokit.response.Form;
import java.net.URI;
import java.util.Optional;

/**
 * The users' authorizations, for work that continues after its action, and for apps that ask users to sign in only when
 * necessary. The handler of an action with {@code userAuth = true} doesn't need this while it runs.
 *
 * <pre>{@code
 * void transcribe(@ObservesAsync TranscriptionJob job) {
 *     FrameioClient frameio = authorizations.client(job.event());
 *     …
 * }
 * }</pre>
 *
 * <p>An authorization belongs to a user in one account. It is never used for events of another account, because the
 * administrator of an account can sign events that name any user.
 *
 * <p>Inject it. Thread-safe.
 */
public interface UserAuthorizations {

    /**
     * A client that acts as the user of an event. It refreshes the token when necessary, for as long as the
     * authorization lasts, during the request and after it, on any thread. You can keep it.
     *
     * <p>Its calls throw {@link AuthorizationRequiredException} if the user has to sign in, and
     * {@link AuthorizationUnavailableException} if the token has expired and can't be refreshed now.
     *
     * @param event an event as a handler got it, not null
     * @return the client; it looks up the authorization when it is used
     * @throws IllegalStateException if the event doesn't name its user and its account
     */
    FrameioClient client(FrameioEvent event);

    /**
     * A client that acts as a user, like the one of {@link #client(FrameioEvent)}.
     *
     * @param accountId the account in which the user has authorized the app: its id at Frame.io, not null, not empty
     * @param userId the user's id at Frame.io, not null, not empty
     * @return the client; it looks up the authorization when it is used
     * @throws IllegalArgumentException if an id is empty
     */
    FrameioClient client(String accountId, String userId);

    /**
     * The token of an event's user, refreshed if it has expired.
     *
     * @param event an event as a handler got it, not null
     * @return the valid token; empty if the user has to sign in, or the event doesn't name its user and its account
     * @throws AuthorizationUnavailableException if the token has expired and can't be refreshed now, because Adobe
     *     doesn't respond in time or doesn't accept the app; the authorization is kept
     * @throws TokenStoreException if the token store fails
     */
    Optional<UserToken> find(FrameioEvent event);

    /**
     * A user's token, refreshed if it has expired.
     *
     * @param accountId the account in which the user has authorized the app: its id at Frame.io, not null, not empty
     * @param userId the user's id at Frame.io, not null, not empty
     * @return the valid token; empty if the user has to sign in
     * @throws AuthorizationUnavailableException if the token has expired and can't be refreshed now, because Adobe
     *     doesn't respond in time or doesn't accept the app; the authorization is kept
     * @throws IllegalArgumentException if an id is empty
     * @throws TokenStoreException if the token store fails
     */
    Optional<UserToken> find(String accountId, String userId);

    /**
     * The address where the user who ran an action can sign in. It is valid for ten minutes, for this user only, and
     * for one sign-in.
     *
     * @param event the event of the current request, as the handler got it, not null
     * @return an address for the user's browser; show it to this user only
     * @throws IllegalStateException if the event doesn't name its user and its account, or isn't the event of the
     *     current request
     * @throws TokenStoreException if the token store fails
     */
    URI signInUrl(ActionEvent event);

    /**
     * A form with a link where the user who ran an action can sign in. The kit recognizes the form's field: if the user
     * submits the form, the action runs as if it were called for the first time.
     *
     * @param event the event of the current request, as the handler got it, not null
     * @param title the form's title, not null, not blank
     * @return the form, which the handler should return
     * @throws IllegalArgumentException if the title is blank
     * @throws IllegalStateException if the event doesn't name its user and its account, or isn't the event of the
     *     current request
     * @throws TokenStoreException if the token store fails
     */
    Form signInForm(ActionEvent event, String title);

    /**
     * Ends the authorization of an event's user in the token store and, if Adobe responds, at Adobe.
     *
     * @param event an event as a handler got it, not null; nothing happens if it doesn't name its user and its account
     * @throws TokenStoreException if the token store fails
     */
    void remove(FrameioEvent event);

    /**
     * Ends a user's authorization in the token store and, if Adobe responds, at Adobe.
     *
     * @param accountId the account in which the user has authorized the app: its id at Frame.io, not null, not empty
     * @param userId the user's id at Frame.io, not null, not empty
     * @throws IllegalArgumentException if an id is empty
     * @throws TokenStoreException if the token store fails
     */
    void remove(String accountId, String userId);
}
