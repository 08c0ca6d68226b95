package io.github.frameiokit.internal.pages;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;

class MarkupTest {

    @Test
    void textsAreEscapedAndMarkupIsNot() {
        assertEquals(
                "<p title=\"&quot;&lt;\">a &amp; %s<b>c</b>d&gt;</p>",
                Markup.of("<p title=\"%s\">a &amp; %s%s</p>", "\"<", "%s", List.of(Markup.of("<b>%s</b>", "c"), "d>"))
                        .html());
    }
}
