package io.github.frameiokit.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.eclipse.microprofile.config.Config;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TextsTest {

    private static final String TITLE = "action.unknown.title";
    private static final String FRENCH = "frameio-messages_fr.properties";

    private final App app = new App();

    @Test
    void areAllInTheGuideWithTheirEnglish() throws IOException {
        String guide = Files.readString(Path.of("..", "api", "README.md"));
        Texts english = app.texts("");
        english.keys()
                .forEach(key -> assertTrue(
                        guide.contains("\n| `" + key + "` | " + english.get(key) + " | "),
                        () -> "The guide must list the text " + key));
    }

    @Test
    void areEnglishByDefault() {
        assertEquals("Not available", app.texts("").get(TITLE));
        assertEquals("en", app.texts("").language());
    }

    @Test
    void comeFromTheAppsFileInTheConfiguredLanguage() {
        app.with(FRENCH, "action.unknown.title=Indisponible\nsign-in.denied.title = Pas connecté·e \n");
        Texts french = app.texts("fr");
        assertEquals("Indisponible", french.get(TITLE));
        assertEquals("Pas connecté·e", french.get("sign-in.denied.title"));
        assertEquals("fr", french.language());
        assertEquals(List.of(), french.problems());
    }

    @Test
    void areEnglishWhereTheAppsFileHasNone() {
        app.with(FRENCH, "action.unknown.title=Indisponible");
        assertEquals("Something went wrong", app.texts("fr").get("action.failed.title"));
    }

    @Test
    void comeFromTheMostSpecificFileThatHasThem() {
        app.with("frameio-messages.properties", "action.unknown.title=base\naction.failed.title=base\nasset.file=base")
                .with(FRENCH, "action.unknown.title=fr\naction.failed.title=fr")
                .with("frameio-messages_fr_CA.properties", "action.unknown.title=fr-CA");
        Texts canadian = app.texts("fr-CA");
        assertEquals("fr-CA", canadian.get(TITLE));
        assertEquals("fr", canadian.get("action.failed.title"));
        assertEquals("base", canadian.get("asset.file"));
        assertEquals("files", new App().texts("").get("asset.file"));
        assertEquals("fr-CA", canadian.language());
    }

    @Test
    void withoutALanguageComeFromTheAppsBaseFileAndNeverInTheServersLanguage() {
        app.with("frameio-messages.properties", "action.unknown.title=Unavailable")
                .with(FRENCH, "action.unknown.title=Indisponible");
        Locale before = Locale.getDefault();
        try {
            Locale.setDefault(Locale.FRANCE);
            assertEquals("Unavailable", app.texts("").get(TITLE));
        } finally {
            Locale.setDefault(before);
        }
    }

    @Test
    void ofOneAppAreNotThoseOfAnother() {
        app.with("frameio-messages.properties", "action.unknown.title=mine");
        assertEquals("mine", app.texts("").get(TITLE));
        assertEquals("Not available", new App().texts("").get(TITLE));
    }

    @Test
    void haveValuesForTheNamesInBraces() {
        app.with(FRENCH, "action.wrong-asset.description=L'action ne s'applique qu'aux {types}.");
        assertEquals(
                "L'action ne s'applique qu'aux fichiers.",
                app.texts("fr").get("action.wrong-asset.description", "types", "fichiers"));
    }

    @Test
    void mayLeaveOutAValue() {
        app.with(FRENCH, "action.wrong-asset.description=L'action n'est pas disponible ici.");
        assertEquals(List.of(), app.texts("fr").problems());
    }

    @Test
    void canBeAList() {
        Texts texts = app.texts("");
        assertEquals("files", texts.list(List.of("asset.file")));
        assertEquals("files and folders", texts.list(List.of("asset.file", "asset.folder")));
        assertEquals(
                "files, folders and version stacks",
                texts.list(List.of("asset.file", "asset.folder", "asset.version_stack")));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "action.wrong-asset.description=Pour {type} | has {type} in action.wrong-asset.description, where only"
                        + " {types} can be; correct it.",
                "action.wrong-asset.description=Pour {types | has a single brace in action.wrong-asset.description, where"
                        + " only {types} can be; correct it.",
                "action.unknown.title=Pour {types} | has {types} in action.unknown.title, where no value can be; remove"
                        + " the braces.",
                "action.unknown.title=  | has no text for action.unknown.title; add one or remove the line.",
                "action.unknown.titel=Indisponible | has action.unknown.titel, which isn't one of the kit's texts; correct"
                        + " the key or remove the line.",
                "action.unknown.title=\\u00zz | has \\u without four hexadecimal digits; write the character itself."
            })
    void areRefusedWithTheFileTheKeyAndTheFix(String line, String problem) {
        app.with(FRENCH, line);
        Texts texts = app.texts("fr");
        assertEquals(List.of("The file " + FRENCH + " " + problem), texts.problems());
        assertEquals("Not available", texts.get(TITLE));
    }

    @Test
    void areRefusedInAnotherEncodingThanUtf8() {
        app.with(FRENCH, "action.unknown.title=Non autorisé", StandardCharsets.ISO_8859_1);
        assertEquals(
                List.of("The file " + FRENCH + " isn't in UTF-8; save it in UTF-8."),
                app.texts("fr").problems());
    }

    @Test
    void areRefusedInALanguageThatTheAppHasNoFileFor() {
        assertEquals(
                List.of(
                        "The config property frameio.locale is fr-CA, but the app has no texts in that language; add the"
                                + " file frameio-messages_fr_CA.properties to its class path, or remove the property."),
                app.texts("fr-CA").problems());
        assertEquals(List.of(), app.texts("en-GB").problems());
    }

    @Test
    void haveAllTheirProblemsAtOnce() {
        app.with(FRENCH, "action.unknown.title=\nasset.file={x}")
                .with("frameio-messages.properties", "action.unknown.titel=x");
        assertEquals(3, app.texts("fr").problems().size());
    }

    @ParameterizedTest
    @ValueSource(strings = {"fr_CA", "french language", "und", "-"})
    void needALanguageTag(String tag) {
        Config config = config(Map.of("frameio.locale", tag));
        assertFalse(Settings.LOCALE.isValid(config));
        assertEquals(
                "The config property frameio.locale must be a language tag such as fr or fr-CA; correct or remove it.",
                assertThrows(IllegalStateException.class, () -> Settings.LOCALE.find(config))
                        .getMessage());
    }

    @Test
    void areReadWithTheClassLoaderOfTheThreadsContext() {
        app.with(FRENCH, "action.unknown.title=Indisponible");
        Thread thread = Thread.currentThread();
        ClassLoader before = thread.getContextClassLoader();
        try {
            thread.setContextClassLoader(app);
            assertEquals(
                    "Indisponible",
                    Texts.of(config(Map.of("frameio.locale", "fr"))).get(TITLE));
        } finally {
            thread.setContextClassLoader(before);
        }
    }

    private static Config config(Map<String, String> properties) {
        return new SmallRyeConfigBuilder()
                .withSources(new PropertiesConfigSource(properties, "file", 100))
                .build();
    }

    /** The class loader of an app, with its files. */
    private static final class App extends ClassLoader {

        private final Map<String, byte[]> files = new HashMap<>();

        App with(String file, String content) {
            return with(file, content, StandardCharsets.UTF_8);
        }

        App with(String file, String content, Charset charset) {
            files.put(file, content.getBytes(charset));
            return this;
        }

        Texts texts(String language) {
            return new Texts(Optional.of(language).filter(it -> !it.isEmpty()).map(Locale::forLanguageTag), this);
        }

        @Override
        public InputStream getResourceAsStream(String name) {
            byte[] content = files.get(name);
            return content == null ? super.getResourceAsStream(name) : new ByteArrayInputStream(content);
        }
    }
}
