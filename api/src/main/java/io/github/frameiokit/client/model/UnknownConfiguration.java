package io.github.frameiokit.client.model;

import jakarta.json.JsonObject;

/**
 * The configuration of a type of metadata field that this version of the kit doesn't know.
 *
 * @param json everything that Frame.io sent about it
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
