package io.github.frameiokit.client.model;

import java.util.Optional;

/**
 * A text, short or long.
 *
 * @param fieldDefinitionId the field
 * @param fieldDefinitionName the field's name
 * @param fieldType the field's type
 * @param mutable whether users can change it
 * @param value the text; empty if there is none
 */
public record TextValue(
        String fieldDefinitionId,
        String fieldDefinitionName,
        FieldDefinition.Type fieldType,
        boolean mutable,
        Optional<String> value)
        implements MetadataValue {

    /** Checks that nothing is null. */
    public TextValue {
        Checks.notNull(TextValue.class, fieldDefinitionId, fieldDefinitionName, fieldType, value);
    }

    @Override
    public String toString() {
        return "TextValue[" + fieldDefinitionId + "]";
    }
}
