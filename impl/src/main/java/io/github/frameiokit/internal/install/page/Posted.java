package io.github.frameiokit.internal.install.page;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Parameters of an address or a form. The kit reads them itself, since the app's own readers and filters may change
 * what servers read.
 *
 * @param values the first value of each name
 */
record Posted(Map<String, String> values) {

    /** The prefix of the app's fields. */
    static final String FIELD = "field-";

    private static final int LONGEST_ID = 200;

    /** Reads what a browser encodes; what isn't encoded so is left out. */
    static Posted of(String encoded) {
        Map<String, String> values = new LinkedHashMap<>();
        for (String pair : encoded.split("&")) {
            int equals = pair.indexOf('=');
            if (equals > 0) {
                decoded(pair.substring(0, equals))
                        .ifPresent(name -> decoded(pair.substring(equals + 1))
                                .ifPresent(value -> values.putIfAbsent(name, value)));
            }
        }
        return new Posted(values);
    }

    private static Optional<String> decoded(String text) {
        try {
            return Optional.of(URLDecoder.decode(text, StandardCharsets.UTF_8));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /** A value; empty if it is missing or blank. */
    Optional<String> text(String name) {
        return Optional.ofNullable(values.get(name)).filter(value -> !value.isBlank());
    }

    /** An id that could be one of Frame.io's. */
    Optional<String> id(String name) {
        return text(name).filter(id -> id.length() <= LONGEST_ID && id.matches("[\\w.:@~-]*\\w[\\w.:@~-]*"));
    }

    /** The values of the app's fields, by their names. */
    Map<String, String> fields() {
        Map<String, String> fields = new LinkedHashMap<>();
        values.forEach((name, value) -> {
            if (name.startsWith(FIELD)) {
                fields.put(name.substring(FIELD.length()), value);
            }
        });
        return fields;
    }

    /** Without the values. */
    @Override
    public String toString() {
        return "Posted" + values.keySet();
    }
}
