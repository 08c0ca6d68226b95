package io.github.frameiokit.client.model;

import jakarta.json.JsonObject;

/**
 * The value of a field of a type that this version of the kit doesn't know.
 *
 * @param fieldDefinitionId the field
 * @param fieldDefinitionName the field's name
 * @param fieldType the field's type
 * @param mutable whether it can be changed
 * @param json all that Frame.io sent of it
 */
public record UnknownValue(
        String fieldDefinitionId,
        String fieldDefinitionName,
        FieldDefinition.Type fieldType,
        boolean mutable,
        JsonObject json)
        implements MetadataValue {
    @Override
    public String toString() {
        return "UnknownValue[" + fieldDefinitionId + "]";
    }
}
