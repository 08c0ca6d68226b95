package io.github.frameiokit.internal.oauth;

import java.util.Optional;

/**
 * What Adobe hands back along with a code (RFC 6749, 4.1.1), sealed.
 *
 * @param ticketId the ticket of the sign-in
 * @param id a random text of its own
 * @param browserDigest the digest of what the browser that began has in its cookie
 */
record State(String ticketId, String id, String browserDigest) {

    private static final String SEPARATOR = ".";
    private static final int NAME_CHARACTERS = 8;

    String write() {
        return String.join(SEPARATOR, ticketId, id, browserDigest);
    }

    /** Reads what was sealed, so it has the form. */
    static State read(String text) {
        String[] parts = text.split("\\.");
        return new State(parts[0], parts[1], parts[2]);
    }

    /** A name of its own, since several sign-ins may be under way in one browser. */
    String cookieName() {
        return "frameio-oauth-" + id.substring(0, NAME_CHARACTERS);
    }

    /** What the browser has in its cookie; empty if it isn't the one that began. */
    Optional<String> browser(Cookies cookies) {
        return cookies.values(cookieName()).stream()
                .filter(value -> RandomToken.same(Pkce.s256(value), browserDigest))
                .findFirst();
    }

    /** Without what makes it good. */
    @Override
    public String toString() {
        return "State";
    }
}
