package io.github.frameiokit.testkit;

import io.github.frameiokit.response.ActionResponse;
import io.github.frameiokit.response.CheckboxField;
import io.github.frameiokit.response.CustomField;
import io.github.frameiokit.response.Field;
import io.github.frameiokit.response.Form;
import io.github.frameiokit.response.LinkField;
import io.github.frameiokit.response.Message;
import io.github.frameiokit.response.SelectField;
import io.github.frameiokit.response.TextField;
import io.github.frameiokit.response.TextareaField;
import jakarta.json.Json;
import jakarta.json.JsonException;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.io.StringReader;
import java.net.URI;
import java.util.Optional;

/** Reads the JSON of messages and forms, as Frame.io does. */
final class ResponseReader {

    private ResponseReader() {}

    static ActionResponse read(String json) {
        try (var reader = Json.createReader(new StringReader(json))) {
            JsonObject object = reader.readObject();
            String title = object.getString("title");
            String description = object.getString("description");
            return object.containsKey("fields")
                    ? new Form(title, description, object.getJsonArray("fields").getValuesAs(ResponseReader::field))
                    : Message.of(title, description);
        } catch (JsonException | IllegalArgumentException | NullPointerException | ClassCastException e) {
            throw new AssertionError("The answer is no message or form that Frame.io shows: " + json, e);
        }
    }

    private static Field field(JsonValue value) {
        JsonObject field = value.asJsonObject();
        String type = field.getString("type");
        String name = field.getString("name");
        String label = field.getString("label");
        return switch (type) {
            case "text" -> TextField.of(name, label).value(field.getString("value"));
            case "textarea" -> TextareaField.of(name, label).value(field.getString("value"));
            case "link" -> LinkField.of(name, label, URI.create(field.getString("value")));
            // frameio.form.checkbox decides which one the app sends
            case "checkbox", "boolean" ->
                CheckboxField.of(name, label).value(Boolean.parseBoolean(text(field.get("value"))));
            case "select" -> select(name, label, field);
            default -> custom(type, name, label, field);
        };
    }

    private static SelectField select(String name, String label, JsonObject field) {
        return new SelectField(
                name,
                label,
                field.getJsonArray("options")
                        .getValuesAs((JsonObject option) ->
                                new SelectField.Option(option.getString("name"), option.getString("value"))),
                Optional.ofNullable(field.getString("value", null)));
    }

    private static CustomField custom(String type, String name, String label, JsonObject field) {
        CustomField custom = CustomField.of(type, name, label);
        for (var property : field.entrySet()) {
            custom = switch (property.getKey()) {
                case "type", "name", "label" -> custom;
                default -> custom.with(property.getKey(), property.getValue());
            };
        }
        return custom;
    }

    static String text(JsonValue value) {
        return value instanceof JsonString string ? string.getString() : String.valueOf(value);
    }
}
