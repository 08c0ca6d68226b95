package io.github.frameiokit.internal.console;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A call of the console.
 *
 * @param method its method
 * @param path its path below the console's own, without slashes around it
 * @param query its query, or an empty text
 * @param base the address of the app's JAX-RS application
 * @param headers its headers, by names in any case
 * @param body its body; empty if that is too large or did not arrive
 * @param sender the sender's IP address; empty if the server doesn't tell it
 */
public record Call(
        String method,
        String path,
        String query,
        URI base,
        Map<String, List<String>> headers,
        Optional<byte[]> body,
        Optional<String> sender) {

    private static final Pattern AFTER = Pattern.compile("(?:^|&)after=(\\d{1,18})(?:&|$)");

    /** Copies headers, so that they outlive their request and are found by names in any case. */
    public static Map<String, List<String>> copy(Map<String, List<String>> headers) {
        Map<String, List<String>> copy = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        headers.forEach((name, values) -> copy.computeIfAbsent(name, key -> new ArrayList<>())
                .addAll(values.stream().filter(Objects::nonNull).toList()));
        return copy;
    }

    /** A header that must be there once; empty if it isn't. */
    Optional<String> single(String name) {
        List<String> values = headers.getOrDefault(name, List.of());
        return values.size() == 1 ? Optional.ofNullable(values.get(0)) : Optional.empty();
    }

    /** The number in the query {@code after=…}; 0 without one. */
    long after() {
        Matcher number = AFTER.matcher(query);
        return number.find() ? Long.parseLong(number.group(1)) : 0;
    }

    boolean reads() {
        return method.equals("GET");
    }
}
