package io.github.frameiokit.internal.ims;

import io.github.frameiokit.client.FrameioApiException;

/** The source of the access tokens that a client sends. Implementations are thread-safe. */
public interface Credentials {

    /**
     * The token to send, never null.
     *
     * @throws IllegalStateException if there is none, or another exception that says why
     */
    String token();

    /**
     * Reports that Frame.io has rejected a token.
     *
     * @return whether {@link #token} may return another one now, so that another try makes sense
     */
    default boolean rejected(String token) {
        return false;
    }

    /** The exception for the caller when Frame.io has rejected the last token. */
    default RuntimeException unauthorized(FrameioApiException rejection) {
        return rejection;
    }
}
