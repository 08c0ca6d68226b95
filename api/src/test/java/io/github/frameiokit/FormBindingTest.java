package io.github.frameiokit;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import jakarta.json.bind.annotation.JsonbDateFormat;
import jakarta.json.bind.annotation.JsonbProperty;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.io.StringReader;
import java.io.StringWriter;
import java.lang.reflect.InvocationTargetException;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What was submitted, in records and beans, with Yasson; TomEE's Johnzon is tested in TomEE. */
class FormBindingTest {

    enum Language {
        EN,
        ES
    }

    private record Choice(
            String title,
            int copies,
            Integer perhaps,
            boolean captions,
            Language language,
            List<String> tags,
            Set<Language> languages,
            String[] others,
            Optional<String> note,
            OptionalInt number,
            Optional<LocalDate> due,
            BigDecimal price,
            @JsonbProperty("first_name") String firstName) {}

    @Test
    void fillsAPrivateRecord() {
        Choice choice = as(Choice.class, """
                {"title":"Café ☕","copies":3,"perhaps":4,"captions":true,"language":"ES","tags":["a","b"],
                 "languages":["EN"],"others":["x"],"note":"n","number":7,"due":"2026-11-25","price":1.50,
                 "first_name":"Ada","unknown":{"x":1}}""");
        assertEquals("Café ☕", choice.title());
        assertEquals(3, choice.copies());
        assertEquals(4, choice.perhaps());
        assertTrue(choice.captions());
        assertEquals(Language.ES, choice.language());
        assertEquals(List.of("a", "b"), choice.tags());
        assertEquals(Set.of(Language.EN), choice.languages());
        assertArrayEquals(new String[] {"x"}, choice.others());
        assertEquals(Optional.of("n"), choice.note());
        assertEquals(OptionalInt.of(7), choice.number());
        assertEquals(Optional.of(LocalDate.of(2026, 11, 25)), choice.due());
        assertEquals(new BigDecimal("1.50"), choice.price());
        assertEquals("Ada", choice.firstName());
    }

