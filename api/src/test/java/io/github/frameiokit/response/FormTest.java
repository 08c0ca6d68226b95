package io.github.frameiokit.response;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.frameiokit.FormData;
import jakarta.json.Json;
import jakarta.json.JsonValue;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FormTest {

    private static final TextField TITLE = TextField.of("title", "Title");
    private static final SelectField CAPTIONS =
            SelectField.of("captions", "Captions").option("Off", "off").option("On", "on");

    @Test
    void isRefusedWithoutTitleOrFields() {
        assertRefused(
                "A form's title must not be blank",
                () -> Form.titled(" ").field(TITLE).build());
        assertRefused("has no fields", () -> Form.titled("T").build());
        assertRefused(
                "description must not be null",
                () -> Form.titled("T").description(null).field(TITLE).build());
    }

    @Test
    void isRefusedWithTwoFieldsOfOneName() {
        assertRefused(
                "two fields named 'title'",
                () -> Form.titled("T")
                        .field(TITLE)
                        .field(TextareaField.of("title", "Other"))
                        .build());
    }

    @Test
    void isRefusedWithASelectFieldThatHasNoOptions() {
        assertRefused(
                "has no options",
                () -> Form.titled("T").field(SelectField.of("s", "S")).build());
    }

    @Test
    void fieldIsRefusedWithoutNameOrLabel() {
        assertRefused("The name of a text field", () -> TextField.of("", "Label"));
        assertRefused("The label of the text area 'a'", () -> TextareaField.of("a", " "));
        assertRefused("The name of a checkbox", () -> CheckboxField.of(null, "Label"));
        assertRefused("The label of the select field 's'", () -> SelectField.of("s", null));
        assertRefused("The type of a field", () -> CustomField.of("", "a", "A"));
        assertRefused("The value of the text field 'title'", () -> TITLE.value(null));
    }

    @Test
    void selectFieldIsRefusedWithAFirstSelectionThatIsNoOption() {
        assertRefused("can't have the value 'fr', since it isn't one of its options", () -> CAPTIONS.value("fr"));
        assertRefused("isn't one of its options [off, on]", () -> CAPTIONS.value("fr"));
        assertRefused("The value of the select field", () -> CAPTIONS.value(null));
        assertRefused("two options with the value 'on'", () -> CAPTIONS.option("Again", "on"));
        assertRefused("An option's name", () -> CAPTIONS.option("", "x"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"javascript:alert(1)", "/relative", "https:///path", "ftp://example.com", "mailto:a@example.com"
            })
    void linkIsRefusedWhereItLeadsNowhereSafe(String address) {
        assertRefused("must be an absolute address", () -> LinkField.of("l", "L", URI.create(address)));
    }

    @Test
    void linkMayLeadToAHostWithAnUnderscore() {
        URI bucket = URI.create("https://my_bucket.example.com/x");
        assertEquals(bucket, LinkField.of("l", "L", bucket).value());
    }

    @Test
    void customFieldIsRefusedWithAMemberTwice() {
        CustomField field = CustomField.of("stars", "rating", "Rating");
        assertRefused("already has 'label'", () -> field.with("label", JsonValue.TRUE));
        assertRefused("The name of a property", () -> field.with(null, JsonValue.TRUE));
        assertRefused("The value of the property 'max'", () -> field.with("max", null));
        assertEquals(
                Map.of("max", JsonValue.TRUE),
                field.with("max", JsonValue.FALSE).with("max", JsonValue.TRUE).properties());
    }

    @Test
    void messageIsRefusedWithoutTitle() {
        assertRefused("A message's title", () -> Message.of("", "text"));
        assertRefused("A message's description", () -> Message.of("Title", null));
        assertEquals("", Message.of("Title", "").description());
    }

    @Test
    void fluentCallsLeaveTheOriginalAsItWas() {
        CAPTIONS.option("Auto", "auto");
        CAPTIONS.value("on");
        TITLE.value("other");
        assertEquals(2, CAPTIONS.options().size());
        assertEquals(Optional.empty(), CAPTIONS.value());
        assertEquals("", TITLE.value());
        List<Field> fields = Form.titled("T").field(TITLE).build().fields();
        assertThrows(UnsupportedOperationException.class, () -> fields.add(TITLE));
    }

    @Test
    void isShownAgainWithWhatWasSubmittedAndTheProblem() {
        Form form = Form.titled("T")
                .description("Fill in")
                .field(TITLE)
                .field(TextareaField.of("notes", "Notes").value("default"))
                .field(CAPTIONS.value("off"))
                .field(CheckboxField.of("box", "Box"))
                .field(LinkField.of("link", "Link", URI.create("https://example.com")))
                .field(CustomField.of("stars", "rating", "Rating"))
                .build();
        FormData data = FormData.of(Json.createObjectBuilder()
                .add("title", "Mine")
                .add("captions", "on")
                .add("box", "true")
                .add("link", "javascript:alert(1)")
                .add("rating", 5)
                .build());
        assertEquals(
                new Form(
                        "T",
                        "The title is taken.",
                        List.of(
                                TITLE.value("Mine"),
                                TextareaField.of("notes", "Notes").value("default"),
                                CAPTIONS.value("on"),
                                CheckboxField.of("box", "Box").value(true),
                                LinkField.of("link", "Link", URI.create("https://example.com")),
                                CustomField.of("stars", "rating", "Rating").with("value", Json.createValue(5)))),
                form.again(data, "The title is taken."));
    }

    @Test
    void keepsItsSelectionWhereWhatWasSubmittedIsNoOption() {
        FormData data =
                FormData.of(Json.createObjectBuilder().add("captions", "fr").build());
        assertEquals(CAPTIONS.value("off"), CAPTIONS.value("off").withValueFrom(data));
    }

    private static void assertRefused(String words, Executable construction) {
        String message =
                assertThrows(IllegalArgumentException.class, construction).getMessage();
        assertTrue(message.contains(words), message);
    }
}
