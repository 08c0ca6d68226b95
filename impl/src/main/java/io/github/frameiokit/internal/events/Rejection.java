package io.github.frameiokit.internal.events;

/** Ends a request with an error whose body is a fixed word or sentence, the same for every sender. */
final class Rejection extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final int status;
    private final String text;

    private Rejection(int status, String text) {
        super(text, null, false, false);
        this.status = status;
        this.text = text;
    }

    Outcome outcome() {
        return Outcome.said(status, text);
    }

    static Rejection unauthorized() {
        return new Rejection(401, "unauthorized");
    }

    static Rejection notFound() {
        return new Rejection(404, "not found");
    }

    static Rejection badRequest(String sentence) {
        return new Rejection(400, sentence);
    }

    static Rejection tooLarge() {
        return new Rejection(413, "too large");
    }

    static Rejection unsupportedMediaType() {
        return new Rejection(415, "application/json only");
    }
}
