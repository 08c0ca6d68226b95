package io.github.frameiokit;

import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The HTTP request of the event that is being handled. Inject it:
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
 * <p>An app can register its address with a query of its own, or under several application paths. This object says
 * which address was called. Only the body is signed: anyone who repeats a request can change its address and its
 * headers.
 *
 * <p>One injected object serves all requests and always stands for the request of the current thread. It works in
 * handlers with {@code @Observes}. An asynchronous handler runs after the request; give it what it needs through its
 * event or your own code. All returned values are immutable.
 */
public interface FrameioRequest {

    /**
     * The whole address as this server sees it. Behind a proxy it differs from the one that Frame.io called.
     *
     * @return an absolute address with its query; empty if a proxy's headers keep the server from building one
     * @throws IllegalStateException outside of a request from Frame.io
     */
    Optional<URI> address();

    /**
     * The path of the address, starting at the server's root.
     *
     * @return for example {@code /app/frameio}, encoded as sent, without the query
     * @throws IllegalStateException outside of a request from Frame.io
     */
    String path();

    /**
     * A parameter of the query. If the query repeats it, this is the first value.
     *
     * @param name the parameter's name, not null
     * @return its value, decoded, or empty
     * @throws IllegalStateException outside of a request from Frame.io
     */
    Optional<String> query(String name);

    /**
     * A header. If the request repeats it, its values are joined with commas.
     *
     * @param name the header's name in any case, not null
     * @return its value, or empty
     * @throws IllegalStateException outside of a request from Frame.io
     */
    Optional<String> header(String name);

    /**
     * All headers. They include the request's signature, so don't log them all.
     *
     * @return values by name, unmodifiable; the case of the names doesn't matter
     * @throws IllegalStateException outside of a request from Frame.io
     */
    Map<String, List<String>> headers();
}
