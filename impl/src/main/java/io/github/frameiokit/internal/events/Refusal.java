package io.github.frameiokit.internal.events;

/** Ends a request with an error whose body is a fixed word or sentence, the same for whoever asks. */
final class Refusal extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final int status;

    private Refusal(int status, String text) {
        super(text, null, false, false);
        this.status = status;
    }

    Outcome outcome() {
        return Outcome.said(status, getMessage());
    }

    static Refusal unauthorized() {
        return new Refusal(401, "unauthorized");
    }

    static Refusal badRequest(String sentence) {
        return new Refusal(400, sentence);
    }

    static Refusal tooLarge() {
        return new Refusal(413, "too large");
    }

    static Refusal unsupportedMediaType() {
        return new Refusal(415, "application/json only");
    }
}
