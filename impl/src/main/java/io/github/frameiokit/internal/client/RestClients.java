package io.github.frameiokit.internal.client;

import io.github.frameiokit.client.FrameioApiException;
import io.github.frameiokit.internal.Causes;
import io.github.frameiokit.internal.http.Call;
import io.github.frameiokit.internal.http.Failures;
import io.github.frameiokit.internal.http.RawResponse;
import io.github.frameiokit.internal.ims.Credentials;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.ProcessingException;
import jakarta.ws.rs.client.ClientRequestContext;
import jakarta.ws.rs.client.ClientRequestFilter;
import jakarta.ws.rs.client.ClientResponseContext;
import jakarta.ws.rs.client.ClientResponseFilter;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Parameter;
import java.lang.reflect.Proxy;
import java.net.URI;
import java.net.http.HttpHeaders;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.eclipse.microprofile.rest.client.RestClientBuilder;
import org.eclipse.microprofile.rest.client.ext.ResponseExceptionMapper;

/**
 * Calls interfaces of the app's own with the server's MicroProfile Rest Client. Each client has a pool of connections,
 * so there is one per interface and not one per user. The proxy knows the credentials of a call and hands them to the
 * filter that needs them in a thread-local.
 */
final class RestClients implements AutoCloseable {

    private static final System.Logger LOG = System.getLogger(RestClients.class.getName());

    private static final int UNAUTHORIZED = 401;
    /** A dot or two, however they are encoded, with or without parameters. */
    private static final Pattern UPWARDS = Pattern.compile("(?i)(\\.|%2e){1,2}(;.*)?");

    private final URI address;
    private final Duration connectTimeout;
    private final Duration readTimeout;
    private final Supplier<Instant> now;
    private final Map<Class<?>, Object> clients = new ConcurrentHashMap<>();
    private final ThreadLocal<Acting> acting = new ThreadLocal<>();

    RestClients(URI address, Duration connectTimeout, Duration readTimeout, Supplier<Instant> now) {
        this.address = address;
        this.connectTimeout = connectTimeout;
        this.readTimeout = readTimeout;
        this.now = now;
    }

    /** One call: who makes it, and what is known of it so far. */
    private static final class Acting {

        private final Credentials credentials;
        private final boolean experimental;
        private volatile Call call;
        private volatile String token;
        private volatile int status;

        Acting(Credentials credentials, boolean experimental, Call call) {
            this.credentials = credentials;
            this.experimental = experimental;
            this.call = call;
        }

        String token() {
            try {
                token = credentials.token();
                return token;
            } catch (RuntimeException e) {
                throw new NotSent(e);
            }
        }
    }

    /** Nothing is sent; wrapped, since what a filter throws may come out in the server's own exceptions. */
    private static final class NotSent extends RuntimeException {

        private static final long serialVersionUID = 1;

        NotSent(RuntimeException cause) {
            super(cause);
        }
    }

    /** An answer that says no, on its way to the proxy, which knows what was asked. */
    private static final class Refused extends RuntimeException {

        private static final long serialVersionUID = 1;

        private final transient RawResponse answer;

        Refused(RawResponse answer) {
            super("The answer was " + answer.status() + ".", null, false, false);
            this.answer = answer;
        }
    }

