package io.github.frameiokit.testkit;

import static io.github.frameiokit.testkit.FrameioAssertions.assertThatForm;
import static io.github.frameiokit.testkit.FrameioAssertions.assertThatMessage;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.github.frameiokit.response.CheckboxField;
import io.github.frameiokit.response.CustomField;
import io.github.frameiokit.response.Form;
import io.github.frameiokit.response.LinkField;
import io.github.frameiokit.response.Message;
import io.github.frameiokit.response.SelectField;
import io.github.frameiokit.response.TextField;
import io.github.frameiokit.response.TextareaField;
import jakarta.json.Json;
import java.net.URI;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;

class FrameioAssertionsTest {

    private static final Form FORM = Form.titled("Everything")
            .description("All fields")
            .field(TextField.of("title", "Title").value("cut"))
            .field(TextareaField.of("notes", "Notes"))
            .field(SelectField.of("language", "Language")
                    .option("English", "en")
                    .option("Spanish", "es")
                    .value("en"))
            .field(CheckboxField.of("captions", "Captions").value(true))
            .field(LinkField.of("help", "Help", URI.create("https://example.com/help")))
            .field(CustomField.of("slider", "volume", "Volume").with("value", Json.createValue(3)))
            .build();

    /** As Frame.io documents it. */
    private static final Answer SENT = new Answer(200, """
            {"title": "Everything", "description": "All fields", "fields": [
                {"type": "text", "label": "Title", "name": "title", "value": "cut"},
                {"type": "textarea", "label": "Notes", "name": "notes", "value": ""},
                {"type": "select", "label": "Language", "name": "language", "value": "en", "options": [
                    {"name": "English", "value": "en"}, {"name": "Spanish", "value": "es"}]},
                {"type": "checkbox", "label": "Captions", "name": "captions", "value": true},
                {"type": "link", "label": "Help", "name": "help", "value": "https://example.com/help"},
                {"type": "slider", "label": "Volume", "name": "volume", "value": 3}]}""");

    private static final Answer MESSAGE = new Answer(200, """
            {"title": "Greeting", "description": "Hello, world!"}""");

    @Test
    void anAnswerIsReadBackIntoWhatTheHandlerReturned() {
        assertEquals(FORM, SENT.form());
        assertEquals(Message.of("Greeting", "Hello, world!"), MESSAGE.message());
        assertEquals(Optional.empty(), new Answer(200, "").response());
        assertEquals(Optional.empty(), new Answer(500, "failed").response());
    }

    @Test
    void aCheckboxMayBeWrittenAsInFrameiosGuide() {
        Answer answer = new Answer(200, """
                {"title": "t", "description": "", "fields": [
                    {"type": "boolean", "label": "Captions", "name": "captions", "value": "true"}]}""");

        assertThatForm(answer).hasField("captions").ofType(CheckboxField.class).withValue("true");
    }

    @Test
    void whatIsTrueOfAFormPasses() {
        assertThatForm(SENT)
                .hasTitle("Everything")
                .hasDescription("All fields")
                .hasFields("title", "notes", "language", "captions", "help", "volume")
                .hasField("title")
                .ofType(TextField.class)
                .withLabel("Title")
                .withValue("cut")
                .hasField("notes")
                .withValue("")
                .hasField("language")
                .withOptions("en", "es")
                .withValue("en")
                .hasField("captions")
                .withValue("true")
                .hasField("help")
                .withValue("https://example.com/help")
                .hasField("volume")
                .ofType(CustomField.class)
                .withValue("3");
    }

    @Test
    void whatAHandlerReturnsIsAssertedOnAsWell() {
        assertThatForm(FORM).hasField("language").withOptions("en", "es");
        assertThatMessage(MESSAGE.message()).hasTitle("Greeting");
    }

    @Test
    void whatIsTrueOfAMessagePasses() {
        assertThatMessage(MESSAGE)
                .hasTitle("Greeting")
                .hasDescription("Hello, world!")
                .describes("world");
    }

    @Test
    void aFailureSaysWhatTheUserSees() {
        fails("The answer isn't a form but the message 'Greeting': Hello, world!.", () -> assertThatForm(MESSAGE));
        fails("The answer isn't a message but the form 'Everything': All fields.", () -> assertThatMessage(SENT));
        fails(
                "The answer isn't a form but empty, with the status 401 and the text: unauthorized.",
                () -> assertThatForm(new Answer(401, "unauthorized")));
        fails(
                "The answer isn't a message but empty, with the status 200.",
                () -> assertThatMessage(new Answer(200, "")));
        fails("The answer isn't a form but null.", () -> assertThatForm((Form) null));
        fails("The answer isn't a message but null.", () -> assertThatMessage((Message) null));
        fails(
                "The form's title is 'Everything', and not 'All'.",
                () -> assertThatForm(SENT).hasTitle("All"));
        fails(
                "The description of the form 'Everything' is 'All fields', and not 'x'.",
                () -> assertThatForm(SENT).hasDescription("x"));
        fails(
                "The form 'Everything' has no field 'x'; its fields are [title, notes, language, captions, help, volume].",
                () -> assertThatForm(SENT).hasField("x"));
        fails(
                "The form 'Everything' has the fields [title, notes, language, captions, help, volume], and not [title].",
                () -> assertThatForm(SENT).hasFields("title"));
        fails(
                "The field 'title' is a TextField, and not a SelectField.",
                () -> assertThatForm(SENT).hasField("title").withOptions());
        fails(
                "The options of the field 'language' are [en, es], and not [en].",
                () -> assertThatForm(SENT).hasField("language").withOptions("en"));
        fails(
                "The value of the field 'title' is 'cut', and not 'x'.",
                () -> assertThatForm(SENT).hasField("title").withValue("x"));
        fails(
                "The label of the field 'title' is 'Title', and not 'x'.",
                () -> assertThatForm(SENT).hasField("title").withLabel("x"));
        fails(
                "The message's title is 'Greeting', and not 'x'.",
                () -> assertThatMessage(MESSAGE).hasTitle("x"));
        fails(
                "The description of the message 'Greeting' is 'Hello, world!', and not 'x'.",
                () -> assertThatMessage(MESSAGE).hasDescription("x"));
        fails(
                "The description of the message 'Greeting' is 'Hello, world!', which doesn't contain 'x'.",
                () -> assertThatMessage(MESSAGE).describes("x"));
    }

    @Test
    void whatFrameioCouldNotShowFails() {
        fails(
                "The answer is no message or form that Frame.io shows: {\"title\": \"t\"}",
                () -> assertThatMessage(new Answer(200, "{\"title\": \"t\"}")));
        fails(
                "The answer is no message or form that Frame.io shows: <html>",
                () -> assertThatMessage(new Answer(200, "<html>")));
    }

    private static void fails(String sentence, Executable assertion) {
        assertEquals(sentence, assertThrows(AssertionError.class, assertion).getMessage());
    }
}
