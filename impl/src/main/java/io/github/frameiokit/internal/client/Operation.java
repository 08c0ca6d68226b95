package io.github.frameiokit.internal.client;

import io.github.frameiokit.client.internal.ParameterReader;
import io.github.frameiokit.client.internal.ParameterSource;
import io.github.frameiokit.client.request.PageQuery;
import io.github.frameiokit.internal.http.RetryPolicy;
import io.github.frameiokit.internal.json.BodyWriter;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import java.lang.reflect.Method;
import java.lang.reflect.Parameter;
import java.lang.reflect.Type;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.StringJoiner;
import org.eclipse.microprofile.rest.client.annotation.ClientHeaderParam;

/**
 * The operation of the API that a method of one of its interfaces stands for, read from the method's annotations.
 *
 * <p>The interfaces have MicroProfile Rest Client's form, but the servers' implementations of it aren't used. Those of
 * Open Liberty, WildFly, Payara, TomEE and Quarkus were tried: two of them can't send a PATCH, two send the slash of a
 * path parameter unencoded, one drops the fields of a {@code @BeanParam}, one fails on default methods, one ignores a
 * registered body writer, and each needs a pool of connections per interface.
 */
final class Operation {

    private static final String EXPERIMENTAL = "experimental";
    private static final String API_VERSION = "api-version";

    private final String method;
    private final String path;
    private final Optional<String> apiVersion;
    private final List<Binding> bindings;
    private final Type returnType;
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
        bindings = Arrays.stream(declared.getParameters()).map(Binding::of).toList();
        returnType = declared.getGenericReturnType();
        queryIndex = bindings.stream().map(Binding::target).toList().indexOf(Target.QUERY);
    }

    /** Where an argument goes. */
    private enum Target {
        PATH,
        QUERY_PARAMETER,
        QUERY,
        BODY
    }

    /**
     * A parameter of the method, read from its annotations once and not at each call.
     *
     * @param target where its arguments go
     * @param name the name that it has there, or its name in the method
     */
    private record Binding(Target target, String name) {

        static Binding of(Parameter parameter) {
            PathParam id = parameter.getAnnotation(PathParam.class);
            if (id != null) {
                return new Binding(Target.PATH, id.value());
            }
            QueryParam query = parameter.getAnnotation(QueryParam.class);
            if (query != null) {
                return new Binding(Target.QUERY_PARAMETER, query.value());
            }
            return new Binding(
                    parameter.isAnnotationPresent(BeanParam.class) ? Target.QUERY : Target.BODY, parameter.getName());
        }
    }

    static Operation of(Method declared) {
        return new Operation(declared);
    }

    Type returnType() {
        return returnType;
    }

    /**
     * The same arguments, for the page at a cursor. A following page is the same call again, so that a search, which is
     * a POST, can be continued too.
     */
    Object[] following(Object[] arguments, String cursor) {
        Object[] next = arguments.clone();
        next[queryIndex] = ((PageQuery<?>) arguments[queryIndex]).after(cursor);
        return next;
    }

    /** The cursor of the page that a query asks for; empty for the first page. */
    Optional<String> cursor(Object[] arguments) {
        return ((PageQuery<?>) arguments[queryIndex]).cursor();
    }

    Call call(Object[] arguments, boolean experimental, BodyWriter writer) {
        String filled = path;
        StringJoiner query = new StringJoiner("&");
        Optional<byte[]> body = Optional.empty();
        for (int i = 0; i < arguments.length; i++) {
            String name = bindings.get(i).name();
            Object argument = arguments[i];
            switch (bindings.get(i).target()) {
                case PATH -> filled = filled.replace("{" + name + "}", PathIds.segment(name, (String) argument));
                case QUERY_PARAMETER -> add(query, name, argument);
                case QUERY ->
                    ParameterReader.parameters(required(name, argument))
                            .forEach((parameter, value) -> add(query, parameter, value));
                case BODY -> body = Optional.of(writer.write(required(name, argument)));
            }
        }
        return new Call(
                method,
                path,
                filled,
                query.toString(),
                apiVersion.or(() -> experimental ? Optional.of(EXPERIMENTAL) : Optional.empty()),
                body,
                repeatable());
    }

    /** A method with a query only lists; a search does so with a POST. */
    private RetryPolicy.Repeatable repeatable() {
        if (method.equals("DELETE")) {
            return RetryPolicy.Repeatable.DELETION;
        }
        return method.equals("GET") || queryIndex >= 0 ? RetryPolicy.Repeatable.YES : RetryPolicy.Repeatable.NO;
    }

    private static ParameterSource required(String name, Object argument) {
        return (ParameterSource) Objects.requireNonNull(argument, () -> "'" + name + "' must not be null.");
    }

    private static void add(StringJoiner query, String name, Object value) {
        if (value != null && !value.toString().isEmpty()) {
            String text = value instanceof Enum<?> choice ? choice.name().toLowerCase(Locale.ROOT) : value.toString();
            query.add(URLEncoder.encode(name, StandardCharsets.UTF_8) + "="
                    + URLEncoder.encode(text, StandardCharsets.UTF_8));
        }
    }
}
