package io.github.frameiokit.internal.events;

import static org.junit.jupiter.api.Assertions.assertEquals;

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
import java.net.URI;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

/** The JSON of the guide's own examples, but for checkboxes. */
class ResponseJsonTest {

    @Test
    void ofAMessage() {
        assertJson(
                "{\"title\":\"Success!\",\"description\":\"The thing worked! Nice.\"}",
                Message.of("Success!", "The thing worked! Nice."));
    }

    @Test
    void ofTextBeyondAsciiAndOfWhatJsonMustEscape() {
        assertJson("{\"title\":\"Café ☕\",\"description\":\"\\\"a\\\"\\n\"}", Message.of("Café ☕", "\"a\"\n"));
    }

    @Test
    void ofATextField() {
        assertField(
                "{\"type\":\"text\",\"label\":\"Title\",\"name\":\"title\",\"value\":\"MyVideo.mp4\"}",
                TextField.of("title", "Title").value("MyVideo.mp4"));
    }

    @Test
    void ofATextArea() {
        assertField(
                "{\"type\":\"textarea\",\"label\":\"Description\",\"name\":\"description\",\"value\":\"\"}",
                TextareaField.of("description", "Description"));
    }

    @Test
    void ofASelectField() {
        SelectField captions =
                SelectField.of("captions", "Captions").option("Off", "off").option("On", "on");
        String options = "\"options\":[{\"name\":\"Off\",\"value\":\"off\"},{\"name\":\"On\",\"value\":\"on\"}]}";
        assertField(
                "{\"type\":\"select\",\"label\":\"Captions\",\"name\":\"captions\",\"value\":\"off\"," + options,
                captions.value("off"));
        assertField("{\"type\":\"select\",\"label\":\"Captions\",\"name\":\"captions\"," + options, captions);
    }

    @Test
    void ofACheckboxInBothForms() {
        Field enabled = CheckboxField.of("enabled", "Enabled").value(true);
        assertField("{\"type\":\"checkbox\",\"label\":\"Enabled\",\"name\":\"enabled\",\"value\":true}", enabled);
        assertEquals(
                form("{\"type\":\"boolean\",\"label\":\"Enabled\",\"name\":\"enabled\",\"value\":\"true\"}"),
                json("boolean", formOf(enabled)));
    }

    @Test
    void ofALink() {
        assertField(
                "{\"type\":\"link\",\"label\":\"Video Link\",\"name\":\"videoLink\",\"value\":\"https://example.com/a?b=c\"}",
                LinkField.of("videoLink", "Video Link", URI.create("https://example.com/a?b=c")));
    }

    @Test
    void ofAFieldOfAnotherType() {
        assertField(
                "{\"type\":\"multi\",\"label\":\"Tags\",\"name\":\"tags\",\"value\":[\"a\"],\"max\":3}",
                CustomField.of("multi", "tags", "Tags")
                        .with("value", Json.createArrayBuilder().add("a").build())
                        .with("max", Json.createValue(3)));
    }

    private static void assertField(String expected, Field field) {
        assertJson(form(expected), formOf(field));
    }

    private static void assertJson(String expected, ActionResponse response) {
        assertEquals(expected, json("checkbox", response));
    }

    private static String json(String checkboxType, ActionResponse response) {
        return new String(new ResponseJson(checkboxType).of(response), StandardCharsets.UTF_8);
    }

    private static Form formOf(Field field) {
        return Form.titled("Form").field(field).build();
    }

    private static String form(String field) {
        return "{\"title\":\"Form\",\"description\":\"\",\"fields\":[" + field + "]}";
    }
}
