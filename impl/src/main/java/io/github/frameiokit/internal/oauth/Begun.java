package io.github.frameiokit.internal.oauth;

import java.net.URI;

/**
 * A sign-in that has begun.
 *
 * @param authorize where the browser goes next
 * @param cookie the value of the {@code Set-Cookie} header
 */
public record Begun(URI authorize, String cookie) {

    /** Without the state and the cookie's value. */
    @Override
    public String toString() {
        return "Begun";
    }
}
