package io.github.frameiokit.internal.client;

import io.github.frameiokit.client.FrameioApiException;
import io.github.frameiokit.client.Page;
import io.github.frameiokit.internal.JsonText;
import io.github.frameiokit.internal.http.Call;
import io.github.frameiokit.internal.http.Failures;
import io.github.frameiokit.internal.http.RawResponse;
import io.github.frameiokit.internal.http.RetryPolicy;
import io.github.frameiokit.internal.http.Transport;
import io.github.frameiokit.internal.ims.Credentials;
import io.github.frameiokit.internal.json.BodyWriter;
import io.github.frameiokit.internal.json.Cursor;
import io.github.frameiokit.internal.json.ModelReader;
import io.github.frameiokit.internal.json.Unreadable;
import jakarta.json.JsonException;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Method;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Proxy;
import java.lang.reflect.Type;
import java.net.URI;
import java.net.http.HttpRequest;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.eclipse.microprofile.rest.client.annotation.ClientHeaderParam;

/** Makes calls of methods: a method and its arguments → a call → an answer → what the method returns. */
final class OperationInvoker {

    private static final int ACCEPTED = 202;

    private final URI address;
    private final Transport transport;
    private final RetryPolicy retryPolicy;
    private final ModelReader reader = new ModelReader();
    private final BodyWriter writer = new BodyWriter();
    private final Map<Method, Operation> operations = new ConcurrentHashMap<>();

    OperationInvoker(URI address, Transport transport, RetryPolicy retryPolicy) {
        this.address = address;
        this.transport = transport;
        this.retryPolicy = retryPolicy;
        checkRestClient();
    }

    /** Otherwise the first of its classes that is needed would be missing, without a word of what to add. */
    static void checkRestClient() {
        try {
            ClientHeaderParam.class.getName();
        } catch (NoClassDefFoundError e) {
            throw new IllegalStateException(
                    "FrameioClient needs the API of MicroProfile Rest Client, which isn't there; add the server's"
                            + " feature or extension for it, such as mpRestClient or quarkus-rest-client.",
                    e);
        }
    }

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

    private Object invoke(Operation operation, Object[] arguments, Credentials credentials, boolean experimental) {
        Call call = operation.call(arguments, experimental, writer);
        RawResponse answer = send(call, credentials);
        Type returned = operation.answer();
        if (returned == void.class) {
            return null;
        }
        try {
            JsonObject json = answer.body().length == 0 ? JsonValue.EMPTY_JSON_OBJECT : JsonText.object(answer.body());
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
                    return Page.brokenOff(items, total, () -> Failures.unreadable(call, answer, e));
                }
            }
            return reader.read(json.get("data"), returned, answer.status() == ACCEPTED);
        } catch (JsonException e) {
            throw Failures.unreadable(call, answer, new Unreadable("the answer is no JSON object"));
        } catch (Unreadable e) {
            throw Failures.unreadable(call, answer, e);
        }
    }

    /** Tries once more with another token if Frame.io doesn't take the first one and there is another. */
    private RawResponse send(Call call, Credentials credentials) {
        String token = credentials.token();
        RawResponse answer = retryPolicy.ask(call, () -> transport.send(request(call, token)));
        if (answer.status() == 401 && credentials.refused(token)) {
            String another = credentials.token();
            answer = retryPolicy.ask(call, () -> transport.send(request(call, another)));
        }
        if (answer.failed()) {
            FrameioApiException failure = Failures.of(call, answer, retryPolicy.now());
            throw answer.status() == 401 ? credentials.unauthorized(failure) : failure;
        }
        return answer;
    }

    private HttpRequest.Builder request(Call call, String token) {
        HttpRequest.Builder request = HttpRequest.newBuilder(Transport.below(address, call.pathAndQuery()))
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
    private static Page<Object> cast(Object page) {
        return (Page<Object>) page;
    }

    static Object ofObject(Class<?> type, Object proxy, Method method, Object[] arguments) {
        return switch (method.getName()) {
            case "equals" -> proxy == arguments[0];
            case "hashCode" -> System.identityHashCode(proxy);
            default -> type.getSimpleName();
        };
    }
}
