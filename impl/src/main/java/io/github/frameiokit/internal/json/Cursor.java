package io.github.frameiokit.internal.json;

import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Finds the cursor in {@code links.next}, which is a path with a query. The rest of the link isn't used, so that it
 * can't lead a call, and with it the token, to another place.
 */
public final class Cursor {

    private static final Pattern AFTER = Pattern.compile("[?&]after=([^&#]+)");
    /** Longer cursors don't fit into the request line that servers accept. */
    private static final int LONGEST = 4000;

    private Cursor() {}

    /**
     * The cursor of the next page; empty on the last page.
     *
     * @param links the page's {@code links}
     * @param current the page's own cursor, if it isn't the first page
     * @throws Unreadable if there is a next page without a usable cursor, or with this page's own
     */
    public static Optional<String> of(@Nullable JsonValue links, Optional<String> current) {
        if (isAbsent(links)) {
            return Optional.empty();
        }
        if (!(links instanceof JsonObject object)) {
            throw new Unreadable("'links' is no object, so it isn't known whether the list continues");
        }
        JsonValue next = object.get("next");
        if (isAbsent(next)
                || next instanceof JsonString text && text.getString().isBlank()) {
            return Optional.empty();
        }
        Optional<String> cursor = Optional.of(after(next));
        if (cursor.equals(current)) {
            throw new Unreadable("the list continues, but 'links.next' leads to the same page again");
        }
        return cursor;
    }

    private static String after(@Nullable JsonValue next) {
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
        throw new Unreadable("the list continues, but 'links.next' has no usable cursor");
    }

    private static boolean isAbsent(@Nullable JsonValue json) {
        return json == null || json == JsonValue.NULL;
    }
}
