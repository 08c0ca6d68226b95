package io.github.frameiokit.internal.console;

import java.io.PrintWriter;
import java.io.StringWriter;

/** Writes texts that have no bound, within one. */
final class Stack {

    private static final int LONGEST = 16_000;

    private Stack() {}

    /** An exception with its causes. */
    static String of(Throwable thrown) {
        StringWriter text = new StringWriter();
        thrown.printStackTrace(new PrintWriter(text));
        return cut(text.toString());
    }

    /** The beginning of a text. */
    static String cut(String text) {
        return text.length() <= LONGEST ? text : text.substring(0, LONGEST) + "…";
    }
}
