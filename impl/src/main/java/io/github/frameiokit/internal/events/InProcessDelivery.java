package io.github.frameiokit.internal.events;

import io.github.frameiokit.ActionEvent;
import io.github.frameiokit.FrameioEvent;
import io.github.frameiokit.WebhookEvent;
import io.github.frameiokit.internal.AsyncEvents;
import io.github.frameiokit.internal.Paths;
import jakarta.enterprise.context.control.RequestContextController;
import jakarta.enterprise.inject.Instance;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MultivaluedHashMap;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.UriInfo;
import java.lang.reflect.Proxy;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.BiFunction;
import org.eclipse.microprofile.config.Config;

/**
 * Delivers events to an app's handlers without a request, so without its checks: as the {@link Dispatcher} gets them.
 * The test kit finds this class by its name, since it is built before it. Nothing else loads it.
 */
public final class InProcessDelivery {

    private static final Duration LONGEST_WAIT = Duration.ofSeconds(30);

    private final Instance<Object> beans;
    private final Dispatcher dispatcher;
    private final AsyncEvents async;
    private final Paths paths;

    /**
     * Prepares to deliver.
     *
     * @param beans the app's beans
     */
    public InProcessDelivery(Instance<Object> beans) {
        this.beans = beans;
        dispatcher = beans.select(Dispatcher.class).get();
        async = beans.select(AsyncEvents.class).get();
        paths = Paths.of(beans.select(Config.class).get());
    }

    /**
     * Delivers an event, in a request context of its own, and waits for asynchronous handlers as well.
     *
     * @param event a webhook or an action
     * @param base the address of the JAX-RS application
     * @param called the address that was called, with its query
     * @param headers the request's headers
     * @return the status and the body
     */
    public Map.Entry<Integer, byte[]> deliver(FrameioEvent event, URI base, URI called, Map<String, String> headers) {
        Instance<RequestContextController> contexts = beans.select(RequestContextController.class);
        RequestContextController context = contexts.get();
        boolean activated = context.activate();
        Outcome outcome;
        try {
            beans.select(CurrentRequest.class).get().note(uri(base, called), headers(headers), paths);
            outcome = event instanceof WebhookEvent webhook
                    ? dispatcher.webhook(webhook, Optional.empty(), Recording.NONE)
                    : dispatcher.action(
                            ActionEvent.of(KitFields.removedFrom(event.json()), event.timestamp()),
                            Optional.empty(),
                            Recording.NONE);
        } finally {
            if (activated) {
                context.deactivate();
            }
            contexts.destroy(context);
        }
        if (!async.await(LONGEST_WAIT)) {
            throw new IllegalStateException(
                    "An asynchronous handler of " + event + " still runs after " + LONGEST_WAIT.toSeconds() + " s.");
        }
        return Map.entry(outcome.status(), outcome.answer());
    }

    private static UriInfo uri(URI base, URI called) {
        MultivaluedMap<String, String> query = new MultivaluedHashMap<>();
        if (called.getRawQuery() != null) {
            for (String parameter : called.getRawQuery().split("&")) {
                String[] pair = (parameter + "=").split("=", 3);
                query.add(decoded(pair[0]), decoded(pair[1]));
            }
        }
        return proxy(UriInfo.class, (method, arguments) -> switch (method) {
            case "getBaseUri" -> base;
            case "getRequestUri" -> called;
            case "getPath" -> base.relativize(called).getRawPath();
            case "getQueryParameters" -> query;
            default -> throw new UnsupportedOperationException(method);
        });
    }

    private static HttpHeaders headers(Map<String, String> sent) {
        Map<String, String> inAnyCase = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        inAnyCase.putAll(sent);
        MultivaluedMap<String, String> all = new MultivaluedHashMap<>(sent);
        return proxy(HttpHeaders.class, (method, arguments) -> switch (method) {
            case "getRequestHeaders" -> all;
            case "getHeaderString" -> inAnyCase.get((String) arguments[0]);
            default -> throw new UnsupportedOperationException(method);
        });
    }

    private static <T> T proxy(Class<T> type, BiFunction<String, Object[], Object> methods) {
        return type.cast(Proxy.newProxyInstance(
                InProcessDelivery.class.getClassLoader(),
                new Class<?>[] {type},
                (proxy, method, arguments) -> methods.apply(method.getName(), arguments)));
    }

    private static String decoded(String text) {
        return URLDecoder.decode(text, StandardCharsets.UTF_8);
    }
}
