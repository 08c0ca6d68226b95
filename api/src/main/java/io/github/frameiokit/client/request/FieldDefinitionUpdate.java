package io.github.frameiokit.client.request;

import io.github.frameiokit.client.model.DateConfiguration;
import io.github.frameiokit.client.model.FieldConfiguration;
import io.github.frameiokit.client.model.FieldDefinition;
import io.github.frameiokit.client.model.NumberConfiguration;
import io.github.frameiokit.client.model.RatingConfiguration;
import io.github.frameiokit.client.model.SelectConfiguration;
import io.github.frameiokit.client.model.ToggleConfiguration;
import io.github.frameiokit.client.model.UserConfiguration;
import java.util.Map;

/** Changes of a metadata field, whose type Frame.io wants to be told but doesn't change. Immutable. */
public final class FieldDefinitionUpdate extends Draft {

    private static final int LONGEST = 250;

    private FieldDefinitionUpdate(Map<String, Object> members) {
        super(members);
    }

    /**
     * Starts with nothing but the field's type.
     *
     * @param type the type it has, not null
     * @return the draft
     */
    public static FieldDefinitionUpdate of(FieldDefinition.Type type) {
        return new FieldDefinitionUpdate(Map.of("field_type", given("type", type)));
    }

    /**
     * Its name.
     *
     * @param name the name, not blank, at most 250 characters
     * @return a new draft
     * @throws IllegalArgumentException if it is blank or too long
     */
    public FieldDefinitionUpdate name(String name) {
        return new FieldDefinitionUpdate(with("name", text("name", name, LONGEST)));
    }

    /**
     * A field of ratings.
     *
     * @param configuration what is particular to it, not null
     * @return the draft
     */
    public static FieldDefinitionUpdate rating(RatingConfiguration configuration) {
        return of(FieldDefinition.Type.RATING).configured(configuration);
    }

    /**
     * A field of numbers.
     *
     * @param configuration what is particular to it, not null
     * @return the draft
     */
    public static FieldDefinitionUpdate number(NumberConfiguration configuration) {
        return of(FieldDefinition.Type.NUMBER).configured(configuration);
    }

    /**
     * A field of yes or no.
     *
     * @param configuration what is particular to it, not null
     * @return the draft
     */
    public static FieldDefinitionUpdate toggle(ToggleConfiguration configuration) {
        return of(FieldDefinition.Type.TOGGLE).configured(configuration);
    }

    /**
     * A field of dates.
     *
     * @param configuration what is particular to it, not null
     * @return the draft
     */
    public static FieldDefinitionUpdate date(DateConfiguration configuration) {
        return of(FieldDefinition.Type.DATE).configured(configuration);
    }

    /**
     * A field of one choice.
     *
     * @param configuration what is particular to it, not null
     * @return the draft
     */
    public static FieldDefinitionUpdate select(SelectConfiguration configuration) {
        return of(FieldDefinition.Type.SELECT).configured(configuration);
    }

    /**
     * A field of several choices.
     *
     * @param configuration what is particular to it, not null
     * @return the draft
     */
    public static FieldDefinitionUpdate selectMulti(SelectConfiguration configuration) {
        return of(FieldDefinition.Type.SELECT_MULTI).configured(configuration);
    }

    /**
     * A field of one person.
     *
     * @param configuration what is particular to it, not null
     * @return the draft
     */
    public static FieldDefinitionUpdate userSingle(UserConfiguration configuration) {
        return of(FieldDefinition.Type.USER_SINGLE).configured(configuration);
    }

    /**
     * A field of several people.
     *
     * @param configuration what is particular to it, not null
     * @return the draft
     */
    public static FieldDefinitionUpdate userMulti(UserConfiguration configuration) {
        return of(FieldDefinition.Type.USER_MULTI).configured(configuration);
    }

    private FieldDefinitionUpdate configured(FieldConfiguration configuration) {
        return new FieldDefinitionUpdate(with("field_configuration", given("configuration", configuration)));
    }
}
