package io.github.frameiokit.internal.json;

import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Finds the cursor in {@code links.next}, which is a path with a query. Nothing else of it is used, so that it can't
 * lead a call, and with it the token, anywhere else.
 */
public final class Cursor {

    private static final Pattern AFTER = Pattern.compile("[?&]after=([^&#]+)");
    /** What servers take of a request's line. */
    private static final int LONGEST = 4000;

    private Cursor() {}

    /**
     * Where a list goes on; empty at its end.
     *
     * @param current where the page begins that says so
     * @throws Unreadable if it goes on, but isn't said where, or with the same page again
     */
    public static Optional<String> of(JsonValue links, Optional<String> current) {
        if (isAbsent(links)) {
            return Optional.empty();
        }
        if (!(links instanceof JsonObject object)) {
            throw new Unreadable("'links' is no object, so it isn't known whether the list goes on");
        }
        JsonValue next = object.get("next");
        if (isAbsent(next)
                || next instanceof JsonString text && text.getString().isBlank()) {
            return Optional.empty();
        }
        Optional<String> cursor = Optional.of(after(next));
        if (cursor.equals(current)) {
            throw new Unreadable("the list goes on, but 'links.next' leads to the same page again");
        }
        return cursor;
    }

    private static String after(JsonValue next) {
        if (next instanceof JsonString path) {
            Matcher after = AFTER.matcher(path.getString());
            if (after.find() && after.group(1).length() <= LONGEST) {
                try {
                    String cursor = URLDecoder.decode(after.group(1), StandardCharsets.UTF_8);
                    if (!cursor.isBlank()) {
                        return cursor;
                    }
                } catch (IllegalArgumentException e) {
                    // a percent sign that encodes nothing
                }
            }
        }
        throw new Unreadable("the list goes on, but 'links.next' has no cursor that could be sent");
    }

    private static boolean isAbsent(JsonValue json) {
        return json == null || json == JsonValue.NULL;
    }
}
