package io.github.frameiokit.testkit;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Set;

/** Writes a page. Everything that isn't a name of an element or an attribute is written as text. */
final class Html {

    private static final Set<String> EMPTY = Set.of("meta", "link", "input", "br");

    private final StringBuilder out = new StringBuilder("<!DOCTYPE html>\n");
    private final Deque<String> open = new ArrayDeque<>();

    /**
     * Begins an element, or writes one that can't have content.
     *
     * @param attributes names and values; one whose value is empty has no value in the page
     */
    Html open(String name, String... attributes) {
        out.append('<').append(name);
        for (int i = 0; i < attributes.length; i += 2) {
            out.append(' ').append(attributes[i]);
            if (!attributes[i + 1].isEmpty() || attributes[i].equals("value")) {
                out.append("=\"").append(escaped(attributes[i + 1])).append('"');
            }
        }
        out.append('>');
        if (!EMPTY.contains(name)) {
            open.push(name);
        }
        return this;
    }

    /** Ends the innermost element. */
    Html close() {
        out.append("</").append(open.pop()).append('>');
        return this;
    }

    Html text(String text) {
        out.append(escaped(text));
        return this;
    }

    /** An element with a text and nothing else. */
    Html element(String name, String text, String... attributes) {
        return open(name, attributes).text(text).close();
    }

    /** The page, with all elements ended. */
    String page() {
        while (!open.isEmpty()) {
            close();
        }
        return out.append('\n').toString();
    }

    /** A text as HTML's text, or as the value of an attribute in double quotes. */
    static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }
}
