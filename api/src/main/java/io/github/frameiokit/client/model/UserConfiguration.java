package io.github.frameiokit.client.model;

import java.util.List;

/**
 * The users that can be selected in a metadata field, whether users select one or several.
 *
 * @param memberOptionsType whether all members of the project can be selected, or only those of a list
 * @param customMembers the list
 * @param notifyMembers whether Frame.io notifies the selected users
 */
public record UserConfiguration(
        UserConfiguration.Members memberOptionsType, List<FieldMember> customMembers, boolean notifyMembers)
        implements FieldConfiguration {

    /** Checks that nothing is null, and copies the lists. */
    public UserConfiguration {
        Checks.notNull(UserConfiguration.class, memberOptionsType, customMembers);
        customMembers = Checks.copy("customMembers", customMembers);
    }

    /**
     * The users that can be selected in a metadata field. Names that Frame.io adds are kept.
     *
     * @param value the name that Frame.io uses
     */
    public record Members(String value) {

        /** Checks that nothing is null. */
        public Members {
            Checks.notNull(Members.class, value);
        }

        /** {@code all_project_members}. */
        public static final Members ALL_PROJECT_MEMBERS = new Members("all_project_members");

        /** {@code custom}. */
        public static final Members CUSTOM = new Members("custom");

        @Override
        public String toString() {
            return value;
        }
    }
}
