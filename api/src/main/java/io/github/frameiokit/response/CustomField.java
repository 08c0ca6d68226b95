package io.github.frameiokit.response;

import io.github.frameiokit.FormData;
import jakarta.json.JsonValue;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/**
 * A field of a type this version of the kit doesn't know, for what Frame.io adds.
 *
 * <pre>{@code
 * CustomField.of("multi_select", "tags", "Tags").with("value", Json.createArrayBuilder().add("b-roll").build())
 * }</pre>
 *
 * @param type the field's {@code type} on the wire, not blank
 * @param name the name its value comes back under, not blank
 * @param label what the user reads beside it, not blank
 * @param properties the field's further JSON members in their order, unmodifiable
 */
public record CustomField(String type, String name, String label, Map<String, JsonValue> properties) implements Field {

    private static final Set<String> OWN = Set.of("type", "name", "label");

    /**
     * Checks the texts and the members' names.
     *
     * @throws IllegalArgumentException if type, name or label is blank or stands among the properties once more, or a
     *     property has a blank name or a null value
     */
    public CustomField {
        Checks.text(type, "The type of a field");
        Checks.nameAndLabel("field", name, label);
        properties = Collections.unmodifiableMap(new LinkedHashMap<>(properties));
        for (String property : properties.keySet()) {
            Checks.text(property, "A property's name of the field '" + name + "'");
            Checks.present(properties.get(property), "The property '" + property + "' of the field '" + name + "'");
            if (OWN.contains(property)) {
                throw new IllegalArgumentException("The field '" + name + "' has '" + property
                        + "' already; give it to CustomField.of, not as a property.");
            }
        }
    }

    /**
     * Makes a field.
     *
     * @param type the field's {@code type} on the wire, not blank
     * @param name the name its value comes back under, not blank
     * @param label what the user reads beside it, not blank
     * @return the field
     * @throws IllegalArgumentException if one is blank
     */
    public static CustomField of(String type, String name, String label) {
        return new CustomField(type, name, label, Map.of());
    }

    /**
     * This field with one more JSON member, or another value for one it has.
     *
     * @param property the member's name, not {@code type}, {@code name} or {@code label}
     * @param value the member's value, not null
     * @return a new field
     * @throws IllegalArgumentException if the name is blank or one of those three, or the value null
     */
    public CustomField with(String property, JsonValue value) {
        Map<String, JsonValue> more = new LinkedHashMap<>(properties);
        more.put(property, value);
        return new CustomField(type, name, label, more);
    }

    @Override
    public CustomField withValueFrom(FormData data) {
        return data.value(name).map(value -> with("value", value)).orElse(this);
    }
}
