package io.github.frameiokit.client.model;

import java.util.List;

/**
 * The selected options; at most one if the field holds a single option.
 *
 * @param fieldDefinitionId the field
 * @param fieldDefinitionName the field's name
 * @param fieldType the field's type
 * @param mutable whether users can change it
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

    /** Checks that nothing is null, and copies the lists. */
    public SelectValue {
        Checks.notNull(SelectValue.class, fieldDefinitionId, fieldDefinitionName, fieldType, value, fieldOptions);
        value = Checks.copy("value", value);
        fieldOptions = Checks.copy("fieldOptions", fieldOptions);
    }

    @Override
    public String toString() {
        return "SelectValue[" + fieldDefinitionId + "]";
    }
}
