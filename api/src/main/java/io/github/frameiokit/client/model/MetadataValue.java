package io.github.frameiokit.client.model;

/** The value of a metadata field. Each type of field has its own {@code value()}. */
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
     * Whether users can change it.
     *
     * @return it
     */
    boolean mutable();
}
