package io.github.frameiokit.response;

import io.github.frameiokit.FormData;

/**
 * A field of a {@link Form}. Its value comes back in {@link io.github.frameiokit.ActionEvent#data()} under its name.
 */
public sealed interface Field permits TextField, TextareaField, SelectField, CheckboxField, LinkField, CustomField {

    /**
     * The name the value comes back under, unique within the form. {@code frameio_kit_sign_in} is the kit's own: what
     * is submitted under it never reaches a handler.
     *
     * @return a text that isn't blank
     */
    String name();

    /**
     * What the user reads beside the field.
     *
     * @return a text that isn't blank
     */
    String label();

    /**
     * This field with the value the user submitted for it.
     *
     * @param data the submitted values
     * @return a field of the same name; this one where nothing usable was submitted for it
     */
    Field withValueFrom(FormData data);
}
