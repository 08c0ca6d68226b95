package io.github.frameiokit.testkit;

import jakarta.json.Json;
import java.util.Map;
import java.util.TreeMap;

/**
 * An answer that a test chooses, and that a fake returns instead of its own.
 *
 * @param status the HTTP status; 0 ends the connection without an answer, and -1 does what the call asks for before
 *     that
 * @param headers the headers
 * @param body the body; empty for none
 */
public record Scripted(int status, Map<String, String> headers, String body) {

    /** Ends the connection without an answer. Nothing is done. */
    public static final Scripted NO_ANSWER = new Scripted(0, Map.of(), "");

    /** Does what the call asks for, such as creating a webhook, and then ends the connection without an answer. */
    public static final Scripted LOST_ANSWER = new Scripted(-1, Map.of(), "");

    /**
     * An error in Frame.io's form.
     *
     * @param status the HTTP status
     * @return the answer
     */
    public static Scripted error(int status) {
        return new Scripted(status, Map.of(), """
                {"errors": [{"title": "Refused", "detail": "as the test wants it", "source": {"pointer": "/data/name"}}]}""");
    }

    /**
     * An error in Adobe's form.
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
     * The same answer with one more header, or with a new value for a header that it already has.
     *
     * @param name the header's name
     * @param value the header's value
     * @return a new answer
     */
    public Scripted header(String name, String value) {
        Map<String, String> more = new TreeMap<>(headers);
        more.put(name, value);
        return new Scripted(status, more, body);
    }
}
