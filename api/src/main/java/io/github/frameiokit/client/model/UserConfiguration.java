package io.github.frameiokit.client.model;

import java.util.List;

/**
 * Who can be chosen, for one and for several people.
 *
 * @param memberOptionsType whether everyone of the project or a list
 * @param customMembers the list
 * @param notifyMembers whether those chosen are told
 */
public record UserConfiguration(
        UserConfiguration.Members memberOptionsType, List<FieldMember> customMembers, boolean notifyMembers)
        implements FieldConfiguration {

    /** Checks that nothing is null, and takes copies of the lists. */
    public UserConfiguration {
        Checks.notNull(UserConfiguration.class, memberOptionsType, customMembers);
        customMembers = Checks.copy("customMembers", customMembers);
    }

    /**
     * From whom a field's people are chosen. An open set: Frame.io may add to it, and what it adds is kept.
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
