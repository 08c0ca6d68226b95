/**
 * Acting on behalf of users who have authorized the app (OAuth 2.0 with Adobe).
 *
 * <p>{@link io.github.frameiokit.oauth.AsUser @AsUser}, {@link io.github.frameiokit.oauth.UserToken UserToken} and
 * {@link io.github.frameiokit.oauth.UserAuthorizations UserAuthorizations} are what an app injects;
 * {@link io.github.frameiokit.oauth.TokenStore TokenStore} is where the kit stores tokens.
 *
 * <p>No method of this package takes or returns null unless its documentation says so. A null argument is a
 * {@link NullPointerException} whose message is the parameter's name.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc6749">RFC 6749, OAuth 2.0</a>
 */
@NullMarked
package io.github.frameiokit.oauth;

import org.jspecify.annotations.NullMarked;
