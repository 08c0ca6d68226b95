package io.github.frameiokit.benchmark;

import java.util.Locale;

/**
 * One series of a measurement: an event, and the endpoint that it is sent to.
 *
 * @param side whose endpoint it is, for the table
 * @param path of the endpoint
 */
record Target(String side, Event event, String path) {

    @Override
    public String toString() {
        return event.name().toLowerCase(Locale.ROOT) + ", " + side;
    }
}
