package io.github.frameiokit.internal.events;

import io.github.frameiokit.internal.Settings;
import io.github.frameiokit.response.ActionResponse;
import io.github.frameiokit.response.CheckboxField;
import io.github.frameiokit.response.CustomField;
import io.github.frameiokit.response.Field;
import io.github.frameiokit.response.Form;
import io.github.frameiokit.response.LinkField;
import io.github.frameiokit.response.SelectField;
import io.github.frameiokit.response.TextField;
import io.github.frameiokit.response.TextareaField;
import jakarta.json.Json;
import jakarta.json.stream.JsonGenerator;
import jakarta.json.stream.JsonGeneratorFactory;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.eclipse.microprofile.config.Config;

/** The JSON of messages and forms, as in Frame.io's guide except for checkboxes. Thread-safe. */
final class ResponseJson {

    private final JsonGeneratorFactory generators = Json.createGeneratorFactory(Map.of());
    private final String checkboxType;

    /**
     * Decides how checkboxes are written.
     *
     * @param checkboxType {@code checkbox} with a real boolean, as all known apps send it; or {@code boolean} with a
     *     text for its value, as in Frame.io's guide
     */
    ResponseJson(String checkboxType) {
        this.checkboxType = checkboxType;
    }

    /** Reads the configured way. */
    static ResponseJson configured(Config config) {
        return new ResponseJson(Settings.FORM_CHECKBOX.get(config));
    }

    byte[] of(ActionResponse response) {
        StringWriter text = new StringWriter(); // an encoder for the bytes costs more than the JSON
        try (JsonGenerator json = generators.createGenerator(text)) {
            json.writeStartObject();
            json.write("title", response.title());
            json.write("description", response.description());
            if (response instanceof Form form) {
                json.writeStartArray("fields");
                form.fields().forEach(field -> write(field, json));
                json.writeEnd();
            }
            json.writeEnd();
        }
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }

    private void write(Field field, JsonGenerator json) {
        if (field instanceof TextField text) {
            begin("text", field, json);
            json.write("value", text.value());
        } else if (field instanceof TextareaField text) {
            begin("textarea", field, json);
            json.write("value", text.value());
        } else if (field instanceof LinkField link) {
            begin("link", field, json);
            json.write("value", link.value().toString());
        } else if (field instanceof SelectField select) {
            begin("select", field, json);
            select.value().ifPresent(value -> json.write("value", value));
            writeOptions(select, json);
        } else if (field instanceof CheckboxField box) {
            begin(checkboxType, field, json);
            if (checkboxType.equals("boolean")) {
                json.write("value", Boolean.toString(box.value()));
            } else {
                json.write("value", box.value());
            }
        } else if (field instanceof CustomField custom) {
            begin(custom.type(), field, json);
            custom.properties().forEach(json::write);
        }
        json.writeEnd();
    }

    private static void begin(String type, Field field, JsonGenerator json) {
        json.writeStartObject();
        json.write("type", type);
        json.write("label", field.label());
        json.write("name", field.name());
    }

    private static void writeOptions(SelectField select, JsonGenerator json) {
        json.writeStartArray("options");
        for (SelectField.Option option : select.options()) {
            json.writeStartObject();
            json.write("name", option.name());
            json.write("value", option.value());
            json.writeEnd();
        }
        json.writeEnd();
    }
}
