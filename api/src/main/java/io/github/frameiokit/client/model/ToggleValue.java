package io.github.frameiokit.client.model;

import java.util.Optional;

/**
 * Yes or no.
 *
 * @param fieldDefinitionId the field
 * @param fieldDefinitionName the field's name
 * @param fieldType the field's type
 * @param mutable whether it can be changed
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
