package io.github.frameiokit.client.model;

/**
 * A user or a group that can be selected in a metadata field.
 *
 * @param id the id
 * @param type whether it is a user or a group
 */
public record FieldMember(String id, FieldMember.Type type) {

    /** Checks that nothing is null. */
    public FieldMember {
        Checks.notNull(FieldMember.class, id, type);
    }

    /**
     * A user or a group. Names that Frame.io adds are kept.
     *
     * @param value the name that Frame.io uses
     */
    public record Type(String value) {

        /** Checks that nothing is null. */
        public Type {
            Checks.notNull(Type.class, value);
        }

        /** {@code user}. */
        public static final Type USER = new Type("user");

        /** {@code account_user_group}. */
        public static final Type GROUP = new Type("account_user_group");

        @Override
        public String toString() {
            return value;
        }
    }
}