    @Test
    void takesTheTextsThatFormsSend() {
        Choice choice = as(Choice.class, """
                {"title":5,"copies":" 3 ","perhaps":"-4","captions":"TRUE","tags":"a","languages":"ES","number":"7",
                 "price":"1e3"}""");
        assertEquals("5", choice.title());
        assertEquals(3, choice.copies());
        assertEquals(-4, choice.perhaps());
        assertTrue(choice.captions());
        assertEquals(List.of("a"), choice.tags());
        assertEquals(Set.of(Language.ES), choice.languages());
        assertEquals(OptionalInt.of(7), choice.number());
        assertEquals(0, new BigDecimal("1000").compareTo(choice.price()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "\"\"", "null"})
    void takesWhatWasLeftAloneAlikeHoweverItComes(String untouched) {
        StringBuilder json = new StringBuilder("{\"x\":1");
        if (!untouched.isEmpty()) {
            for (String name : List.of(
                    "title",
                    "copies",
                    "perhaps",
                    "captions",
                    "language",
                    "tags",
                    "languages",
                    "others",
                    "note",
                    "number",
                    "due",
                    "price",
                    "first_name")) {
                json.append(",\"").append(name).append("\":").append(untouched);
            }
        }
        Choice choice = as(Choice.class, json + "}");
        assertEquals("", choice.title());
        assertEquals(0, choice.copies());
        assertNull(choice.perhaps());
        assertFalse(choice.captions());
        assertNull(choice.language());
        assertEquals(List.of(), choice.tags());
        assertEquals(Set.of(), choice.languages());
        assertEquals(0, choice.others().length);
        assertEquals(Optional.empty(), choice.note());
        assertEquals(OptionalInt.empty(), choice.number());
        assertEquals(Optional.empty(), choice.due());
        assertNull(choice.price());
        assertEquals("", choice.firstName());
    }

    /** A bean with a value to begin with. */
    public static class Bean {

        private String title = "untitled";
        private int copies = 1;
        private boolean captions = true;
        private List<String> tags;
        public String open;

        public void setTitle(String title) {
            this.title = title;
        }

        public void setCopies(int copies) {
            this.copies = copies;
        }

        public void setCaptions(boolean captions) {
            this.captions = captions;
        }

        public void setTags(List<String> tags) {
            this.tags = tags;
        }
    }

    @Test
    void fillsABeanAndLeavesItsOwnValuesWhereNothingWasEntered() {
        Bean bean = as(
                Bean.class, "{\"title\":\"t\",\"copies\":\"2\",\"captions\":\"false\",\"tags\":\"a\",\"open\":\"o\"}");
        assertEquals("t", bean.title);
        assertEquals(2, bean.copies);
        assertFalse(bean.captions);
        assertEquals(List.of("a"), bean.tags);
        assertEquals("o", bean.open);
        Bean untouched = as(Bean.class, "{\"title\":null,\"copies\":\"\"}");
        assertEquals("untitled", untouched.title);
        assertEquals(1, untouched.copies);
        assertTrue(untouched.captions);
    }

    /** What only JSON-B knows how to read. */
    public record Dated(@JsonbDateFormat("dd.MM.yyyy") LocalDate day) {}

    @Test
    void leavesWhatHasItsOwnAnnotationsToJsonB() {
        assertEquals(
                LocalDate.of(2026, 11, 25),
                as(Dated.class, "{\"day\":\"25.11.2026\"}").day());
        assertEquals(Map.of("a", "b"), as(Map.class, "{\"a\":\"b\"}"));
        assertEquals("b", as(JsonObject.class, "{\"a\":\"b\"}").getString("a"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "copies:\"secret\"",
                "copies:\"3.5\"",
                "copies:3.5",
                "copies:\"3000000000\"",
                "copies:3000000000",
                "copies:\"1e999999999\"",
                "perhaps:\"1 2\"",
                "captions:\"secret\"",
                "language:\"secret\"",
                "language:\"es\"",
                "languages:[\"EN\",\"secret\"]",
                "number:\"secret\"",
                "due:\"secret\"",
                "copies:{\"a\":\"secret\"}",
                "price:\"secret\""
            })
    void namesTheFieldThatDoesNotFitAndNeverWhatWasEntered(String entry) {
        String field = entry.substring(0, entry.indexOf(':'));
        FormDataException misfit = assertThrows(
                FormDataException.class,
                () -> as(Choice.class, "{\"" + field + "\"" + entry.substring(field.length()) + "}"));
        assertEquals(Optional.of(field), misfit.field());
        StringWriter all = new StringWriter();
        misfit.printStackTrace(new PrintWriter(all));
        assertFalse(all.toString().contains("secret"), all.toString());
        assertTrue(
                misfit.getMessage().contains("'" + field + "'")
                        && misfit.getMessage().contains("Choice"),
                misfit.getMessage());
    }

    private record Careful(String title) {

        private Careful {
            if (title.length() > 3) {
                throw new IllegalArgumentException(title + " is too long");
            }
        }
    }

    @Test
    void takesARefusalOfTheRecordsOwnForAMisfit() {
        FormDataException misfit =
                assertThrows(FormDataException.class, () -> as(Careful.class, "{\"title\":\"secret\"}"));
        assertFalse(misfit.getMessage().contains("secret"), misfit.getMessage());
        assertNull(misfit.getCause());
    }

    static class NotPublic {

        public String title;
    }

    @Test
    void saysWhatJsonBNeedsOfABean() {
        assertTrue(assertThrows(IllegalArgumentException.class, () -> as(NotPublic.class, "{\"title\":\"t\"}"))
                .getMessage()
                .contains("make it public, or use a record"));
    }

    @Test
    void isThereOnASubmissionOnly() {
        assertEquals(
                Optional.of(new Careful("abc")),
                ActionEvent.of(json("{\"type\":\"a\",\"data\":{\"title\":\"abc\"}}"), Instant.EPOCH)
                        .data(Careful.class));
        assertEquals(
                Optional.empty(),
                ActionEvent.of(json("{\"type\":\"a\"}"), Instant.EPOCH).data(Careful.class));
    }

    /** Has the kit's classes anew, and nothing of JSON-B. */
    private static final class WithoutJsonB extends ClassLoader {

        @Override
        protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
            if (name.startsWith("jakarta.json.bind.")) {
                throw new ClassNotFoundException(name);
            }
            if (!name.startsWith("io.github.frameiokit.") || findLoadedClass(name) != null) {
                return super.loadClass(name, resolve);
            }
            try (InputStream code = getResourceAsStream(name.replace('.', '/') + ".class")) {
                byte[] bytes = code.readAllBytes();
                return defineClass(name, bytes, 0, bytes.length);
            } catch (IOException e) {
                throw new ClassNotFoundException(name, e);
            }
        }
    }

    @Test
    void saysWhatIsMissingWithoutJsonBAndAllElseWorks() throws Exception {
        Class<?> type = new WithoutJsonB().loadClass(FormData.class.getName());
        Object data = type.getMethod("of", JsonObject.class).invoke(null, json("{\"a\":\"b\"}"));
        assertEquals("b", type.getMethod("text", String.class).invoke(data, "a"));
        for (int i = 0; i < 2; i++) {
            InvocationTargetException thrown = assertThrows(
                    InvocationTargetException.class,
                    () -> type.getMethod("as", Class.class).invoke(data, Careful.class));
            IllegalStateException missing = assertInstanceOf(IllegalStateException.class, thrown.getCause());
            assertTrue(missing.getMessage().startsWith("FormData.as() needs JSON-B"), missing.getMessage());
        }
    }

    private static <T> T as(Class<T> type, String json) {
        return FormData.of(json(json)).as(type);
    }

    private record OwnAccessors(@JsonbProperty("lang") String language) {

        @Override
        public String language() {
            return language.strip();
        }
    }

    public record OwnDate(@JsonbDateFormat("dd.MM.yyyy") LocalDate due) {

        @Override
        public LocalDate due() {
            return due;
        }
    }

    @Test
    void knowsWhatIsAnnotatedWhereARecordHasAnAccessorOfItsOwn() {
        assertEquals("en", as(OwnAccessors.class, "{\"lang\":\" en \"}").language());
        assertEquals(
                LocalDate.of(2024, 12, 24),
                as(OwnDate.class, "{\"due\":\"24.12.2024\"}").due());
    }

    private record Narrow(int number, Optional<List<Integer>> numbers, char letter, boolean is) {}

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"letter\":\"ab\"}",
                "{\"letter\":[\"ab\"]}",
                "{\"number\":[4294967297]}",
                "{\"number\":[1, 2]}",
                "{\"numbers\":[4294967297]}",
                "{\"numbers\":[\"1.5\"]}",
                "{\"is\":[true, false]}",
                "{\"is\":{}}"
            })
    void neverCutsOffAValue(String submitted) {
        FormDataException failure = assertThrows(FormDataException.class, () -> as(Narrow.class, submitted));
        assertEquals(Optional.of(submitted.substring(2, submitted.indexOf(':') - 1)), failure.field());
    }

    @Test
    void takesAListOfOneForTheOne() {
        assertEquals(
                new Narrow(1, Optional.of(List.of(2)), 'x', true),
                as(Narrow.class, "{\"number\":[\"1\"],\"numbers\":\"2\",\"letter\":[\"x\"],\"is\":[true]}"));
        assertEquals(0, as(Narrow.class, "{\"number\":[]}").number());
    }

    private static JsonObject json(String text) {
        try (JsonReader reader = Json.createReader(new StringReader(text))) {
            return reader.readObject();
        }
    }
}
