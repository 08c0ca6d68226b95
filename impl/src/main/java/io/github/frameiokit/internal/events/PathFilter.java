package io.github.frameiokit.internal.events;

import io.github.frameiokit.internal.Paths;
import io.github.frameiokit.internal.Settings;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.PreMatching;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriBuilder;
import jakarta.ws.rs.core.UriInfo;
import jakarta.ws.rs.ext.Provider;
import java.util.Optional;
import org.eclipse.microprofile.config.Config;
import org.eclipse.microprofile.config.ConfigProvider;
import org.jspecify.annotations.Nullable;

/**
 * Moves requests for the configured paths to the kit's resources, before JAX-RS matches resources. It has no injected
 * fields and no scope, since not every server lets CDI create the providers of a library.
 */
@Provider
@PreMatching
public class PathFilter implements ContainerRequestFilter {

    private static final Paths RESOURCES = new Paths(Paths.EVENTS, Paths.OAUTH);

    private volatile @Nullable Paths paths;
    private volatile boolean installPage;

    @Override
    public void filter(ContainerRequestContext request) {
        Paths configured = configured();
        if (configured.equals(RESOURCES)) {
            return;
        }
        UriInfo uri = request.getUriInfo();
        Optional<String> resource = configured
                .ofResource(request.getMethod(), uri.getPath())
                .filter(it -> installPage || !it.startsWith(Paths.INSTALL));
        if (resource.isPresent()) {
            request.setRequestUri(
                    uri.getBaseUri(),
                    UriBuilder.fromUri(uri.getBaseUri())
                            .path(resource.get())
                            .replaceQuery(uri.getRequestUri().getRawQuery())
                            .build());
        } else if (RESOURCES.ofResource(request.getMethod(), uri.getPath()).isPresent()) {
            request.abortWith(Response.status(Response.Status.NOT_FOUND)
                    .type(MediaType.TEXT_PLAIN_TYPE)
                    .entity("not found")
                    .build());
        }
    }

    /** Reads the configuration at the first request, when the thread has the app's class loader. */
    private Paths configured() {
        if (paths == null) {
            Config config = ConfigProvider.getConfig();
            installPage = Settings.INSTALL_ENABLED.get(config); // without it, its path may be the app's
            paths = Paths.of(config);
        }
        return paths;
    }
}
