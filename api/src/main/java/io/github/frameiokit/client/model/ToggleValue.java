package io.github.frameiokit.client.model;

import java.util.Optional;

/**
 * A yes or no.
 *
 * @param fieldDefinitionId the field
 * @param fieldDefinitionName the field's name
 * @param fieldType the field's type
 * @param mutable whether users can change it
 * @param value whether; empty if it wasn't said
 */
public record ToggleValue(
        String fieldDefinitionId,
        String fieldDefinitionName,
        FieldDefinition.Type fieldType,
        boolean mutable,
        Optional<Boolean> value)
        implements MetadataValue {

    /** Checks that nothing is null. */
    public ToggleValue {
        Checks.notNull(ToggleValue.class, fieldDefinitionId, fieldDefinitionName, fieldType, value);
    }

    @Override
    public String toString() {
        return "ToggleValue[" + fieldDefinitionId + "]";
    }
}
