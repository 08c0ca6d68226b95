package io.github.frameiokit.oauth;

import io.github.frameiokit.ActionEvent;
import java.net.URI;
import java.util.Objects;
import java.util.Optional;

/**
 * A user has authorized the app; fired into CDI once the token is stored.
 *
 * <pre>{@code
 * void goOn(@Observes AuthorizationCompleted completed) {
 *     audit.signedIn(completed.event().userId());
 *     completed.continueAt(URI.create("https://app.frame.io/"));
 * }
 * }</pre>
 *
 * <p>The browser waits for {@code @Observes} methods. What takes time, such as doing what the user had to sign in for,
 * belongs into an {@code @ObservesAsync} method, which runs like an asynchronous handler and can't send the browser
 * anywhere. An exception of an observer is logged, and the user sees that signing in has worked.
 */
public final class AuthorizationCompleted {

    private final ActionEvent event;
    private final UserToken token;
    private Optional<URI> next = Optional.empty();

    /**
     * Makes one, as the kit does and as a test of an observer may.
     *
     * @param event the event that the user had to sign in for, not null
     * @param token the user's token, not null
     */
    public AuthorizationCompleted(ActionEvent event, UserToken token) {
        this.event = Objects.requireNonNull(event, "event");
        this.token = Objects.requireNonNull(token, "token");
    }

    /**
     * What the user did that needed the authorization. It isn't done again by itself. The data of a very long form is
     * left out.
     *
     * @return the event
     */
    public ActionEvent event() {
        return event;
    }

    /**
     * The user's token.
     *
     * @return the token
     */
    public UserToken token() {
        return token;
    }

    /**
     * Sends the browser somewhere instead of showing that signing in has worked; for {@code @Observes} methods. Of
     * several the last one wins.
     *
     * @param address an absolute {@code https} or {@code http} address, not null; the app's own choice, never a value
     *     from a request
     * @throws IllegalArgumentException if it is no such address
     */
    public void continueAt(URI address) {
        if (address.getRawAuthority() == null
                || !("https".equalsIgnoreCase(address.getScheme()) || "http".equalsIgnoreCase(address.getScheme()))) {
            throw new IllegalArgumentException("The browser can go on at an absolute https or http address only.");
        }
        next = Optional.of(address);
    }

    /**
     * Where the browser goes next.
     *
     * @return the address, or empty for the page that says that it has worked
     */
    public Optional<URI> next() {
        return next;
    }

    @Override
    public String toString() {
        return "AuthorizationCompleted[" + event + "]";
    }
}
