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

    /**
     * The answer, never an error without a body: some servers fill it with a page of their own. An action's response is
     * written here and not by a provider, since Payara would prefer its own for JSON-B.
     */
    Response toResponse(ResponseJson json) {
        Response.ResponseBuilder response = Response.status(status);
        if (answer instanceof ActionResponse forTheUser) {
            response.entity(json.of(forTheUser)).type(MediaType.APPLICATION_JSON_TYPE);
        } else if (answer != null) {
            response.entity(answer).type(MediaType.TEXT_PLAIN_TYPE);
        }
        return response.build();
    }
}
