package io.github.frameiokit.client.model;

import java.util.List;
import java.util.Optional;

/**
 * The selected users; at most one if the field holds a single user.
 *
 * @param fieldDefinitionId the field
 * @param fieldDefinitionName the field's name
 * @param fieldType the field's type
 * @param mutable whether users can change it
 * @param value the chosen people and groups
 * @param memberOptionsType whether all members of the project can be selected, or only those of a list
 * @param customMembers the list of users that can be selected; empty if all members can
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

    /** Checks that nothing is null, and copies the lists. */
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
