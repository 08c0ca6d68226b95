/**
 * Acting for users, with their authorization (OAuth 2.0 with Adobe): what an app injects, and where tokens are stored.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc6749">RFC 6749, OAuth 2.0</a>
 */
package io.github.frameiokit.oauth;
