package io.github.frameiokit.response;

import io.github.frameiokit.FormData;

/**
 * A choice between yes and no. {@link FormData#bool(String)} reads the submitted value.
 *
 * @param name the key of its value in the submitted data, not blank, not null
 * @param label the text beside it, not blank, not null
 * @param value whether it is initially checked
 */
public record CheckboxField(String name, String label, boolean value) implements Field {

    /**
     * Checks the texts.
     *
     * @throws IllegalArgumentException if name or label is blank or null
     */
    public CheckboxField {
        Checks.nameAndLabel("checkbox", name, label);
    }

    /**
     * Creates an unchecked box.
     *
     * @param name the key of its value in the submitted data, not blank, not null
     * @param label the text beside it, not blank, not null
     * @return the field
     * @throws IllegalArgumentException if either is blank or null
     */
    public static CheckboxField of(String name, String label) {
        return new CheckboxField(name, label, false);
    }

    /**
     * Returns this field, initially checked or not.
     *
     * @param checked whether it is initially checked
     * @return a new field
     */
    public CheckboxField value(boolean checked) {
        return new CheckboxField(name, label, checked);
    }

    @Override
    public CheckboxField withValueFrom(FormData data) {
        Checks.present(data, "The \'data\' for the field \'" + name + "\'");
        return data.value(name).isPresent() ? value(data.bool(name)) : this;
    }
}
