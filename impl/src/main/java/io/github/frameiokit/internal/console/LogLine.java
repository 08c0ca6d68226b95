package io.github.frameiokit.internal.console;

import java.time.Instant;
import java.util.Optional;

/** A line of the log, without secrets. */
record LogLine(Instant time, String level, String logger, String text, Optional<String> exception) {

    int length() {
        return text.length() + exception.map(String::length).orElse(0);
    }
}
