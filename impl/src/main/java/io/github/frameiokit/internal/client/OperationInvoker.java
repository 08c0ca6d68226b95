package io.github.frameiokit.internal.client;

import io.github.frameiokit.client.ClientClock;
import io.github.frameiokit.client.FrameioApiException;
import io.github.frameiokit.client.Page;
import io.github.frameiokit.internal.JsonText;
import io.github.frameiokit.internal.http.RawResponse;
import io.github.frameiokit.internal.http.RetryPolicy;
import io.github.frameiokit.internal.http.Target;
import io.github.frameiokit.internal.http.Transport;
import io.github.frameiokit.internal.ims.Credentials;
import io.github.frameiokit.internal.json.BodyWriter;
import io.github.frameiokit.internal.json.Cursor;
import io.github.frameiokit.internal.json.ModelReader;
import io.github.frameiokit.internal.json.Unreadable;
import jakarta.json.JsonException;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.io.IOException;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Method;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Proxy;
import java.lang.reflect.Type;
import java.net.URI;
import java.net.http.HttpRequest;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.eclipse.microprofile.rest.client.annotation.ClientHeaderParam;
import org.jspecify.annotations.Nullable;

/**
 * Implements the API's interfaces: a method and its arguments become a {@link Call}, and its response becomes what the
 * method returns. Thread-safe.
 */
final class OperationInvoker {

    private static final int ACCEPTED = 202;
    private static final int UNAUTHORIZED = 401;

    private final URI baseUrl;
    private final Transport transport;
    private final RetryPolicy retryPolicy;
    private final ClientClock clock;
    private final ModelReader reader;
    private final BodyWriter writer;
    private final Map<Method, Operation> operations;

    OperationInvoker(URI baseUrl, Transport transport, RetryPolicy retryPolicy, ClientClock clock) {
        this(baseUrl, transport, retryPolicy, clock, new ModelReader(), new BodyWriter(), new ConcurrentHashMap<>());
        checkRestClient();
    }

    private OperationInvoker(
            URI baseUrl,
            Transport transport,
            RetryPolicy retryPolicy,
            ClientClock clock,
            ModelReader reader,
            BodyWriter writer,
            Map<Method, Operation> operations) {
        this.baseUrl = baseUrl;
        this.transport = transport;
        this.retryPolicy = retryPolicy;
        this.clock = clock;
        this.reader = reader;
        this.writer = writer;
        this.operations = operations;
    }

    /** The same with another policy; both resolve an operation once. */
    OperationInvoker with(RetryPolicy other) {
        return new OperationInvoker(baseUrl, transport, other, clock, reader, writer, operations);
    }

    /** Otherwise a server without it would fail with a missing class, and no hint about what to add. */
    static void checkRestClient() {
        try {
            Objects.requireNonNull(ClientHeaderParam.class);
        } catch (NoClassDefFoundError e) {
            throw new IllegalStateException(
                    "FrameioClient needs the API of MicroProfile Rest Client, which isn't there; add the server's"
                            + " feature or extension for it, such as mpRestClient or quarkus-rest-client.",
                    e);
        }
    }

    /** Creates the implementation of one of the API's interfaces. */
    <T> T group(Class<T> type, Credentials credentials, boolean experimental) {
        InvocationHandler handler = (proxy, method, arguments) -> {
            if (method.getDeclaringClass() == Object.class) {
                return ofObject(type, proxy, method, arguments);
            }
            return method.isDefault()
                    ? InvocationHandler.invokeDefault(proxy, method, arguments)
                    : invoke(
                            operations.computeIfAbsent(method, Operation::of),
                            arguments == null ? new Object[0] : arguments,
                            credentials,
                            experimental);
        };
        return type.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, handler));
    }

    private @Nullable Object invoke(
            Operation operation, Object[] arguments, Credentials credentials, boolean experimental) {
        Call call = operation.call(arguments, experimental, writer);
        RawResponse response = send(call, credentials);
        Type returned = operation.returnType();
        if (returned == void.class) {
            return null;
        }
        try {
            JsonObject json =
                    response.body().length == 0 ? JsonValue.EMPTY_JSON_OBJECT : JsonText.object(response.body());
            if (returned instanceof ParameterizedType page && page.getRawType() == Page.class) {
                List<Object> items = reader.items(json.get("data"), page.getActualTypeArguments()[0]);
                Optional<Long> total = reader.count(json.get("total_count"));
                try {
                    Optional<String> cursor = Cursor.of(json.get("links"), operation.cursor(arguments));
                    return Page.of(
                            items,
                            cursor,
                            total,
                            next -> cast(invoke(
                                    operation, operation.following(arguments, next), credentials, experimental)));
                } catch (Unreadable e) {
                    return Page.brokenOff(
                            items, total, () -> call.failures().unreadable(response.status(), e.getMessage()));
                }
            }
            return reader.read(json.get("data"), returned, response.status() == ACCEPTED);
        } catch (JsonException e) {
            throw call.failures().unreadable(response.status(), "the answer is no JSON object");
        } catch (Unreadable e) {
            throw call.failures().unreadable(response.status(), e.getMessage());
        }
    }

    /** Sends a call once more, with another token, if Frame.io rejects the first one and there is another. */
    private RawResponse send(Call call, Credentials credentials) {
        String token = credentials.token();
        RawResponse response = send(call, token);
        if (response.status() == UNAUTHORIZED && credentials.rejected(token)) {
            response = send(call, credentials.token());
        }
        if (response.failed()) {
            FrameioApiException failure = call.failures().of(response, clock.now());
            throw response.status() == UNAUTHORIZED ? credentials.unauthorized(failure) : failure;
        }
        return response;
    }

    private RawResponse send(Call call, String token) {
        try {
            return retryPolicy.run(
                    call.repeatable(),
                    () -> transport.send(new Target(Target.Service.API, call.template()), request(call, token)));
        } catch (IOException e) {
            throw call.failures().unreachable(e);
        }
    }

    private HttpRequest.Builder request(Call call, String token) {
        HttpRequest.Builder request = HttpRequest.newBuilder(Transport.below(baseUrl, call.pathAndQuery()))
                .header("Authorization", "Bearer " + token)
                .header("Accept", "application/json")
                .method(
                        call.method(),
                        call.body()
                                .map(HttpRequest.BodyPublishers::ofByteArray)
                                .orElseGet(HttpRequest.BodyPublishers::noBody));
        call.body().ifPresent(body -> request.header("Content-Type", "application/json"));
        call.apiVersion().ifPresent(version -> request.header("api-version", version));
        return request;
    }

    @SuppressWarnings("unchecked")
    private static Page<Object> cast(@Nullable Object page) {
        return (Page<Object>) Objects.requireNonNull(page);
    }

    /** The methods that every object has, for a proxy. */
    static Object ofObject(Class<?> type, Object proxy, Method method, Object[] arguments) {
        return switch (method.getName()) {
            case "equals" -> proxy == arguments[0];
            case "hashCode" -> System.identityHashCode(proxy);
            default -> type.getSimpleName();
        };
    }
}
