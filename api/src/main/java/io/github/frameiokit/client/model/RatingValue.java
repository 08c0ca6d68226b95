package io.github.frameiokit.client.model;

import java.util.Optional;

/**
 * A rating.
 *
 * @param fieldDefinitionId the field
 * @param fieldDefinitionName the field's name
 * @param fieldType the field's type
 * @param mutable whether users can change it
 * @param value the rating; empty if there is none
 */
public record RatingValue(
        String fieldDefinitionId,
        String fieldDefinitionName,
        FieldDefinition.Type fieldType,
        boolean mutable,
        Optional<Integer> value)
        implements MetadataValue {

    /** Checks that nothing is null. */
    public RatingValue {
        Checks.notNull(RatingValue.class, fieldDefinitionId, fieldDefinitionName, fieldType, value);
    }

    @Override
    public String toString() {
        return "RatingValue[" + fieldDefinitionId + "]";
    }
}
