package io.github.frameiokit.testkit;

import jakarta.json.JsonObject;
import jakarta.json.JsonValue;

/** How a field of an app's form is filled in. */
enum FormField {
    TEXT,
    TEXTAREA,
    SELECT,
    SEVERAL,
    FLAG,
    LINK;

    static FormField of(JsonObject field) {
        boolean options = field.containsKey("options");
        return switch (field.getString("type", "")) {
            case "textarea" -> TEXTAREA;
            case "select" -> SELECT;
            case "checkbox", "boolean" -> FLAG;
            case "link" -> LINK;
            default ->
                options && field.get("value") != null && field.get("value").getValueType() == JsonValue.ValueType.ARRAY
                        ? SEVERAL
                        : options ? SELECT : TEXT;
        };
    }

    /** Whether the value of a checkbox is a text, as in Frame.io's guide. */
    static boolean isText(JsonObject field) {
        return field.getString("type", "").equals("boolean");
    }
}
