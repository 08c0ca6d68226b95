package io.github.frameiokit.internal.pages;

/** How a page's message is meant, as a sign above it. The message says it as well. */
public enum Sign {
    /** Something has succeeded. */
    DONE("done", "M5 12.5l4.5 4.5L19 7.5"),
    /** The person can go on, in another way. */
    NOTE("note", "M12 7v6M12 16.5v.5"),
    /** Something has failed. */
    FAILED("failed", "M7.5 7.5l9 9M16.5 7.5l-9 9");

    private final String name;
    private final String path;

    Sign(String name, String path) {
        this.name = name;
        this.path = path;
    }

    /** The sign. */
    public Markup markup() {
        return Markup.of(
                "<svg class=\"sign %s\" viewBox=\"0 0 24 24\" width=\"56\" height=\"56\" aria-hidden=\"true\">"
                        + "<circle cx=\"12\" cy=\"12\" r=\"12\"/><path d=\"%s\"/></svg>",
                name, path);
    }
}
