package io.github.frameiokit.internal.events;

import io.github.frameiokit.response.ActionResponse;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

/**
 * How a verified request ended.
 *
 * @param status the HTTP status
 * @param answer an {@link ActionResponse}, a plain word, or null for an empty body
 */
record Outcome(int status, Object answer) {

    static Outcome done() {
        return new Outcome(200, null);
    }

    static Outcome answered(ActionResponse answer) {
        return new Outcome(200, answer);
    }

    /** Frame.io sends the event again. */
    static Outcome failed() {
        return new Outcome(500, "failed");
    }

    /** The same as {@link #failed()}, where the first copy of a request is still at work. */
    static Outcome busy() {
        return new Outcome(503, "busy");
    }

    boolean isFinal() {
        return status == 200;
    }

    /** Never an error without a body: some servers fill it with a page of their own. */
    Response toResponse() {
        Response.ResponseBuilder response = Response.status(status);
        if (answer == null) {
            return response.build();
        }
        return response.entity(answer)
                .type(answer instanceof ActionResponse ? MediaType.APPLICATION_JSON : MediaType.TEXT_PLAIN)
                .build();
    }
}
