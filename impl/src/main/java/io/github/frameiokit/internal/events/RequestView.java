package io.github.frameiokit.internal.events;

import io.github.frameiokit.FrameioRequest;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.ContextNotActiveException;
import jakarta.inject.Inject;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * The request, as handlers see it. Its scope isn't the request's, so that an app gets the kit's sentence outside of a
 * request, and not the container's.
 */
@ApplicationScoped
public class RequestView implements FrameioRequest {

    @Inject
    private CurrentRequest request;

    @Override
    public Optional<URI> address() {
        return current().address();
    }

    @Override
    public String path() {
        return current().path();
    }

    @Override
    public Optional<String> query(String name) {
        return current().query(Objects.requireNonNull(name, "name"));
    }

    @Override
    public Optional<String> header(String name) {
        return current().header(Objects.requireNonNull(name, "name"));
    }

    @Override
    public Map<String, List<String>> headers() {
        return current().headers();
    }

    private CurrentRequest current() {
        try {
            if (request.isThere()) {
                return request;
            }
        } catch (ContextNotActiveException e) {
            // reported below
        }
        throw new IllegalStateException(
                "This thread doesn't handle a request from Frame.io. FrameioRequest is for handlers"
                        + " with @Observes; read what asynchronous work needs before it begins, and pass it on.");
    }
}
