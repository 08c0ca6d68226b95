package io.github.frameiokit.internal.events;

import jakarta.ws.rs.core.HttpHeaders;

/** Sees what comes in and how it is handled. The development console is one; without it, nothing is recorded. */
public interface Recorder {

    /** Records nothing. */
    Recorder NONE = (headers, body) -> Recording.NONE;

    /** The recorder that the app runs with. */
    interface Source {

        /** The recorder, the same one each time. */
        Recorder recorder();
    }

    /**
     * Begins to record a request, on the thread that handles it.
     *
     * @param headers the request's headers, valid during this call only
     * @param body the bytes of the body that were read, which nobody changes
     */
    Recording begin(HttpHeaders headers, byte[] body);
}
