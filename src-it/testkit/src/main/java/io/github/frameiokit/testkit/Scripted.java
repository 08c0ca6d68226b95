package io.github.frameiokit.testkit;

import jakarta.json.Json;
import java.util.Map;
import java.util.TreeMap;

/**
 * An answer that a test chooses, which a fake gives instead of its own.
 *
 * @param status the HTTP status; 0 ends the connection without an answer
 * @param headers the headers
 * @param body the body; empty for none
 */
public record Scripted(int status, Map<String, String> headers, String body) {

    /** Ends the connection without an answer. */
    public static final Scripted NO_ANSWER = new Scripted(0, Map.of(), "");

    /**
     * An answer with Frame.io's form of an error.
     *
     * @param status the HTTP status
     * @return the answer
     */
    public static Scripted error(int status) {
        return new Scripted(status, Map.of(), """
                {"errors": [{"title": "Refused", "detail": "as the test wants it", "source": {"pointer": "/data/name"}}]}""");
    }

    /**
     * An answer with Adobe's form of an error.
     *
     * @param status the HTTP status; Adobe uses 400 in most cases
     * @param error the error code, such as {@code invalid_grant}
     * @param description the error's description
     * @return the answer
     */
    public static Scripted oauthError(int status, String error, String description) {
        return new Scripted(
                status,
                Map.of(),
                Json.createObjectBuilder()
                        .add("error", error)
                        .add("error_description", description)
                        .build()
                        .toString());
    }

    /**
     * The same answer with one more header, or with another value for one that it has.
     *
     * @param name its name
     * @param value its value
     * @return a new answer
     */
    public Scripted header(String name, String value) {
        Map<String, String> more = new TreeMap<>(headers);
        more.put(name, value);
        return new Scripted(status, more, body);
    }
}
