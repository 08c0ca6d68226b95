package io.github.frameiokit.response;

import io.github.frameiokit.FormData;

/**
 * A choice between yes and no. Read it back with {@link FormData#bool(String)}.
 *
 * @param name the name its value comes back under, not blank
 * @param label what the user reads beside it, not blank
 * @param value whether it starts checked
 */
public record CheckboxField(String name, String label, boolean value) implements Field {

    /**
     * Checks the texts.
     *
     * @throws IllegalArgumentException if name or label is blank
     */
    public CheckboxField {
        Checks.nameAndLabel("checkbox", name, label);
    }

    /**
     * Makes an unchecked box.
     *
     * @param name the name its value comes back under, not blank
     * @param label what the user reads beside it, not blank
     * @return the field
     * @throws IllegalArgumentException if either is blank
     */
    public static CheckboxField of(String name, String label) {
        return new CheckboxField(name, label, false);
    }

    /**
     * This field, checked or not.
     *
     * @param checked whether it starts checked
     * @return a new field
     */
    public CheckboxField value(boolean checked) {
        return new CheckboxField(name, label, checked);
    }

    @Override
    public CheckboxField withValueFrom(FormData data) {
        return data.value(name).isPresent() ? value(data.bool(name)) : this;
    }
}
