package io.github.frameiokit.response;

import io.github.frameiokit.FormData;

/**
 * A single line of text.
 *
 * @param name the key of its value in the submitted data, not blank, not null
 * @param label the text beside it, not blank, not null
 * @param value its initial text, possibly empty, not null
 */
public record TextField(String name, String label, String value) implements Field {

    /**
     * Checks the texts.
     *
     * @throws IllegalArgumentException if name or label is blank or null, or the value is null
     */
    public TextField {
        Checks.nameAndLabel("text field", name, label);
        Checks.present(value, "The value of the text field '" + name + "'");
    }

    /**
     * Creates an empty field.
     *
     * @param name the key of its value in the submitted data, not blank, not null
     * @param label the text beside it, not blank, not null
     * @return the field
     * @throws IllegalArgumentException if either is blank or null
     */
    public static TextField of(String name, String label) {
        return new TextField(name, label, "");
    }

    /**
     * This field with another initial text.
     *
     * @param text the text, possibly empty, not null
     * @return a new field
     * @throws IllegalArgumentException if the text is null
     */
    public TextField value(String text) {
        return new TextField(name, label, text);
    }

    @Override
    public TextField withValueFrom(FormData data) {
        Checks.present(data, "The \'data\' for the field \'" + name + "\'");
        return data.value(name).isPresent() ? value(data.text(name)) : this;
    }
}
