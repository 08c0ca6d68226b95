package io.github.frameiokit.internal.console;

import io.github.frameiokit.internal.JsonText;
import jakarta.json.JsonValue;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The console's response. No cache keeps it, and no other site can frame, read or embed it.
 *
 * @param status the HTTP status
 * @param type the content type
 * @param body the body, never empty, since some servers put a page of their own into an empty one
 * @param headers the headers
 */
public record Reply(int status, String type, byte[] body, Map<String, String> headers) {

    private static final Map<String, String> SAFE = Map.of(
            "X-Content-Type-Options", "nosniff",
            "Referrer-Policy", "no-referrer",
            "Cache-Control", "no-store",
            "Cross-Origin-Opener-Policy", "same-origin",
            "Cross-Origin-Resource-Policy", "same-origin",
            "X-Frame-Options", "DENY",
            "Content-Security-Policy", "default-src 'none'; frame-ancestors 'none'");

    static Reply of(int status, String type, String body) {
        return new Reply(status, type, body.getBytes(StandardCharsets.UTF_8), SAFE);
    }

    /** JSON of maps, lists, texts, numbers, flags and nulls. */
    static Reply json(Map<String, ? extends @Nullable Object> members) {
        return json(200, members);
    }

    /** An error with a sentence for the page. */
    static Reply error(int status, String sentence) {
        return json(status, Map.of("error", sentence));
    }

    /** Without a detail, since the sender may be anybody. */
    public static Reply forbidden() {
        return of(403, "text/plain;charset=UTF-8", "forbidden");
    }

    private static Reply json(int status, Map<String, ? extends @Nullable Object> members) {
        JsonValue json = Tree.of(members);
        return new Reply(status, "application/json", JsonText.bytes(json), SAFE);
    }

    /** The same response with another value of a header. */
    Reply with(String header, String value) {
        Map<String, String> changed = new HashMap<>(headers);
        changed.put(header, value);
        return new Reply(status, type, body, Map.copyOf(changed));
    }
}
