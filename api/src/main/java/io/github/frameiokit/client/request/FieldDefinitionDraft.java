package io.github.frameiokit.client.request;

import io.github.frameiokit.client.model.DateConfiguration;
import io.github.frameiokit.client.model.FieldConfiguration;
import io.github.frameiokit.client.model.FieldDefinition;
import io.github.frameiokit.client.model.NumberConfiguration;
import io.github.frameiokit.client.model.RatingConfiguration;
import io.github.frameiokit.client.model.SelectConfiguration;
import io.github.frameiokit.client.model.ToggleConfiguration;
import io.github.frameiokit.client.model.UserConfiguration;

/** A metadata field to create. Immutable. */
public final class FieldDefinitionDraft extends RequestParameters<FieldDefinitionDraft> {

    private FieldDefinitionDraft() {}

    /**
     * A field that holds short texts.
     *
     * @param name its name, not blank, at most 250 characters
     * @return the draft
     * @throws IllegalArgumentException if the name is null, blank or longer than 250 characters
     */
    public static FieldDefinitionDraft text(String name) {
        return of(FieldDefinition.Type.TEXT, name);
    }

    /**
     * A field that holds long texts.
     *
     * @param name its name, not blank, at most 250 characters
     * @return the draft
     * @throws IllegalArgumentException if the name is null, blank or longer than 250 characters
     */
    public static FieldDefinitionDraft longText(String name) {
        return of(FieldDefinition.Type.LONG_TEXT, name);
    }

    /**
     * A field that holds ratings.
     *
     * @param name its name, not blank, at most 250 characters
     * @param configuration its configuration, not null
     * @return the draft
     * @throws IllegalArgumentException if the name is null, blank or longer than 250 characters
     */
    public static FieldDefinitionDraft rating(String name, RatingConfiguration configuration) {
        return of(FieldDefinition.Type.RATING, name).configured(configuration);
    }

    /**
     * A field that holds numbers.
     *
     * @param name its name, not blank, at most 250 characters
     * @param configuration its configuration, not null
     * @return the draft
     * @throws IllegalArgumentException if the name is null, blank or longer than 250 characters
     */
    public static FieldDefinitionDraft number(String name, NumberConfiguration configuration) {
        return of(FieldDefinition.Type.NUMBER, name).configured(configuration);
    }

    /**
     * A field that holds yes or no.
     *
     * @param name its name, not blank, at most 250 characters
     * @param configuration its configuration, not null
     * @return the draft
     * @throws IllegalArgumentException if the name is null, blank or longer than 250 characters
     */
    public static FieldDefinitionDraft toggle(String name, ToggleConfiguration configuration) {
        return of(FieldDefinition.Type.TOGGLE, name).configured(configuration);
    }

    /**
     * A field that holds dates.
     *
     * @param name its name, not blank, at most 250 characters
     * @param configuration its configuration, not null
     * @return the draft
     * @throws IllegalArgumentException if the name is null, blank or longer than 250 characters
     */
    public static FieldDefinitionDraft date(String name, DateConfiguration configuration) {
        return of(FieldDefinition.Type.DATE, name).configured(configuration);
    }

    /**
     * A field that holds one option.
     *
     * @param name its name, not blank, at most 250 characters
     * @param configuration its configuration, not null
     * @return the draft
     * @throws IllegalArgumentException if the name is null, blank or longer than 250 characters
     */
    public static FieldDefinitionDraft select(String name, SelectConfiguration configuration) {
        return of(FieldDefinition.Type.SELECT, name).configured(configuration);
    }

    /**
     * A field that holds several options.
     *
     * @param name its name, not blank, at most 250 characters
     * @param configuration its configuration, not null
     * @return the draft
     * @throws IllegalArgumentException if the name is null, blank or longer than 250 characters
     */
    public static FieldDefinitionDraft selectMulti(String name, SelectConfiguration configuration) {
        return of(FieldDefinition.Type.SELECT_MULTI, name).configured(configuration);
    }

    /**
     * A field that holds one person.
     *
     * @param name its name, not blank, at most 250 characters
     * @param configuration its configuration, not null
     * @return the draft
     * @throws IllegalArgumentException if the name is null, blank or longer than 250 characters
     */
    public static FieldDefinitionDraft userSingle(String name, UserConfiguration configuration) {
        return of(FieldDefinition.Type.USER_SINGLE, name).configured(configuration);
    }

    /**
     * A field that holds several people.
     *
     * @param name its name, not blank, at most 250 characters
     * @param configuration its configuration, not null
     * @return the draft
     * @throws IllegalArgumentException if the name is null, blank or longer than 250 characters
     */
    public static FieldDefinitionDraft userMulti(String name, UserConfiguration configuration) {
        return of(FieldDefinition.Type.USER_MULTI, name).configured(configuration);
    }

    private static FieldDefinitionDraft of(FieldDefinition.Type type, String name) {
        return new FieldDefinitionDraft().set("field_type", type).setText("name", name, 250);
    }

    private FieldDefinitionDraft configured(FieldConfiguration configuration) {
        return set("field_configuration", Require.given("configuration", configuration));
    }
}
