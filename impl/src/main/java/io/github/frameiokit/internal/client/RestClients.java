package io.github.frameiokit.internal.client;

import io.github.frameiokit.client.ClientClock;
import io.github.frameiokit.client.FrameioApiException;
import io.github.frameiokit.internal.Causes;
import io.github.frameiokit.internal.client.RestFailures.NotSent;
import io.github.frameiokit.internal.client.RestFailures.Rejected;
import io.github.frameiokit.internal.http.Failures;
import io.github.frameiokit.internal.ims.Credentials;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.ProcessingException;
import jakarta.ws.rs.client.ClientRequestContext;
import jakarta.ws.rs.client.ClientRequestFilter;
import jakarta.ws.rs.client.ClientResponseContext;
import jakarta.ws.rs.client.ClientResponseFilter;
import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.net.URI;
import java.time.Duration;
import java.util.Arrays;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.eclipse.microprofile.rest.client.RestClientBuilder;
import org.jspecify.annotations.Nullable;

/**
 * Calls interfaces of the app's own with the server's MicroProfile Rest Client. The server's client has a pool of
 * connections, so there is one per interface and not one per user: the kit's proxy knows the credentials of a call, and
 * passes them in a thread-local to the filter that adds the token. Thread-safe.
 */
final class RestClients implements AutoCloseable {

    private static final System.Logger LOG = System.getLogger(RestClients.class.getName());

    private static final int UNAUTHORIZED = 401;

    private final URI baseUrl;
    private final Duration connectTimeout;
    private final Duration readTimeout;
    private final ClientClock clock;
    private final Map<Class<?>, Object> clients = new ConcurrentHashMap<>();
    private final ThreadLocal<Acting> acting = new ThreadLocal<>();

    RestClients(URI baseUrl, Duration connectTimeout, Duration readTimeout, ClientClock clock) {
        this.baseUrl = baseUrl;
        this.connectTimeout = connectTimeout;
        this.readTimeout = readTimeout;
        this.clock = clock;
    }

    /** The caller of one call, and what is known of the call so far. */
    private static final class Acting {

        private final Credentials credentials;
        private final boolean experimental;
        private volatile Failures failures;
        private volatile @Nullable String token;
        private volatile int status;

        Acting(Credentials credentials, boolean experimental, Failures failures) {
            this.credentials = credentials;
            this.experimental = experimental;
            this.failures = failures;
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

    /** Implements an interface for a client. */
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
                return null; // the server's client is shared; it is closed with the app
            }
            PathIds.check(method, arguments);
            return invoke(client, method, arguments, new Acting(credentials, experimental, failures(type, method)));
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

    /** Like {@link OperationInvoker}, calls once more if Frame.io rejects the token and there is another one. */
    private Object invoke(Object client, Method method, Object[] arguments, Acting caller) throws Throwable {
        try {
            return send(client, method, arguments, caller);
        } catch (InvocationTargetException e) {
            if (!isUnauthorized(e.getTargetException())
                    || caller.token == null
                    || !caller.credentials.rejected(caller.token)
                    || isUsedUp(arguments)) {
                throw translated(e.getTargetException(), caller);
            }
        }
        try {
            return send(client, method, arguments, caller);
        } catch (InvocationTargetException e) {
            throw translated(e.getTargetException(), caller);
        }
    }

    private static boolean isUnauthorized(Throwable thrown) {
        return RestFailures.response(thrown)
                .filter(response -> response.status() == UNAUTHORIZED)
                .isPresent();
    }

    /** Whether an argument has been read, and so can't be sent again. */
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
                            + " server's feature or extension for it, such as mpRestClient or quarkus-rest-client, or in Java SE"
                            + " org.glassfish.jersey.ext.microprofile:jersey-mp-rest-client and"
                            + " org.glassfish.jersey.inject:jersey-hk2.",
                    e);
        }
        return builder.baseUri(baseUrl)
                .connectTimeout(connectTimeout.toMillis(), TimeUnit.MILLISECONDS)
                .readTimeout(readTimeout.toMillis(), TimeUnit.MILLISECONDS)
                .followRedirects(false)
                // without these Jersey can't send a PATCH, and would follow a redirect with the token
                .property("jersey.config.client.httpUrlConnection.setMethodWorkaround", true)
                .property("jersey.config.client.followRedirects", false)
                // after all filters of the interface's own, which may change the request's URL
                .register(new Authorization(), Integer.MAX_VALUE)
                .register(new RestFailures.Mapper())
                .build(type);
    }

    /** Adds the caller's token to the request, and records what was requested and answered. */
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
            try {
                PathIds.check(request.getUri());
            } catch (IllegalArgumentException e) {
                throw new NotSent(e);
            }
            caller.failures = new Failures(request.getMethod(), request.getUri().getRawPath());
            new BearerTokenFilter(baseUrl, caller::token, caller.experimental).filter(request);
        }

        @Override
        public void filter(ClientRequestContext request, ClientResponseContext response) {
            Acting caller = acting.get();
            if (caller != null) {
                caller.status = response.getStatus();
            }
        }
    }

    /** The exception for the caller, the same as from the kit's own interfaces, whatever the server wraps it in. */
    private Throwable translated(Throwable thrown, Acting caller) {
        for (Throwable cause : Causes.of(thrown).toList()) {
            if (cause instanceof NotSent) {
                return Objects.requireNonNull(cause.getCause());
            }
            if (cause instanceof Rejected rejected) {
                FrameioApiException failure = caller.failures.of(rejected.response(), clock.now());
                return rejected.response().status() == UNAUTHORIZED
                        ? caller.credentials.unauthorized(failure)
                        : failure;
            }
            if (cause instanceof IOException || cause instanceof TimeoutException) {
                return caller.failures.unreachable(cause);
            }
        }
        return thrown instanceof ProcessingException && caller.status != 0
                ? caller.failures.unreadable(caller.status, "the answer isn't what the method returns")
                : thrown;
    }

    /** The failures of a call whose arguments the server hasn't filled in yet. */
    private static Failures failures(Class<?> type, Method method) {
        String name = Arrays.stream(method.getAnnotations())
                .map(annotation -> annotation.annotationType().getAnnotation(HttpMethod.class))
                .filter(Objects::nonNull)
                .map(HttpMethod::value)
                .findFirst()
                .orElse(method.getName());
        return new Failures(name, path(type) + path(method));
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
                LOG.log(System.Logger.Level.DEBUG, "A REST client couldn't be closed.", e);
            }
        }
    }

    @Override
    public void close() {
        clients.values().forEach(RestClients::close);
        clients.clear();
    }
}
