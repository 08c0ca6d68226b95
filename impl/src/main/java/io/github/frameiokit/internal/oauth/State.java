package io.github.frameiokit.internal.oauth;

import io.github.frameiokit.internal.RandomToken;
import java.util.Optional;

/**
 * The state of a sign-in (RFC 6749, 4.1.1), which Adobe hands back together with a code.
 *
 * @param ticketId the ticket of the sign-in
 * @param id a random id of this state
 * @param browserDigest the digest of the cookie of the browser that began the sign-in
 */
record State(String ticketId, String id, String browserDigest) {

    private static final String SEPARATOR = ".";
    private static final int NAME_CHARACTERS = 8;

    String write() {
        return String.join(SEPARATOR, ticketId, id, browserDigest);
    }

    /** Reads a text that was sealed, so it is well-formed. */
    static State read(String text) {
        String[] parts = text.split("\\.");
        return new State(parts[0], parts[1], parts[2]);
    }

    /** The name of the cookie; each sign-in has its own, since one browser may run several. */
    String cookieName() {
        return "frameio-oauth-" + id.substring(0, NAME_CHARACTERS);
    }

    /** The value of the browser's cookie; empty if another browser began the sign-in. */
    Optional<String> browser(Cookies cookies) {
        return cookies.values(cookieName()).stream()
                .filter(value -> RandomToken.same(Pkce.s256(value), browserDigest))
                .findFirst();
    }

    /** Without the ids. */
    @Override
    public String toString() {
        return "State";
    }
}
