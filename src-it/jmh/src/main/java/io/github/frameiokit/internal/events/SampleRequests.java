package io.github.frameiokit.internal.events;

import java.util.stream.Stream;

/**
 * Different requests, one after the other. There are more of them than the replay guard remembers, so that one that
 * comes again is new to it.
 */
final class SampleRequests {

    private static final int COUNT = 1 << 14;

    private final SampleRequest[] all;
    private int next;

    SampleRequests(EventKind kind) {
        all = Stream.generate(() -> SampleRequest.of(kind)).limit(COUNT).toArray(SampleRequest[]::new);
    }

    SampleRequest next() {
        next = (next + 1) % COUNT;
        return all[next];
    }
}
