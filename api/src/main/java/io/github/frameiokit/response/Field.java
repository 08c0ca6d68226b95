package io.github.frameiokit.response;

import io.github.frameiokit.FormData;

/**
 * A field of a {@link Form}. {@link io.github.frameiokit.ActionEvent#data()} has the submitted value under its name.
 */
public sealed interface Field permits TextField, TextareaField, SelectField, CheckboxField, LinkField, CustomField {

    /**
     * The key of the value in the submitted data, unique within the form. The kit reserves the name
     * {@code frameio_kit_sign_in}; handlers never get a value submitted under it.
     *
     * @return a text, not blank
     */
    String name();

    /**
     * The text beside the field.
     *
     * @return a text, not blank
     */
    String label();

    /**
     * This field with the value that the user submitted for it.
     *
     * @param data the submitted values, not null
     * @return a field of the same name; this field if the data has no usable value for it
     * @throws IllegalArgumentException if the data is null
     */
    Field withValueFrom(FormData data);
}
