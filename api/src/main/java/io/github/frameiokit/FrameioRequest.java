package io.github.frameiokit;

import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The HTTP request that brought the event which is being handled. Injected:
 *
 * <pre>{@code
 * @Inject
 * FrameioRequest request;
 *
 * void onReady(@Observes @Webhook("file.ready") WebhookEvent event) {
 *     String tenant = request.query("tenant").orElse("");
 * }
 * }</pre>
 *
 * <p>An app may register its address with a query of its own, or under several application paths; this tells which one
 * was called. What isn't part of the body isn't signed: anyone who repeats a request can change its headers, and
 * Frame.io vouches for none of them.
 *
 * <p>One injected object serves all requests: it always speaks of the one on the current thread. It is for handlers
 * with {@code @Observes}. An asynchronous handler runs after the request, and may be handed what it needs by its event
 * or by your own code. Everything it returns is immutable.
 */
public interface FrameioRequest {

    /**
     * The whole address that was called, as this server sees it; behind a proxy that isn't what Frame.io called.
     *
     * @return an absolute address with its query; empty where a proxy's headers keep the server from making one
     * @throws IllegalStateException outside of a request of Frame.io's
     */
    Optional<URI> address();

    /**
     * The path that was called, from the server's root on.
     *
     * @return for example {@code /app/frameio}, encoded as it was sent, without the query
     * @throws IllegalStateException outside of a request of Frame.io's
     */
    String path();

    /**
     * A parameter of the query, the first of several.
     *
     * @param name the parameter's name, not null
     * @return its value, decoded, or empty
     * @throws IllegalStateException outside of a request of Frame.io's
     */
    Optional<String> query(String name);

    /**
     * A header; several of one name are joined with commas.
     *
     * @param name the header's name in any case, not null
     * @return its value, or empty
     * @throws IllegalStateException outside of a request of Frame.io's
     */
    Optional<String> header(String name);

    /**
     * All headers. Among them is the request's signature, so don't log them all.
     *
     * @return values by name, which may be asked for in any case; unmodifiable
     * @throws IllegalStateException outside of a request of Frame.io's
     */
    Map<String, List<String>> headers();
}
