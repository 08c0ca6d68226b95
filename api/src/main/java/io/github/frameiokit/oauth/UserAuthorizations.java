package io.github.frameiokit.oauth;

import io.github.frameiokit.ActionEvent;
import io.github.frameiokit.FrameioEvent;
import io.github.frameiokit.client.FrameioClient;
import io.github.frameiokit.response.Form;
import java.net.URI;
import java.util.Optional;

/**
 * The users' authorizations: for work that outlives its action, and for apps that ask for one only when they need it.
 * An action with {@code userAuth = true} needs none of this while it runs.
 *
 * <pre>{@code
 * void transcribe(@ObservesAsync TranscriptionJob job) {
 *     FrameioClient frameio = authorizations.client(job.event());
 *     …
 * }
 * }</pre>
 *
 * <p>An authorization belongs to a user in one account. The administrator of an account can sign events that name any
 * user, so what a user has authorized in one account is never used for events of another one.
 *
 * <p>Injected; thread-safe.
 */
public interface UserAuthorizations {

    /**
     * A client that acts as the user of an event. It refreshes the token as often as needed and for as long as the
     * authorization lasts, in the request and after it, on any thread. It can be kept.
     *
     * <p>Its calls throw {@link AuthorizationRequiredException} if the user has to sign in, and
     * {@link AuthorizationUnavailableException} if the token has ended and can't be refreshed now.
     *
     * @param event an event as it was handed to a handler, not null
     * @return the client, never null; the authorization is looked up when it is used
     * @throws IllegalStateException if the event doesn't name its user and its account
     */
    FrameioClient client(FrameioEvent event);

    /**
     * A client that acts as a user, as {@link #client(FrameioEvent)} does.
     *
     * @param accountId the id at Frame.io of the account in which the user has authorized the app, not null, not empty
     * @param userId the user's id at Frame.io, not null, not empty
     * @return the client, never null; the authorization is looked up when it is used
     * @throws IllegalArgumentException if an id is empty
     */
    FrameioClient client(String accountId, String userId);

    /**
     * The token of an event's user, refreshed if it has ended.
     *
     * @param event an event as it was handed to a handler, not null
     * @return the token, good now; empty if the user has to sign in, or the event doesn't name its user and its account
     * @throws AuthorizationUnavailableException if it has ended and can't be refreshed now, since Adobe doesn't answer
     *     in time or doesn't accept the app; the authorization is kept
     * @throws TokenStoreException if the store doesn't work
     */
    Optional<UserToken> find(FrameioEvent event);

    /**
     * A user's token, refreshed if it has ended.
     *
     * @param accountId the id at Frame.io of the account in which the user has authorized the app, not null, not empty
     * @param userId the user's id at Frame.io, not null, not empty
     * @return the token, good now; empty if the user has to sign in
     * @throws AuthorizationUnavailableException if it has ended and can't be refreshed now, since Adobe doesn't answer
     *     in time or doesn't accept the app; the authorization is kept
     * @throws IllegalArgumentException if an id is empty
     * @throws TokenStoreException if the store doesn't work
     */
    Optional<UserToken> find(String accountId, String userId);

    /**
     * Where the user who ran an action can sign in. The address is good for ten minutes, for that user only, and for
     * one sign-in.
     *
     * @param event the event of the current request, as it was handed to the handler, not null
     * @return an address for the user's browser, to be shown to that user alone
     * @throws IllegalStateException if the event doesn't name its user and its account, or isn't the one of the current
     *     request
     * @throws TokenStoreException if the store doesn't work
     */
    URI signInUrl(ActionEvent event);

    /**
     * The form that shows the user who ran an action where to sign in. The kit knows its field again: if the user
     * submits the form, the action runs as if it were called for the first time.
     *
     * @param event the event of the current request, as it was handed to the handler, not null
     * @param title the form's title, not null, not blank
     * @return the form, to be returned by the handler
     * @throws IllegalStateException if the event doesn't name its user and its account, or isn't the one of the current
     *     request
     * @throws TokenStoreException if the store doesn't work
     */
    Form signInForm(ActionEvent event, String title);

    /**
     * Ends the authorization of an event's user, here and, as far as it answers, at Adobe.
     *
     * @param event an event as it was handed to a handler, not null; nothing happens if it doesn't name its user and
     *     its account
     * @throws TokenStoreException if the store doesn't work
     */
    void remove(FrameioEvent event);

    /**
     * Ends a user's authorization, here and, as far as it answers, at Adobe.
     *
     * @param accountId the id at Frame.io of the account in which the user has authorized the app, not null, not empty
     * @param userId the user's id at Frame.io, not null, not empty
     * @throws IllegalArgumentException if an id is empty
     * @throws TokenStoreException if the store doesn't work
     */
    void remove(String accountId, String userId);
}
