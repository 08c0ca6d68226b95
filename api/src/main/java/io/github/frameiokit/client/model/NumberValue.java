package io.github.frameiokit.client.model;

import java.math.BigDecimal;
import java.util.Optional;

/**
 * A number.
 *
 * @param fieldDefinitionId the field
 * @param fieldDefinitionName the field's name
 * @param fieldType the field's type
 * @param mutable whether users can change it
 * @param value the number; empty if there is none
 */
public record NumberValue(
        String fieldDefinitionId,
        String fieldDefinitionName,
        FieldDefinition.Type fieldType,
        boolean mutable,
        Optional<BigDecimal> value)
        implements MetadataValue {

    /** Checks that nothing is null. */
    public NumberValue {
        Checks.notNull(NumberValue.class, fieldDefinitionId, fieldDefinitionName, fieldType, value);
    }

    @Override
    public String toString() {
        return "NumberValue[" + fieldDefinitionId + "]";
    }
}
