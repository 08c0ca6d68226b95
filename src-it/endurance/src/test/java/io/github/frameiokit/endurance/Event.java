package io.github.frameiokit.endurance;

import java.util.UUID;

/** One event of the run. The app notes its id: the resource of a webhook, the interaction of an action. */
record Event(long number, Kind kind) {

    String id() {
        return new UUID(0, number).toString();
    }

    /** The number in an id that the app has noted. */
    static long number(String id) {
        return UUID.fromString(id).getLeastSignificantBits();
    }
}
