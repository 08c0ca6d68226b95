package io.github.frameiokit.oauth;

import io.github.frameiokit.ActionEvent;
import java.net.URI;
import java.util.Objects;
import java.util.Optional;

/**
 * A CDI event that the kit fires when a user has authorized the app and the token is stored.
 *
 * <pre>{@code
 * void continueAfterSignIn(@Observes AuthorizationCompleted completed) {
 *     audit.signedIn(completed.event().userId());
 *     completed.continueAt(URI.create("https://app.frame.io/"));
 * }
 * }</pre>
 *
 * <p>The browser waits for {@code @Observes} methods. Long work, such as completing what the user wanted to do, belongs
 * in an {@code @ObservesAsync} method, which runs like an asynchronous handler and can't redirect the browser. If an
 * observer throws, the kit logs the exception and the user still sees that signing in has worked.
 *
 * <p>Not thread-safe while {@code @Observes} methods run; unchanged afterwards.
 */
public final class AuthorizationCompleted {

    private final ActionEvent event;
    private final UserToken token;
    private Optional<URI> next = Optional.empty();

    /**
     * Creates an event. The kit does this; tests of observers can, too.
     *
     * @param event the event that required the user to sign in, not null
     * @param token the user's token, not null
     */
    public AuthorizationCompleted(ActionEvent event, UserToken token) {
        this.event = Objects.requireNonNull(event, "event");
        this.token = Objects.requireNonNull(token, "token");
    }

    /**
     * The event that required the user to sign in. It isn't handled again automatically. The data of a very long form
     * is left out.
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
     * Redirects the browser, which otherwise shows that signing in has worked. Only {@code @Observes} methods can call
     * it. The last address counts.
     *
     * @param address an absolute {@code https} or {@code http} address, not null; never take it from a request
     * @throws IllegalArgumentException if the address isn't as described
     */
    public void continueAt(URI address) {
        if (Objects.requireNonNull(address, "address").getRawAuthority() == null
                || !("https".equalsIgnoreCase(address.getScheme()) || "http".equalsIgnoreCase(address.getScheme()))) {
            throw new IllegalArgumentException(
                    "'address' must be an absolute address that begins with https:// or http://.");
        }
        next = Optional.of(address);
    }

    /**
     * The address that the browser is redirected to.
     *
     * @return the address; empty to show that signing in has worked
     */
    public Optional<URI> next() {
        return next;
    }

    @Override
    public String toString() {
        return "AuthorizationCompleted[" + event + "]";
    }
}
