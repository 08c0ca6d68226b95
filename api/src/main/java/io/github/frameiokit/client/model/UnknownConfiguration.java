package io.github.frameiokit.client.model;

import jakarta.json.JsonObject;

/**
 * What is particular to a type of field that this version of the kit doesn't know.
 *
 * @param json all that Frame.io sent of it
 */
public record UnknownConfiguration(JsonObject json) implements FieldConfiguration {

    /** Checks that nothing is null. */
    public UnknownConfiguration {
        Checks.notNull(UnknownConfiguration.class, json);
    }

    @Override
    public String toString() {
        return "UnknownConfiguration[]";
    }
}
