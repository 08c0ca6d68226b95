package io.github.frameiokit.response;

import io.github.frameiokit.FormData;

/**
 * Several lines of text.
 *
 * @param name the key of its value in the submitted data, not blank, not null
 * @param label the text beside it, not blank, not null
 * @param value its initial text, possibly empty, not null
 */
public record TextareaField(String name, String label, String value) implements Field {

    /**
     * Checks the texts.
     *
     * @throws IllegalArgumentException if name or label is blank or null, or the value is null
     */
    public TextareaField {
        Checks.nameAndLabel("text area", name, label);
        Checks.present(value, "The value of the text area '" + name + "'");
    }

    /**
     * Creates an empty field.
     *
     * @param name the key of its value in the submitted data, not blank, not null
     * @param label the text beside it, not blank, not null
     * @return the field
     * @throws IllegalArgumentException if either is blank or null
     */
    public static TextareaField of(String name, String label) {
        return new TextareaField(name, label, "");
    }

    /**
     * This field with another initial text.
     *
     * @param text the text, possibly empty, not null
     * @return a new field
     * @throws IllegalArgumentException if the text is null
     */
    public TextareaField value(String text) {
        return new TextareaField(name, label, text);
    }

    @Override
    public TextareaField withValueFrom(FormData data) {
        Checks.present(data, "The \'data\' for the field \'" + name + "\'");
        return data.value(name).isPresent() ? value(data.text(name)) : this;
    }
}
