package io.github.frameiokit.response;

import io.github.frameiokit.FormData;

/**
 * A single line of text.
 *
 * @param name the name its value comes back under, not blank
 * @param label what the user reads beside it, not blank
 * @param value the text it starts with, perhaps empty
 */
public record TextField(String name, String label, String value) implements Field {

    /**
     * Checks the texts.
     *
     * @throws IllegalArgumentException if name or label is blank, or the value null
     */
    public TextField {
        Checks.nameAndLabel("text field", name, label);
        Checks.present(value, "The value of the text field '" + name + "'");
    }

    /**
     * Makes an empty field.
     *
     * @param name the name its value comes back under, not blank
     * @param label what the user reads beside it, not blank
     * @return the field
     * @throws IllegalArgumentException if either is blank
     */
    public static TextField of(String name, String label) {
        return new TextField(name, label, "");
    }

    /**
     * This field with another text to start with.
     *
     * @param text the text, not null
     * @return a new field
     * @throws IllegalArgumentException if the text is null
     */
    public TextField value(String text) {
        return new TextField(name, label, text);
    }

    @Override
    public TextField withValueFrom(FormData data) {
        return data.value(name).isPresent() ? value(data.text(name)) : this;
    }
}
