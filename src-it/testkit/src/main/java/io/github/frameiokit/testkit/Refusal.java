package io.github.frameiokit.testkit;

/** A call that the world can't answer with success. */
final class Refusal extends RuntimeException {

    private static final long serialVersionUID = 1;

    private final int status;
    private final String pointer;

    /** @param pointer where in the body, as a JSON pointer; empty if it isn't about the body */
    Refusal(int status, String pointer, String what) {
        super(what);
        this.status = status;
        this.pointer = pointer;
    }

    int status() {
        return status;
    }

    String pointer() {
        return pointer;
    }
}
