package io.github.frameiokit.testkit;

import static java.util.Objects.requireNonNull;

import io.github.frameiokit.response.ActionResponse;
import io.github.frameiokit.response.Form;
import io.github.frameiokit.response.Message;
import java.net.http.HttpResponse;
import java.util.Optional;

/**
 * The app's answer to an event.
 *
 * @param status the HTTP status: 200 if the event was handled, 500 if a handler of a webhook failed, 401 if the
 *     signature is wrong
 * @param body the body: the JSON of a message or form, or a word or sentence about an error, or empty; not null
 * @see FrameioAssertions
 */
public record Answer(int status, String body) {

    private static final int OK = 200;

    /**
     * Checks the parts.
     *
     * @throws NullPointerException if the body is null
     */
    public Answer {
        requireNonNull(body, "body");
    }

    /**
     * The answer to a request that a test has sent with an HTTP client of its own.
     *
     * @param response the response, not null
     * @return the answer
     */
    public static Answer of(HttpResponse<String> response) {
        return new Answer(response.statusCode(), response.body());
    }

    /**
     * What the user of an action sees.
     *
     * @return the message or form; empty if the event was a webhook, the handler returned nothing, or the status isn't
     *     200
     * @throws AssertionError if the body isn't the JSON of a message or form
     */
    public Optional<ActionResponse> response() {
        return status == OK && !body.isEmpty() ? Optional.of(ResponseReader.read(body)) : Optional.empty();
    }

    /**
     * The message that the user of an action sees.
     *
     * @return the message
     * @throws AssertionError if the answer isn't a message; the error says what it is
     */
    public Message message() {
        return response(Message.class, "a message");
    }

    /**
     * The form that the user of an action sees.
     *
     * @return the form
     * @throws AssertionError if the answer isn't a form; the error says what it is
     */
    public Form form() {
        return response(Form.class, "a form");
    }

    private <T extends ActionResponse> T response(Class<T> type, String expected) {
        return response()
                .filter(type::isInstance)
                .map(type::cast)
                .orElseThrow(() -> new AssertionError("The answer isn't " + expected + " but " + inWords() + "."));
    }

    private String inWords() {
        return response()
                .map(response -> (response instanceof Form ? "the form '" : "the message '") + response.title() + "': "
                        + response.description())
                .orElseGet(() -> "empty, with the status " + status + (body.isEmpty() ? "" : " and the text: " + body));
    }
}
