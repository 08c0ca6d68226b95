package io.github.frameiokit.response;

import io.github.frameiokit.FormData;
import jakarta.json.JsonValue;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/**
 * A field of a type that this version of the kit doesn't know, for types that Frame.io adds.
 *
 * <pre>{@code
 * CustomField.of("multi_select", "tags", "Tags").with("value", Json.createArrayBuilder().add("b-roll").build())
 * }</pre>
 *
 * @param type the field's {@code type} in JSON, not blank, not null
 * @param name the key of its value in the submitted data, not blank, not null
 * @param label the text beside it, not blank, not null
 * @param properties the field's other JSON members in their order, without null names or values; unmodifiable
 */
public record CustomField(String type, String name, String label, Map<String, JsonValue> properties) implements Field {

    private static final Set<String> OWN = Set.of("type", "name", "label");

    /**
     * Checks the texts and the members' names.
     *
     * @throws IllegalArgumentException if type, name or label is blank or null, a property is named {@code type},
     *     {@code name} or {@code label}, or a property has a blank name or a null value
     */
    public CustomField {
        Checks.text(type, "The type of a field");
        Checks.nameAndLabel("field", name, label);
        Checks.present(properties, "The 'properties' of the field '" + name + "'");
        properties = Collections.unmodifiableMap(new LinkedHashMap<>(properties));
        for (String property : properties.keySet()) {
            Checks.text(property, "The name of a property of the field '" + name + "'");
            Checks.present(
                    properties.get(property),
                    "The value of the property '" + property + "' of the field '" + name + "'");
            if (OWN.contains(property)) {
                throw new IllegalArgumentException("The field '" + name + "' already has '" + property
                        + "'; pass it to CustomField.of, not as a property.");
            }
        }
    }

    /**
     * Creates a field.
     *
     * @param type the field's {@code type} in JSON, not blank, not null
     * @param name the key of its value in the submitted data, not blank, not null
     * @param label the text beside it, not blank, not null
     * @return the field
     * @throws IllegalArgumentException if one is blank or null
     */
    public static CustomField of(String type, String name, String label) {
        return new CustomField(type, name, label, Map.of());
    }

    /**
     * This field with one more JSON member, or with a new value for a member it already has.
     *
     * @param property the member's name, not blank, not null, and none of {@code type}, {@code name} and {@code label}
     * @param value the member's value, not null
     * @return a new field
     * @throws IllegalArgumentException if the name is blank, null or one of those three, or the value is null
     */
    public CustomField with(String property, JsonValue value) {
        Map<String, JsonValue> more = new LinkedHashMap<>(properties);
        more.put(property, value);
        return new CustomField(type, name, label, more);
    }

    @Override
    public CustomField withValueFrom(FormData data) {
        Checks.present(data, "The \'data\' for the field \'" + name + "\'");
        return data.value(name).map(value -> with("value", value)).orElse(this);
    }
}
