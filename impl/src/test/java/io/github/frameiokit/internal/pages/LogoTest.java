package io.github.frameiokit.internal.pages;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LogoTest {

    private static final Files APP = new Files(Map.of("logo.svg", "<svg/>", "large.png", "x".repeat(100_001)));

    /** An app's class path. */
    private static final class Files extends ClassLoader {

        private final Map<String, String> files;

        Files(Map<String, String> files) {
            super(null);
            this.files = files;
        }

        @Override
        public InputStream getResourceAsStream(String name) {
            String text = files.get(name);
            return text == null ? null : new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
        }
    }

    @Test
    void fileOfTheAppBecomesPartOfThePage() {
        for (String name : new String[] {"logo.svg", "/logo.svg"}) {
            assertEquals(new Logo("data:image/svg+xml;base64,PHN2Zy8+", "data:"), Logo.of(name, APP));
        }
    }

    @Test
    void onlyTheSiteOfAnAddressIsAllowed() {
        assertEquals(
                new Logo("https://cdn.example.com:8443/a/logo.png", "https://cdn.example.com:8443"),
                Logo.of("https://cdn.example.com:8443/a/logo.png", APP));
    }

    @Test
    void dataStaysAsItIs() {
        String data = "data:image/png;base64,iVBORw0KGgo=";
        assertEquals(new Logo(data, "data:"), Logo.of(data, APP));
    }

    @Test
    void withoutLogoTheNameHasItsFirstLetter() {
        String svg = new String(
                Base64.getDecoder()
                        .decode(Logo.letter("<x", Color.WHITE)
                                .address()
                                .substring("data:image/svg+xml;base64,".length())),
                StandardCharsets.UTF_8);
        assertTrue(svg.contains("fill=\"#ffffff\"") && svg.contains("fill=\"#000000\">&lt;</text>"), svg);
        assertTrue(Logo.letter("\uD83C\uDFAC Dailies", Color.BLACK).address().startsWith("data:"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "http://example.com/logo.png | must be an https address",
                "https://example.com/logo.png?v=1 | must be an https address",
                "https://example.com/logo.png; script-src * | must be an https address",
                "data:text/html,x | has a data URI that isn't an image's",
                "data:image/png;base64,a b | has a data URI that isn't an image's",
                "data:image/svg+xml,<svg> | has a data URI that isn't an image's",
                "logo.txt | must be an https address, a data URI, or the name of an svg",
                "missing.png | names missing.png, which isn't on the app's class path; add the file",
                "large.png | names large.png, which has more than 100000 bytes"
            })
    void whatIsNoLogoIsRefusedWithTheFix(String value, String problem) {
        String message = assertThrows(IllegalStateException.class, () -> Logo.of(value, APP))
                .getMessage();
        assertTrue(message.startsWith("The config property frameio.app.logo " + problem), message);
    }
}
