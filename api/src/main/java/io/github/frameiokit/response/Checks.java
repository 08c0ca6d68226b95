package io.github.frameiokit.response;

/** The checks of this package. Each message is a sentence that says what to do. */
final class Checks {

    private Checks() {}

    static void text(String value, String what) {
        if (value == null || value.isBlank()) {
            throw new IllegalArgumentException(what + " must not be blank, since Frame.io wouldn't show it.");
        }
    }

    static void present(Object value, String what) {
        if (value == null) {
            throw new IllegalArgumentException(what + " must not be null.");
        }
    }

    static void nameAndLabel(String kind, String name, String label) {
        text(name, "The name of a " + kind);
        text(label, "The label of the " + kind + " '" + name + "'");
    }
}
