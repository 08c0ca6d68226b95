package io.github.frameiokit.client.model;

import java.time.Instant;
import java.util.Optional;

/**
 * A metadata field of an account.
 *
 * @param id its id
 * @param name its name
 * @param fieldType the type of its values
 * @param mutable whether users can change its values
 * @param creatorId the user who created it
 * @param createdAt when it was created
 * @param updatedAt when it last changed
 * @param fieldConfiguration its configuration; empty for text fields
 * @param creator the user who created it; only with {@link io.github.frameiokit.client.request.Include#CREATOR}
 */
public record FieldDefinition(
        String id,
        String name,
        FieldDefinition.Type fieldType,
        boolean mutable,
        String creatorId,
        Instant createdAt,
        Instant updatedAt,
        Optional<FieldConfiguration> fieldConfiguration,
        Optional<User> creator) {

    /** Checks that nothing is null. */
    public FieldDefinition {
        Checks.notNull(
                FieldDefinition.class,
                id,
                name,
                fieldType,
                creatorId,
                createdAt,
                updatedAt,
                fieldConfiguration,
                creator);
    }

    @Override
    public String toString() {
        return "FieldDefinition[" + id + "]";
    }

    /**
     * The type of a metadata field's values. Names that Frame.io adds are kept.
     *
     * @param value the name that Frame.io uses
     */
    public record Type(String value) {

        /** Checks that nothing is null. */
        public Type {
            Checks.notNull(Type.class, value);
        }

        /** {@code text}. */
        public static final Type TEXT = new Type("text");

        /** {@code long_text}. */
        public static final Type LONG_TEXT = new Type("long_text");

        /** {@code select}. */
        public static final Type SELECT = new Type("select");

        /** {@code select_multi}. */
        public static final Type SELECT_MULTI = new Type("select_multi");

        /** {@code rating}. */
        public static final Type RATING = new Type("rating");

        /** {@code number}. */
        public static final Type NUMBER = new Type("number");

        /** {@code toggle}. */
        public static final Type TOGGLE = new Type("toggle");

        /** {@code user_single}. */
        public static final Type USER_SINGLE = new Type("user_single");

        /** {@code user_multi}. */
        public static final Type USER_MULTI = new Type("user_multi");

        /** {@code date}. */
        public static final Type DATE = new Type("date");

        @Override
        public String toString() {
            return value;
        }
    }
}
