package io.github.frameiokit.client.model;

/** The value of a metadata field; each kind has a {@code value()} of its own. */
public sealed interface MetadataValue
        permits TextValue, NumberValue, RatingValue, ToggleValue, DateValue, SelectValue, UsersValue, UnknownValue {
    /**
     * The field.
     *
     * @return it
     */
    String fieldDefinitionId();

    /**
     * The field's name.
     *
     * @return it
     */
    String fieldDefinitionName();

    /**
     * The field's type.
     *
     * @return it
     */
    FieldDefinition.Type fieldType();

    /**
     * Whether it can be changed.
     *
     * @return it
     */
    boolean mutable();
}
