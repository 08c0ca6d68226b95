package io.github.frameiokit.client.model;

import java.util.Optional;

/**
 * A date, with or without a time of day.
 *
 * @param fieldDefinitionId the field
 * @param fieldDefinitionName the field's name
 * @param fieldType the field's type
 * @param mutable whether users can change it
 * @param value the date as Frame.io writes it; empty if there is none
 */
public record DateValue(
        String fieldDefinitionId,
        String fieldDefinitionName,
        FieldDefinition.Type fieldType,
        boolean mutable,
        Optional<String> value)
        implements MetadataValue {

    /** Checks that nothing is null. */
    public DateValue {
        Checks.notNull(DateValue.class, fieldDefinitionId, fieldDefinitionName, fieldType, value);
    }

    @Override
    public String toString() {
        return "DateValue[" + fieldDefinitionId + "]";
    }
}
