package io.github.frameiokit.internal.oauth;

import java.time.Instant;

/**
 * Somebody who has signed in without an event of Frame.io's.
 *
 * @param token their access token, which is stored nowhere
 * @param expiresAt when it expires
 * @param name their name, or their email address without one
 * @param email their email address
 */
public record Visitor(String token, Instant expiresAt, String name, String email) {

    /** Without the token and personal data. */
    @Override
    public String toString() {
        return "Visitor";
    }
}
