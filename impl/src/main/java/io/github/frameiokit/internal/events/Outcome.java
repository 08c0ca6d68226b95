package io.github.frameiokit.internal.events;

import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.nio.charset.StandardCharsets;

/**
 * The outcome of a verified request. The answer is already bytes: if a form can't be written, the action can still get
 * another answer, and no provider of the app affects it.
 *
 * @param status the HTTP status
 * @param type the content type of the answer
 * @param answer the answer, perhaps empty
 * @param asks whether the answer is a form, whose submission calls the action again
 * @param shared whether all nodes remember it, as long as it is to be remembered
 */
public record Outcome(int status, MediaType type, byte[] answer, boolean asks, boolean shared) {

    private static final MediaType TEXT = MediaType.TEXT_PLAIN_TYPE.withCharset("UTF-8");
    private static final Outcome DONE = new Outcome(200, TEXT, new byte[0], false);

    /** An outcome that only this node remembers. */
    public Outcome(int status, MediaType type, byte[] answer, boolean asks) {
        this(status, type, answer, asks, false);
    }

    public static Outcome done() {
        return DONE;
    }

    public static Outcome answered(byte[] json, boolean asks) {
        return new Outcome(200, MediaType.APPLICATION_JSON_TYPE, json, asks);
    }

    /** Frame.io sends the event again. */
    public static Outcome failed() {
        return said(500, "failed");
    }

    /** Like {@link #failed()}, for a copy of a request that still runs. */
    public static Outcome busy() {
        return said(503, "busy");
    }

    static Outcome said(int status, String sentence) {
        return new Outcome(status, TEXT, sentence.getBytes(StandardCharsets.UTF_8), false);
    }

    public boolean isFinal() {
        return status == 200;
    }

    /** The same outcome, which all nodes remember. */
    public Outcome remembered() {
        return new Outcome(status, type, answer, asks, true);
    }

    /** The response. An error always has a body, since some servers put a page of their own into an empty one. */
    Response toResponse() {
        Response.ResponseBuilder response = Response.status(status);
        return answer.length == 0
                ? response.build()
                : response.entity(this).type(type).build();
    }
}
