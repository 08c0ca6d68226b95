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

/** A metadata field to be made. Immutable. */
public final class FieldDefinitionDraft extends Draft {

    private static final int LONGEST = 250;

    private FieldDefinitionDraft(Map<String, Object> members) {
        super(members);
    }

    /**
     * A field of short texts.
     *
     * @param name its name, not blank, at most 250 characters
     * @return the draft
     * @throws IllegalArgumentException if the name is blank or too long
     */
    public static FieldDefinitionDraft text(String name) {
        return of(FieldDefinition.Type.TEXT, name);
    }

    /**
     * A field of long texts.
     *
     * @param name its name, not blank, at most 250 characters
     * @return the draft
     * @throws IllegalArgumentException if the name is blank or too long
     */
    public static FieldDefinitionDraft longText(String name) {
        return of(FieldDefinition.Type.LONG_TEXT, name);
    }

    /**
     * A field of ratings.
     *
     * @param name its name, not blank, at most 250 characters
     * @param configuration what is particular to it, not null
     * @return the draft
     * @throws IllegalArgumentException if the name is blank or too long
     */
    public static FieldDefinitionDraft rating(String name, RatingConfiguration configuration) {
        return of(FieldDefinition.Type.RATING, name).configured(configuration);
    }

    /**
     * A field of numbers.
     *
     * @param name its name, not blank, at most 250 characters
     * @param configuration what is particular to it, not null
     * @return the draft
     * @throws IllegalArgumentException if the name is blank or too long
     */
    public static FieldDefinitionDraft number(String name, NumberConfiguration configuration) {
        return of(FieldDefinition.Type.NUMBER, name).configured(configuration);
    }

    /**
     * A field of yes or no.
     *
     * @param name its name, not blank, at most 250 characters
     * @param configuration what is particular to it, not null
     * @return the draft
     * @throws IllegalArgumentException if the name is blank or too long
     */
    public static FieldDefinitionDraft toggle(String name, ToggleConfiguration configuration) {
        return of(FieldDefinition.Type.TOGGLE, name).configured(configuration);
    }

    /**
     * A field of dates.
     *
     * @param name its name, not blank, at most 250 characters
     * @param configuration what is particular to it, not null
     * @return the draft
     * @throws IllegalArgumentException if the name is blank or too long
     */
    public static FieldDefinitionDraft date(String name, DateConfiguration configuration) {
        return of(FieldDefinition.Type.DATE, name).configured(configuration);
    }

    /**
     * A field of one choice.
     *
     * @param name its name, not blank, at most 250 characters
     * @param configuration what is particular to it, not null
     * @return the draft
     * @throws IllegalArgumentException if the name is blank or too long
     */
    public static FieldDefinitionDraft select(String name, SelectConfiguration configuration) {
        return of(FieldDefinition.Type.SELECT, name).configured(configuration);
    }

    /**
     * A field of several choices.
     *
     * @param name its name, not blank, at most 250 characters
     * @param configuration what is particular to it, not null
     * @return the draft
     * @throws IllegalArgumentException if the name is blank or too long
     */
    public static FieldDefinitionDraft selectMulti(String name, SelectConfiguration configuration) {
        return of(FieldDefinition.Type.SELECT_MULTI, name).configured(configuration);
    }

    /**
     * A field of one person.
     *
     * @param name its name, not blank, at most 250 characters
     * @param configuration what is particular to it, not null
     * @return the draft
     * @throws IllegalArgumentException if the name is blank or too long
     */
    public static FieldDefinitionDraft userSingle(String name, UserConfiguration configuration) {
        return of(FieldDefinition.Type.USER_SINGLE, name).configured(configuration);
    }

    /**
     * A field of several people.
     *
     * @param name its name, not blank, at most 250 characters
     * @param configuration what is particular to it, not null
     * @return the draft
     * @throws IllegalArgumentException if the name is blank or too long
     */
    public static FieldDefinitionDraft userMulti(String name, UserConfiguration configuration) {
        return of(FieldDefinition.Type.USER_MULTI, name).configured(configuration);
    }

    private static FieldDefinitionDraft of(FieldDefinition.Type type, String name) {
        return new FieldDefinitionDraft(Map.of("field_type", type, "name", text("name", name, LONGEST)));
    }

    private FieldDefinitionDraft configured(FieldConfiguration configuration) {
        return new FieldDefinitionDraft(with("field_configuration", given("configuration", configuration)));
    }
}
