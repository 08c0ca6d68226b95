package io.github.frameiokit.client.model;

import java.util.List;
import java.util.Optional;

/**
 * Who was chosen; for a field of one person at most one.
 *
 * @param fieldDefinitionId the field
 * @param fieldDefinitionName the field's name
 * @param fieldType the field's type
 * @param mutable whether it can be changed
 * @param value the chosen people and groups
 * @param memberOptionsType from whom they are chosen
 * @param customMembers the list they are chosen from, if it is one
 */
public record UsersValue(
        String fieldDefinitionId,
        String fieldDefinitionName,
        FieldDefinition.Type fieldType,
        boolean mutable,
        List<FieldMember> value,
        Optional<UserConfiguration.Members> memberOptionsType,
        List<FieldMember> customMembers)
        implements MetadataValue {

    /** Checks that nothing is null, and takes copies of the lists. */
    public UsersValue {
        Checks.notNull(
                UsersValue.class,
                fieldDefinitionId,
                fieldDefinitionName,
                fieldType,
                value,
                memberOptionsType,
                customMembers);
        value = Checks.copy("value", value);
        customMembers = Checks.copy("customMembers", customMembers);
    }

    @Override
    public String toString() {
        return "UsersValue[" + fieldDefinitionId + "]";
    }
}