    <T> T of(Class<T> type, Credentials credentials, boolean experimental) {
        check(type);
        Object client = client(type);
        InvocationHandler handler = (proxy, method, arguments) -> {
            if (method.getDeclaringClass() == Object.class) {
                return OperationInvoker.ofObject(type, proxy, method, arguments);
            }
            if (method.isDefault()) {
                return InvocationHandler.invokeDefault(proxy, method, arguments);
            }
            if (method.getName().equals("close") && method.getParameterCount() == 0) {
                return null; // others have the same client; it is closed with the app
            }
            checkIds(method, arguments);
            return invoke(client, method, arguments, new Acting(credentials, experimental, call(type, method)));
        };
        return type.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, handler));
    }

    private static void check(Class<?> type) {
        if (!type.isInterface()) {
            throw new IllegalArgumentException(
                    "'type' must be an interface whose methods have Jakarta REST's annotations.");
        }
        Arrays.stream(type.getMethods())
                .filter(method -> CompletionStage.class.isAssignableFrom(method.getReturnType()))
                .findFirst()
                .ifPresent(method -> {
                    throw new IllegalArgumentException("'type' must have no method that returns a CompletionStage, as "
                            + type.getSimpleName() + "." + method.getName() + " does: who acts is known on the"
                            + " caller's thread only. Let it return its result, and call it on another thread.");
                });
    }

    /** Not all servers encode a slash, so that an id with {@code ..} in it would lead to another resource. */
    private static void checkIds(Method method, Object[] arguments) {
        Parameter[] parameters = method.getParameters();
        for (int i = 0; i < parameters.length; i++) {
            PathParam id = parameters[i].getAnnotation(PathParam.class);
            if (id != null && (arguments[i] == null || arguments[i] instanceof String)) {
                String text = Operation.id(id.value(), (String) arguments[i]);
                Arrays.stream(text.split("/", -1)).forEach(segment -> Operation.id(id.value(), segment));
            }
        }
    }

    /** The ids in beans and of types of the app's own are known only here. */
    private static void checkPath(URI sent) {
        for (String segment : sent.getRawPath().split("/", -1)) {
            if (UPWARDS.matcher(segment).matches()) {
                throw new NotSent(
                        new IllegalArgumentException(
                                "An id must not be '.' or '..', or have one between slashes, since that leads to another resource."));
            }
        }
    }

    /** Tries once more with another token if Frame.io doesn't take the first one, as {@link OperationInvoker} does. */
    private Object invoke(Object client, Method method, Object[] arguments, Acting caller) throws Throwable {
        try {
            return send(client, method, arguments, caller);
        } catch (InvocationTargetException e) {
            if (!isUnauthorized(e.getCause())
                    || caller.token == null
                    || !caller.credentials.refused(caller.token)
                    || isUsedUp(arguments)) {
                throw translated(e.getCause(), caller);
            }
        }
        try {
            return send(client, method, arguments, caller);
        } catch (InvocationTargetException e) {
            throw translated(e.getCause(), caller);
        }
    }

    private static boolean isUnauthorized(Throwable thrown) {
        for (Throwable cause : Causes.of(thrown).toList()) {
            if (cause instanceof Refused refused) {
                return refused.answer.status() == UNAUTHORIZED;
            }
        }
        return false;
    }

    /** What was read once can't be sent again. */
    private static boolean isUsedUp(Object[] arguments) {
        return arguments != null
                && Arrays.stream(arguments)
                        .anyMatch(argument -> argument instanceof InputStream || argument instanceof Reader);
    }

    private Object send(Object client, Method method, Object[] arguments, Acting caller)
            throws InvocationTargetException, IllegalAccessException {
        Acting outer = acting.get();
        acting.set(caller);
        try {
            method.trySetAccessible();
            return method.invoke(client, arguments);
        } finally {
            if (outer == null) {
                acting.remove();
            } else {
                acting.set(outer);
            }
        }
    }

    private Object client(Class<?> type) {
        Object known = clients.get(type);
        if (known != null) {
            return known;
        }
        Object built = build(type);
        Object other = clients.putIfAbsent(type, built);
        if (other == null) {
            return built;
        }
        close(built);
        return other;
    }

    private Object build(Class<?> type) {
        RestClientBuilder builder;
        try {
            builder = RestClientBuilder.newBuilder();
        } catch (RuntimeException e) {
            throw new IllegalStateException(
                    "FrameioClient.api(…) needs an implementation of MicroProfile Rest Client, which isn't there; add the"
                            + " server's feature or extension for it, such as mpRestClient or quarkus-rest-client.",
                    e);
        }
        return builder.baseUri(address)
                .connectTimeout(connectTimeout.toMillis(), TimeUnit.MILLISECONDS)
                .readTimeout(readTimeout.toMillis(), TimeUnit.MILLISECONDS)
                .followRedirects(false)
                // without these Jersey can't send a PATCH, and would follow a redirect with the token
                .property("jersey.config.client.httpUrlConnection.setMethodWorkaround", true)
                .property("jersey.config.client.followRedirects", false)
                // after all filters of the interface's own, which may lead the request elsewhere
                .register(new Authorization(), Integer.MAX_VALUE)
                .register(new Mapper())
                .build(type);
    }

    /** Sends the token of the one who acts, and takes note of what was asked and answered. */
    private final class Authorization implements ClientRequestFilter, ClientResponseFilter {

        @Override
        public void filter(ClientRequestContext request) {
            Acting caller = acting.get();
            if (caller == null) {
                throw new IllegalStateException(
                        "A call of an interface that FrameioClient.api(…) was given is sent on another"
                                + " thread than the caller's, so it isn't known who acts; let its methods return their"
                                + " results, and no sub-resources or asynchronous types.");
            }
            checkPath(request.getUri());
            caller.call = new Call(
                    request.getMethod(), request.getUri().getRawPath(), "", Optional.empty(), Optional.empty(), false);
            new BearerTokenFilter(address, caller::token, caller.experimental).filter(request);
        }

        @Override
        public void filter(ClientRequestContext request, ClientResponseContext response) {
            Acting caller = acting.get();
            if (caller != null) {
                caller.status = response.getStatus();
            }
        }
    }

    /** An answer that isn't what was asked for. A mapper of the interface's own with a higher priority goes first. */
    private static final class Mapper implements ResponseExceptionMapper<RuntimeException> {

        @Override
        public boolean handles(int status, MultivaluedMap<String, Object> headers) {
            return status >= 300;
        }

        @Override
        public RuntimeException toThrowable(Response response) {
            // CXF has some headers twice, in another case
            Map<String, List<String>> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
            response.getStringHeaders().forEach((name, values) -> {
                if (name != null && values != null) {
                    headers.putIfAbsent(name, values);
                }
            });
            return new Refused(new RawResponse(
                    response.getStatus(), HttpHeaders.of(headers, (name, value) -> true), body(response)));
        }

        private static byte[] body(Response response) {
            try {
                return response.hasEntity() ? response.readEntity(byte[].class) : new byte[0];
            } catch (RuntimeException e) {
                return new byte[0]; // the status counts
            }
        }
    }

    /**
     * What the caller gets to see: exceptions as those of the kit's own interfaces, whatever the server wraps them in.
     */
    private Throwable translated(Throwable thrown, Acting caller) {
        for (Throwable cause : Causes.of(thrown).toList()) {
            if (cause instanceof NotSent) {
                return cause.getCause();
            }
            if (cause instanceof Refused refused) {
                FrameioApiException failure = Failures.of(caller.call, refused.answer, now.get());
                return refused.answer.status() == UNAUTHORIZED ? caller.credentials.unauthorized(failure) : failure;
            }
            if (cause instanceof IOException || cause instanceof TimeoutException) {
                return new FrameioApiException.Unreachable(caller.call.method(), caller.call.path(), cause);
            }
        }
        return thrown instanceof ProcessingException && caller.status != 0
                ? new FrameioApiException.Unreadable(
                        caller.call.method(),
                        caller.call.path(),
                        caller.status,
                        "the answer isn't what the method returns")
                : thrown;
    }

    /** What is known of a call from its annotations, before the server has filled in the arguments. */
    private static Call call(Class<?> type, Method method) {
        String name = Arrays.stream(method.getAnnotations())
                .map(annotation -> annotation.annotationType().getAnnotation(HttpMethod.class))
                .filter(Objects::nonNull)
                .map(HttpMethod::value)
                .findFirst()
                .orElse(method.getName());
        return new Call(name, path(type) + path(method), "", Optional.empty(), Optional.empty(), false);
    }

    private static String path(AnnotatedElement annotated) {
        Path path = annotated.getAnnotation(Path.class);
        return path == null ? "" : "/" + path.value().replaceAll("^/+|/+$", "");
    }

    private static void close(Object client) {
        if (client instanceof AutoCloseable closeable) {
            try {
                closeable.close();
            } catch (Exception e) {
                LOG.log(System.Logger.Level.DEBUG, "A rest client can't be closed.", e);
            }
        }
    }

    @Override
    public void close() {
        clients.values().forEach(RestClients::close);
        clients.clear();
    }
}
