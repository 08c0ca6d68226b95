package io.github.frameiokit.it;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.github.frameiokit.it.support.Browser;
import io.github.frameiokit.testkit.Fakes;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The page of the fake Frame.io's world, in a real browser. */
@Tag("browser")
class WorldPageTest {

    @Test
    void itsFormsWork() throws IOException {
        assumeTrue(Browser.available(), "Chromium isn't installed");
        try (Fakes fakes = Fakes.start();
                Browser browser = Browser.start()) {
            browser.open(fakes.frameio().url());
            browser.write("form[action='/world/comments'] input", "Nice cut!");
            browser.click("Add the comment");
            String text = browser.text(it -> it.contains("Ada Lovelace on"));
            assertTrue(text.contains("Ada Lovelace on"), text);
            assertEquals(List.of(), browser.errors());
        }
    }
}
