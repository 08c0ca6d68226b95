package io.github.frameiokit.internal.install.page;

import io.github.frameiokit.internal.Paths;
import io.github.frameiokit.internal.Settings;
import io.github.frameiokit.internal.events.CurrentRequest;
import io.github.frameiokit.internal.events.KitEndpoint;
import io.github.frameiokit.internal.oauth.Cookies;
import jakarta.annotation.security.PermitAll;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.eclipse.microprofile.config.Config;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** The addresses of the install page. They answer 404 in an app that doesn't have it. */
@Path(Paths.INSTALL + "{below: (/.*)?}")
@PermitAll
@KitEndpoint
@ApplicationScoped
public class InstallResource {

    @Inject
    private Config config;

    @Inject
    private Instance<InstallPage> page;

    @Inject
    private CurrentRequest request;

    /** Shows a page. */
    @GET
    @Operation(hidden = true)
    public Response get(@Context HttpHeaders headers, @Context UriInfo uri) {
        return ifOn(() -> page.get().get(below(uri), query(uri), cookies(headers)));
    }

    /** Takes a form. */
    @POST
    @Operation(hidden = true)
    public Response post(@Context HttpHeaders headers, @Context UriInfo uri) {
        return ifOn(() -> {
            Posted form = Posted.of(request.bytes()
                    .map(bytes -> new String(bytes, StandardCharsets.UTF_8))
                    .orElse(""));
            List<String> origins = headers.getRequestHeader("Origin");
            Optional<String> origin =
                    origins != null && origins.size() == 1 ? Optional.of(origins.get(0)) : Optional.empty();
            return page.get().post(below(uri), form, origin, cookies(headers));
        });
    }

    private Response ifOn(Supplier<Response> work) {
        return Settings.INSTALL_ENABLED.get(config)
                ? work.get()
                : Response.status(Response.Status.NOT_FOUND)
                        .entity("not found")
                        .type(MediaType.TEXT_PLAIN_TYPE)
                        .build();
    }

    private static Cookies cookies(HttpHeaders headers) {
        return Cookies.of(headers.getRequestHeader(HttpHeaders.COOKIE));
    }

    /** The path below the page's own. */
    private static String below(UriInfo uri) {
        String path = uri.getPath().replaceFirst("^/+", "");
        return path.substring(Math.min(path.length(), Paths.INSTALL.length())).replaceAll("^/+|/+$", "");
    }

    private static Posted query(UriInfo uri) {
        String query = uri.getRequestUri().getRawQuery();
        // a name without a value is a parameter, too
        return Posted.of(query == null ? "" : query.replaceAll("(^|&)([^=&]+)(?=&|$)", "$1$2=true"));
    }
}
