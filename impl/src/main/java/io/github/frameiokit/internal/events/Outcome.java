package io.github.frameiokit.internal.events;

import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.nio.charset.StandardCharsets;

/**
 * How a verified request ended. The answer is bytes already, so that a form that can't be written is found out while
 * the action can still be answered otherwise, and no provider of the app's has a say.
 *
 * @param status the HTTP status
 * @param type what the answer is
 * @param answer the answer, perhaps empty
 * @param asks whether the answer is a form, after which its action is called again
 */
public record Outcome(int status, MediaType type, byte[] answer, boolean asks) {

    private static final MediaType TEXT = MediaType.TEXT_PLAIN_TYPE.withCharset("UTF-8");

    static Outcome done() {
        return new Outcome(200, TEXT, new byte[0], false);
    }

    static Outcome answered(byte[] json, boolean asks) {
        return new Outcome(200, MediaType.APPLICATION_JSON_TYPE, json, asks);
    }

    /** Frame.io sends the event again. */
    static Outcome failed() {
        return said(500, "failed");
    }

    /** The same as {@link #failed()}, where the first copy of a request is still at work. */
    static Outcome busy() {
        return said(503, "busy");
    }

    static Outcome said(int status, String sentence) {
        return new Outcome(status, TEXT, sentence.getBytes(StandardCharsets.UTF_8), false);
    }

    boolean isFinal() {
        return status == 200;
    }

    /** The answer, never an error without a body: some servers fill it with a page of their own. */
    Response toResponse() {
        Response.ResponseBuilder response = Response.status(status);
        return answer.length == 0
                ? response.build()
                : response.entity(this).type(type).build();
    }
}
