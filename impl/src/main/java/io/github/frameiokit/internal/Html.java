package io.github.frameiokit.internal;

/** What the kit's pages have in common. */
public final class Html {

    private Html() {}

    /** A text as HTML's text, or as the value of an attribute in double quotes. */
    public static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }
}
