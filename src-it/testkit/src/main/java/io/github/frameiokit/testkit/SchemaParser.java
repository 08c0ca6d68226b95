package io.github.frameiokit.testkit;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Reads a schema in the notation of {@code operations.txt}. */
final class SchemaParser {

    private final String text;
    private final Map<String, Schema> types;
    private int at;

    private SchemaParser(String text, Map<String, Schema> types) {
        this.text = text;
        this.types = types;
    }

    static Schema parse(String text, Map<String, Schema> types) {
        SchemaParser parser = new SchemaParser(text, types);
        Schema schema = parser.schema();
        if (parser.at != text.length()) {
            throw parser.wrong();
        }
        return schema;
    }

    private Schema schema() {
        Schema schema = switch (text.charAt(at)) {
            case '{' -> members();
            case '[' -> items();
            case '(' -> either();
            default -> named();
        };
        return skip("?") ? new Schema.Nullable(schema) : schema;
    }

    private Schema members() {
        expect("{");
        Map<String, Schema> members = new LinkedHashMap<>();
        Set<String> required = new LinkedHashSet<>();
        while (!skip("}")) {
            String name = until("!", ":");
            if (skip("!")) {
                required.add(name);
            }
            expect(": ");
            members.put(name, schema());
            skip(", ");
        }
        return new Schema.Members(members, required);
    }

    private Schema items() {
        expect("[");
        Schema item = schema();
        String[] limits = skip(" ") ? until("]").split("\\.\\.", -1) : new String[] {"0", ""};
        expect("]");
        return new Schema.Items(
                item,
                Integer.parseInt(limits[0]),
                limits[1].isEmpty() ? Integer.MAX_VALUE : Integer.parseInt(limits[1]));
    }

    private Schema either() {
        expect("(");
        List<Schema> forms = new ArrayList<>();
        do {
            forms.add(schema());
        } while (skip("/"));
        expect(")");
        return new Schema.Either(forms);
    }

    private Schema named() {
        String name = word();
        return switch (name) {
            case "any" -> new Schema.Any();
            case "boolean" -> new Schema.Flag();
            case "enum" -> new Schema.Choice(List.of(parentheses().split("\\|")));
            case "int", "long", "number" -> numeric(!name.equals("number"));
            case "string", "uuid", "time", "date", "email" -> text(name);
            case "one" -> union();
            default -> new Schema.Named(name, types);
        };
    }

    private Schema numeric(boolean whole) {
        String[] limits = limits();
        return new Schema.Numeric(
                whole,
                limits[0].isEmpty() ? null : new BigDecimal(limits[0]),
                limits[1].isEmpty() ? null : new BigDecimal(limits[1]));
    }

    private Schema text(String format) {
        String[] limits = limits();
        return new Schema.Text(
                format,
                limits[0].isEmpty() ? 0 : Long.parseLong(limits[0]),
                limits[1].isEmpty() ? Long.MAX_VALUE : Long.parseLong(limits[1]));
    }

    private String[] limits() {
        return at < text.length() && text.charAt(at) == '(' ? parentheses().split("\\.\\.", -1) : new String[] {"", ""};
    }

    private Schema union() {
        expect("(");
        String key = until(":");
        expect(": ");
        Map<String, Schema> kinds = new LinkedHashMap<>();
        do {
            String kind = until("=");
            expect("=");
            kinds.put(kind, schema());
        } while (skip(", "));
        expect(")");
        return new Schema.Union(key, kinds);
    }

    private String parentheses() {
        expect("(");
        String inside = until(")");
        expect(")");
        return inside;
    }

    private String word() {
        int start = at;
        while (at < text.length() && Character.isLetterOrDigit(text.charAt(at))) {
            at++;
        }
        if (at == start) {
            throw wrong();
        }
        return text.substring(start, at);
    }

    private String until(String... ends) {
        int start = at;
        while (at < text.length()) {
            for (String end : ends) {
                if (text.startsWith(end, at)) {
                    return text.substring(start, at);
                }
            }
            at++;
        }
        throw wrong();
    }

    private boolean skip(String expected) {
        if (text.startsWith(expected, at)) {
            at += expected.length();
            return true;
        }
        return false;
    }

    private void expect(String expected) {
        if (!skip(expected)) {
            throw wrong();
        }
    }

    private IllegalStateException wrong() {
        return new IllegalStateException("The schema '" + text + "' can't be read at character " + at + ".");
    }
}
