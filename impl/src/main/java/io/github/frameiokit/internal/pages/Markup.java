package io.github.frameiokit.internal.pages;

import io.github.frameiokit.internal.Html;
import java.util.Collection;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A part of a page. Texts are escaped when they become a part of it, so none can be forgotten.
 *
 * @param html the HTML
 */
public record Markup(String html) {

    public static final Markup NOTHING = new Markup("");

    /**
     * HTML with values in it.
     *
     * @param template the HTML, written by the kit, with {@code %s} for each value
     * @param values the values: {@link Markup}, collections of it, and texts, which are escaped
     */
    public static Markup of(String template, Object... values) {
        return new Markup(
                template.formatted(Stream.of(values).map(Markup::written).toArray()));
    }

    /** Parts, one after the other. */
    public static Markup all(Markup... parts) {
        return Markup.of("%s", Stream.of(parts).toList());
    }

    private static String written(Object value) {
        if (value instanceof Markup markup) {
            return markup.html;
        }
        if (value instanceof Collection<?> several) {
            return several.stream().map(Markup::written).collect(Collectors.joining());
        }
        return Html.escaped(value.toString());
    }
}
