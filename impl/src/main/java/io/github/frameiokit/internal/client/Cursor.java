package io.github.frameiokit.internal.client;

import jakarta.json.JsonException;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finds the cursor in {@code links.next}, which is a path with a query. Nothing else of it is used. */
final class Cursor {

    private static final Pattern AFTER = Pattern.compile("[?&]after=([^&#]+)");

    private Cursor() {}

    static Optional<String> of(JsonValue next) {
        if (next instanceof JsonString path) {
            Matcher after = AFTER.matcher(path.getString());
            if (after.find()) {
                return Optional.of(URLDecoder.decode(after.group(1), StandardCharsets.UTF_8));
            }
            throw new JsonException("The list goes on, but it isn't said where.");
        }
        return Optional.empty();
    }
}
