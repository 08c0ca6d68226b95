package io.github.frameiokit.client.request;

import io.github.frameiokit.client.model.DateConfiguration;
import io.github.frameiokit.client.model.FieldConfiguration;
import io.github.frameiokit.client.model.FieldDefinition;
import io.github.frameiokit.client.model.NumberConfiguration;
import io.github.frameiokit.client.model.RatingConfiguration;
import io.github.frameiokit.client.model.SelectConfiguration;
import io.github.frameiokit.client.model.ToggleConfiguration;
import io.github.frameiokit.client.model.UserConfiguration;

/**
 * Changes to a metadata field. Frame.io requires the field's type but never changes it. Immutable: each method returns
 * a copy.
 */
public final class FieldDefinitionUpdate extends RequestParameters<FieldDefinitionUpdate> {

    private FieldDefinitionUpdate() {}

    /**
     * Creates an update that changes nothing yet.
     *
     * @param type the field's current type, not null
     * @return the update
     */
    public static FieldDefinitionUpdate of(FieldDefinition.Type type) {
        return new FieldDefinitionUpdate().set("field_type", Require.given("type", type));
    }

    /**
     * Sets the name.
     *
     * @param name the name, not blank, at most 250 characters
     * @return a copy with this change
     * @throws IllegalArgumentException if it is null, blank or longer than 250 characters
     */
    public FieldDefinitionUpdate name(String name) {
        return setText("name", name, 250);
    }

    /**
     * Changes the configuration of a field that holds ratings.
     *
     * @param configuration its new configuration, not null
     * @return the update
     */
    public static FieldDefinitionUpdate rating(RatingConfiguration configuration) {
        return of(FieldDefinition.Type.RATING).configured(configuration);
    }

    /**
     * Changes the configuration of a field that holds numbers.
     *
     * @param configuration its new configuration, not null
     * @return the update
     */
    public static FieldDefinitionUpdate number(NumberConfiguration configuration) {
        return of(FieldDefinition.Type.NUMBER).configured(configuration);
    }

    /**
     * Changes the configuration of a field that holds yes or no.
     *
     * @param configuration its new configuration, not null
     * @return the update
     */
    public static FieldDefinitionUpdate toggle(ToggleConfiguration configuration) {
        return of(FieldDefinition.Type.TOGGLE).configured(configuration);
    }

    /**
     * Changes the configuration of a field that holds dates.
     *
     * @param configuration its new configuration, not null
     * @return the update
     */
    public static FieldDefinitionUpdate date(DateConfiguration configuration) {
        return of(FieldDefinition.Type.DATE).configured(configuration);
    }

    /**
     * Changes the configuration of a field that holds one option.
     *
     * @param configuration its new configuration, not null
     * @return the update
     */
    public static FieldDefinitionUpdate select(SelectConfiguration configuration) {
        return of(FieldDefinition.Type.SELECT).configured(configuration);
    }

    /**
     * Changes the configuration of a field that holds several options.
     *
     * @param configuration its new configuration, not null
     * @return the update
     */
    public static FieldDefinitionUpdate selectMulti(SelectConfiguration configuration) {
        return of(FieldDefinition.Type.SELECT_MULTI).configured(configuration);
    }

    /**
     * Changes the configuration of a field that holds one person.
     *
     * @param configuration its new configuration, not null
     * @return the update
     */
    public static FieldDefinitionUpdate userSingle(UserConfiguration configuration) {
        return of(FieldDefinition.Type.USER_SINGLE).configured(configuration);
    }

    /**
     * Changes the configuration of a field that holds several people.
     *
     * @param configuration its new configuration, not null
     * @return the update
     */
    public static FieldDefinitionUpdate userMulti(UserConfiguration configuration) {
        return of(FieldDefinition.Type.USER_MULTI).configured(configuration);
    }

    private FieldDefinitionUpdate configured(FieldConfiguration configuration) {
        return set("field_configuration", Require.given("configuration", configuration));
    }
}
