package io.github.frameiokit.client.model;

import jakarta.json.JsonObject;

/**
 * The value of a type of field that this version of the kit doesn't know. It may lack members that other values always
 * have. The methods for those then throw a {@link java.util.NoSuchElementException} that names the member.
 *
 * @param json everything that Frame.io sent about it
 */
public record UnknownValue(JsonObject json) implements MetadataValue {

    /** Checks that nothing is null. */
    public UnknownValue {
        Checks.notNull(UnknownValue.class, json);
    }

    @Override
    public String fieldDefinitionId() {
        return new Sent(json).text("field_definition_id");
    }

    @Override
    public String fieldDefinitionName() {
        return new Sent(json).text("field_definition_name");
    }

    @Override
    public FieldDefinition.Type fieldType() {
        return new FieldDefinition.Type(new Sent(json).text("field_type"));
    }

    @Override
    public boolean mutable() {
        return new Sent(json).choice("mutable");
    }

    @Override
    public String toString() {
        return "UnknownValue[" + new Sent(json).maybe("field_definition_id").orElse("") + "]";
    }
}
