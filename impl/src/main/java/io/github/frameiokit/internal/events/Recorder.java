package io.github.frameiokit.internal.events;

import jakarta.ws.rs.core.HttpHeaders;
import java.util.stream.Stream;

/** Sees what comes in and how it is handled. The development console is one, and telemetry another. */
public interface Recorder {

    /** Records nothing. */
    Recorder NONE = (headers, body) -> Recording.NONE;

    /** Has a recorder, if it is switched on. */
    interface Source {

        /** The recorder, the same one each time; {@link #NONE} while it is switched off. */
        Recorder recorder();
    }

    /** All of them as one. */
    static Recorder of(Stream<Recorder> recorders) {
        return recorders
                .filter(recorder -> recorder != NONE)
                .reduce((first, second) ->
                        (headers, body) -> new TwoRecordings(first.begin(headers, body), second.begin(headers, body)))
                .orElse(NONE);
    }

    /**
     * Begins to record a request, on the thread that handles it.
     *
     * @param headers the request's headers, valid during this call only
     * @param body the bytes of the body that were read, which nobody changes
     */
    Recording begin(HttpHeaders headers, byte[] body);
}
