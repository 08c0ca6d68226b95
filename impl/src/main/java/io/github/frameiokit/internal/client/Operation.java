package io.github.frameiokit.internal.client;

import io.github.frameiokit.client.internal.ParameterReader;
import io.github.frameiokit.client.internal.ParameterSource;
import io.github.frameiokit.client.request.PageQuery;
import io.github.frameiokit.internal.http.Call;
import io.github.frameiokit.internal.json.BodyWriter;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import java.lang.annotation.Annotation;
import java.lang.reflect.Method;
import java.lang.reflect.Parameter;
import java.lang.reflect.Type;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.StringJoiner;
import org.eclipse.microprofile.rest.client.annotation.ClientHeaderParam;

/**
 * What a method of one of the API's interfaces stands for, read from its annotations.
 *
 * <p>The interfaces are MicroProfile Rest Client's in form, but the servers' implementations of it aren't used. Tried
 * were those of Open Liberty, WildFly, Payara, TomEE and Quarkus: two of them can't send a PATCH, two send the slash of
 * a path parameter as it is, one drops the fields of a {@code @BeanParam}, one fails on default methods, one ignores a
 * registered body writer, and each wants a pool of connections per interface.
 */
final class Operation {

    private static final String EXPERIMENTAL = "experimental";
    private static final String API_VERSION = "api-version";
    private static final Set<String> IDEMPOTENT = Set.of("GET", "DELETE");
    /** What RFC 3986, 3.3 lets stand in a segment without being encoded, less what has a meaning somewhere. */
    private static final String UNENCODED = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~:";

    private final String method;
    private final String path;
    private final Optional<String> apiVersion;
    private final Parameter[] parameters;
    private final Type answer;
    private final int queryIndex;

    private Operation(Method declared) {
        method = Arrays.stream(declared.getAnnotations())
                .map(annotation -> annotation.annotationType().getAnnotation(HttpMethod.class))
                .filter(it -> it != null)
                .findFirst()
                .orElseThrow()
                .value();
        path = declared.getAnnotation(Path.class).value();
        apiVersion = Optional.ofNullable(declared.getAnnotation(ClientHeaderParam.class))
                .filter(header -> header.name().equals(API_VERSION))
                .map(header -> header.value()[0]);
        parameters = declared.getParameters();
        answer = declared.getGenericReturnType();
        queryIndex = indexOf(BeanParam.class);
    }

    static Operation of(Method declared) {
        return new Operation(declared);
    }

    /** What the method returns. */
    Type answer() {
        return answer;
    }

    /**
     * The same arguments, for the page that begins at a cursor. Following pages are the same call again, so that also a
     * search, which is a POST, goes on.
     */
    Object[] following(Object[] arguments, String cursor) {
        Object[] next = arguments.clone();
        next[queryIndex] = ((PageQuery<?>) arguments[queryIndex]).after(cursor);
        return next;
    }

    /** Where the page begins that a query asks for, if it isn't the first. */
    Optional<String> cursor(Object[] arguments) {
        return ((PageQuery<?>) arguments[queryIndex]).cursor();
    }

    Call call(Object[] arguments, boolean experimental, BodyWriter writer) {
        String filled = path;
        StringJoiner query = new StringJoiner("&");
        Optional<byte[]> body = Optional.empty();
        for (int i = 0; i < parameters.length; i++) {
            Parameter parameter = parameters[i];
            Object argument = arguments[i];
            if (parameter.isAnnotationPresent(PathParam.class)) {
                String name = parameter.getAnnotation(PathParam.class).value();
                filled = filled.replace("{" + name + "}", segment(name, (String) argument));
            } else if (parameter.isAnnotationPresent(QueryParam.class)) {
                add(query, parameter.getAnnotation(QueryParam.class).value(), argument);
            } else if (argument == null) {
                throw new NullPointerException("'" + parameter.getName() + "' must not be null.");
            } else if (i == queryIndex) {
                ParameterReader.parameters((ParameterSource) argument)
                        .forEach((name, value) -> add(query, name, value));
            } else {
                body = Optional.of(writer.write((ParameterSource) argument));
            }
        }
        return new Call(
                method,
                filled,
                query.toString(),
                apiVersion.or(() -> experimental ? Optional.of(EXPERIMENTAL) : Optional.empty()),
                body,
                IDEMPOTENT.contains(method) || queryIndex >= 0);
    }

    private int indexOf(Class<? extends Annotation> annotation) {
        for (int i = 0; i < parameters.length; i++) {
            if (parameters[i].isAnnotationPresent(annotation)) {
                return i;
            }
        }
        return -1;
    }

    private static void add(StringJoiner query, String name, Object value) {
        if (value != null && !value.toString().isEmpty()) {
            String text = value instanceof Enum<?> choice ? choice.name().toLowerCase(Locale.ROOT) : value.toString();
            query.add(URLEncoder.encode(name, StandardCharsets.UTF_8) + "="
                    + URLEncoder.encode(text, StandardCharsets.UTF_8));
        }
    }

    /** An id is one segment, whatever is in it, and never leads to another resource. */
    private static String segment(String name, String id) {
        StringBuilder encoded = new StringBuilder();
        for (byte character : id(name, id).getBytes(StandardCharsets.UTF_8)) {
            if (character > 0 && UNENCODED.indexOf(character) >= 0) {
                encoded.append((char) character);
            } else {
                encoded.append(String.format("%%%02X", character));
            }
        }
        return encoded.toString();
    }

    /** An id that can be in a path. */
    static String id(String name, String id) {
        if (id == null || id.isBlank() || id.equals(".") || id.equals("..")) {
            throw new IllegalArgumentException("'" + name + "' must be an id, and not blank.");
        }
        return id;
    }
}
