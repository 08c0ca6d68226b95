package io.github.frameiokit.internal.ims;

import io.github.frameiokit.client.FrameioApiException;

/** Whom a client acts as. Thread-safe. */
public interface Credentials {

    /** The token to send; an {@link IllegalStateException} or a more telling exception if there is none. */
    String token();

    /**
     * Frame.io didn't take a token.
     *
     * @return whether {@link #token} may have another one now, so that trying again makes sense
     */
    default boolean refused(String token) {
        return false;
    }

    /** What the caller is told if Frame.io takes no token. */
    default RuntimeException unauthorized(FrameioApiException refusal) {
        return refusal;
    }
}
