package io.github.frameiokit.client.model;

import java.util.List;

/**
 * What was chosen; for a field of one choice at most one.
 *
 * @param fieldDefinitionId the field
 * @param fieldDefinitionName the field's name
 * @param fieldType the field's type
 * @param mutable whether it can be changed
 * @param value the chosen options
 * @param fieldOptions all options
 */
public record SelectValue(
        String fieldDefinitionId,
        String fieldDefinitionName,
        FieldDefinition.Type fieldType,
        boolean mutable,
        List<FieldOption> value,
        List<FieldOption> fieldOptions)
        implements MetadataValue {

    /** Takes copies of the lists. */
    public SelectValue {
        value = List.copyOf(value);
        fieldOptions = List.copyOf(fieldOptions);
    }

    @Override
    public String toString() {
        return "SelectValue[" + fieldDefinitionId + "]";
    }
}
