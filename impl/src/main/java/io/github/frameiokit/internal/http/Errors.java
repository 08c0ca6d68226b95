package io.github.frameiokit.internal.http;

import io.github.frameiokit.client.FrameioApiException;
import io.github.frameiokit.internal.JsonText;
import jakarta.json.JsonArray;
import jakarta.json.JsonException;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Reads the errors in an error response's body. Frame.io documents a list of {@code errors} with title, detail and
 * pointer. A gateway in front of it, or another part of Frame.io, may use another form: {@code errors} as an object by
 * member, texts, OAuth's {@code error} and {@code error_description} (RFC 6749, 5.2), problem details (RFC 9457), or
 * one {@code message}.
 *
 * <p>Titles and pointers become part of an exception's message, and so of logs. They are taken only from the members
 * meant for them. All other texts may repeat what was sent, and become details.
 */
final class Errors {

    static final int MOST = 20;
    static final int LONGEST_DETAIL = 2000;
    static final int LONGEST_TITLE = 100;

    private static final int LARGEST_BODY = 1024 * 1024;
    private static final int DEEPEST = 6;
    private static final Pattern POINTER = Pattern.compile("[\\x21-\\x7e]{1,200}");
    private static final Pattern UNPRINTABLE = Pattern.compile("[\\p{Cntrl}\\p{Cf}\\u2028\\u2029]+");
    private static final List<String> DETAILS =
            List.of("detail", "details", "message", "error_description", "description", "reason");
    private static final List<String> NESTED = List.of("errors", "error");

    private final List<FrameioApiException.Error> found = new ArrayList<>();

    private Errors() {}

    static List<FrameioApiException.Error> of(byte[] body) {
        if (body.length == 0 || body.length > LARGEST_BODY) {
            return List.of();
        }
        try {
            Errors errors = new Errors();
            errors.add(JsonText.value(body), "", 0);
            return List.copyOf(errors.found);
        } catch (JsonException e) {
            return List.of();
        }
    }

    private void add(JsonValue value, String pointer, int depth) {
        if (depth > DEEPEST || found.size() >= MOST) {
            return;
        }
        if (value instanceof JsonArray array) {
            array.forEach(item -> add(item, pointer, depth + 1));
        } else if (value instanceof JsonObject object) {
            add(object, pointer, depth);
        } else {
            text(value).ifPresent(detail -> found(Optional.empty(), detail, pointer));
        }
    }

    private void add(JsonObject object, String pointer, int depth) {
        Optional<String> title = text(object.get("title"))
                .or(() -> object.containsKey("error_description") ? text(object.get("error")) : Optional.empty());
        List<String> details = DETAILS.stream()
                .flatMap(name -> text(object.get(name)).stream())
                .distinct()
                .toList();
        String at = object.get("source") instanceof JsonObject source
                ? text(source.get("pointer")).orElse(pointer)
                : pointer;
        boolean isError = title.isPresent() || !details.isEmpty();
        if (isError) {
            found(title, String.join(" ", details), at);
        }
        object.forEach((name, member) -> {
            boolean nested = NESTED.contains(name)
                    && !(name.equals("error")
                            && title.isPresent()
                            && text(member).equals(title));
            if (nested || DETAILS.contains(name) && text(member).isEmpty()) {
                add(member, at, depth + 1);
            } else if (!isError && depth > 0) {
                add(member, pointer + "/" + name.replace("~", "~0").replace("/", "~1"), depth + 1);
            }
        });
    }

    private void found(Optional<String> title, String detail, String pointer) {
        if (found.size() < MOST) {
            found.add(new FrameioApiException.Error(
                    title.map(it -> shortened(UNPRINTABLE.matcher(it).replaceAll(" "), LONGEST_TITLE))
                            .filter(it -> !it.isBlank()),
                    shortened(detail, LONGEST_DETAIL),
                    Optional.of(pointer).filter(it -> POINTER.matcher(it).matches())));
        }
    }

    private static Optional<String> text(@Nullable JsonValue value) {
        return value instanceof JsonString text
                ? Optional.of(text.getString())
                : value instanceof JsonNumber number ? Optional.of(number.toString()) : Optional.empty();
    }

    private static String shortened(String text, int longest) {
        if (text.length() <= longest) {
            return text;
        }
        int end = Character.isHighSurrogate(text.charAt(longest - 2)) ? longest - 2 : longest - 1;
        return text.substring(0, end) + "…";
    }
}
