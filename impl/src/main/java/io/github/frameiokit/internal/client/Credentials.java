package io.github.frameiokit.internal.client;

/** Whom a client acts as. Thread-safe. */
interface Credentials {

    /** The token to send; an {@link IllegalStateException} if there is none. */
    String token();

    /**
     * Frame.io didn't take a token.
     *
     * @return whether {@link #token} has another one now, so that trying again makes sense
     */
    default boolean refused(String token) {
        return false;
    }
}
