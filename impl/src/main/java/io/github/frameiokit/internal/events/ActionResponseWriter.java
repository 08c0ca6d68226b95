package io.github.frameiokit.internal.events;

import io.github.frameiokit.internal.Keys;
import io.github.frameiokit.response.ActionResponse;
import io.github.frameiokit.response.CheckboxField;
import io.github.frameiokit.response.CustomField;
import io.github.frameiokit.response.Field;
import io.github.frameiokit.response.Form;
import io.github.frameiokit.response.LinkField;
import io.github.frameiokit.response.SelectField;
import io.github.frameiokit.response.TextField;
import io.github.frameiokit.response.TextareaField;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.stream.JsonGenerator;
import jakarta.json.stream.JsonGeneratorFactory;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.ext.MessageBodyWriter;
import jakarta.ws.rs.ext.Provider;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.lang.annotation.Annotation;
import java.lang.reflect.Type;
import java.util.Map;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Writes what an action answers as the JSON that Frame.io shows. */
@Provider
@ApplicationScoped
@Produces(MediaType.APPLICATION_JSON)
public class ActionResponseWriter implements MessageBodyWriter<ActionResponse> {

    /** Frame.io's guide has {@code boolean} with a text; running apps use {@code checkbox} with a real boolean. */
    @Inject
    @ConfigProperty(name = Keys.FORM_CHECKBOX, defaultValue = "boolean")
    private String checkboxType;

    private JsonGeneratorFactory generators;

    @PostConstruct
    void prepare() {
        generators = Json.createGeneratorFactory(Map.of());
    }

    @Override
    public boolean isWriteable(Class<?> type, Type genericType, Annotation[] annotations, MediaType mediaType) {
        return ActionResponse.class.isAssignableFrom(type);
    }

    @Override
    public void writeTo(
            ActionResponse response,
            Class<?> type,
            Type genericType,
            Annotation[] annotations,
            MediaType mediaType,
            MultivaluedMap<String, Object> headers,
            OutputStream stream)
            throws IOException {
        stream.write(bytes(response));
    }

    /** All at once: a generator's flush on the server's stream would send the answer in pieces. */
    private byte[] bytes(ActionResponse response) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (JsonGenerator json = generators.createGenerator(bytes)) {
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
        return bytes.toByteArray();
    }

    private void write(Field field, JsonGenerator json) {
        json.writeStartObject();
        json.write("type", typeOf(field));
        json.write("label", field.label());
        json.write("name", field.name());
        if (field instanceof TextField text) {
            json.write("value", text.value());
        } else if (field instanceof TextareaField text) {
            json.write("value", text.value());
        } else if (field instanceof LinkField link) {
            json.write("value", link.value().toString());
        } else if (field instanceof SelectField select) {
            select.value().ifPresent(value -> json.write("value", value));
            json.writeStartArray("options");
            for (SelectField.Option option : select.options()) {
                json.writeStartObject();
                json.write("name", option.name());
                json.write("value", option.value());
                json.writeEnd();
            }
            json.writeEnd();
        } else if (field instanceof CheckboxField box) {
            if (checkboxType.equals("boolean")) {
                json.write("value", Boolean.toString(box.value()));
            } else {
                json.write("value", box.value());
            }
        } else if (field instanceof CustomField custom) {
            custom.properties().forEach(json::write);
        }
        json.writeEnd();
    }

    private String typeOf(Field field) {
        if (field instanceof TextField) {
            return "text";
        } else if (field instanceof TextareaField) {
            return "textarea";
        } else if (field instanceof SelectField) {
            return "select";
        } else if (field instanceof LinkField) {
            return "link";
        } else if (field instanceof CustomField custom) {
            return custom.type();
        }
        return checkboxType;
    }
}
