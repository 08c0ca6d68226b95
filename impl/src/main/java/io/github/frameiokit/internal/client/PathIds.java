package io.github.frameiokit.internal.client;

import jakarta.ws.rs.PathParam;
import java.lang.reflect.Method;
import java.lang.reflect.Parameter;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.regex.Pattern;

/** Keeps ids in paths from leading to another resource. */
final class PathIds {

    /** The characters that RFC 3986, 3.3 allows unencoded in a segment, less those that some servers interpret. */
    private static final String UNENCODED = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~:";

    /** One or two dots, encoded or not, with or without parameters. */
    private static final Pattern UPWARDS = Pattern.compile("(?i)(\\.|%2e){1,2}(;.*)?");

    private PathIds() {}

    /**
     * Checks an id.
     *
     * @throws IllegalArgumentException if it is missing, blank, or means another place in a path
     */
    static String checked(String name, String id) {
        if (id == null || id.isBlank() || id.equals(".") || id.equals("..")) {
            throw new IllegalArgumentException("'" + name + "' must be an id, and not blank.");
        }
        return id;
    }

    /** An id as one segment of a path, whatever characters it has. */
    static String segment(String name, String id) {
        StringBuilder encoded = new StringBuilder();
        for (byte character : checked(name, id).getBytes(StandardCharsets.UTF_8)) {
            if (character > 0 && UNENCODED.indexOf(character) >= 0) {
                encoded.append((char) character);
            } else {
                encoded.append(String.format("%%%02X", character));
            }
        }
        return encoded.toString();
    }

    /** Checks the ids of a call that a server's client sends; not all of them encode a slash in an id. */
    static void check(Method method, Object[] arguments) {
        Parameter[] parameters = method.getParameters();
        for (int i = 0; i < parameters.length; i++) {
            PathParam id = parameters[i].getAnnotation(PathParam.class);
            if (id != null && (arguments[i] == null || arguments[i] instanceof String)) {
                String text = checked(id.value(), (String) arguments[i]);
                Arrays.stream(text.split("/", -1)).forEach(segment -> checked(id.value(), segment));
            }
        }
    }

    /**
     * Checks a finished path: only it shows ids in beans, and ids of the app's own types.
     *
     * @throws IllegalArgumentException if one of its segments leads upwards
     */
    static void check(URI url) {
        if (Arrays.stream(url.getRawPath().split("/", -1))
                .anyMatch(segment -> UPWARDS.matcher(segment).matches())) {
            throw new IllegalArgumentException("An id must not be '.' or '..', or have one between slashes, since that"
                    + " leads to another resource.");
        }
    }
}
