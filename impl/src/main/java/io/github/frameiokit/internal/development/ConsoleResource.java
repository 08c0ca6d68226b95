package io.github.frameiokit.internal.development;

import io.github.frameiokit.internal.Paths;
import io.github.frameiokit.internal.events.CurrentRequest;
import io.github.frameiokit.internal.events.KitEndpoint;
import jakarta.annotation.security.PermitAll;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.OPTIONS;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import org.eclipse.microprofile.openapi.annotations.Operation;

/**
 * The addresses of the development console. It answers all methods, since JAX-RS would answer a method without an
 * annotation without asking it.
 */
@Path(Paths.CONSOLE + "{below: (/.*)?}")
@PermitAll
@KitEndpoint
@ApplicationScoped
public class ConsoleResource {

    @Inject
    private ConsoleSwitch console;

    @Inject
    private CurrentRequest request;

    /** Answers a request; {@code HEAD} as well. */
    @GET
    @Operation(hidden = true)
    public Response get(@Context HttpHeaders headers, @Context UriInfo uri) {
        return answer("GET", headers, uri);
    }

    /** Answers a request. */
    @POST
    @Operation(hidden = true)
    public Response post(@Context HttpHeaders headers, @Context UriInfo uri) {
        return answer("POST", headers, uri);
    }

    /** Answers a request. */
    @PUT
    @Operation(hidden = true)
    public Response put(@Context HttpHeaders headers, @Context UriInfo uri) {
        return answer("PUT", headers, uri);
    }

    /** Answers a request. */
    @PATCH
    @Operation(hidden = true)
    public Response patch(@Context HttpHeaders headers, @Context UriInfo uri) {
        return answer("PATCH", headers, uri);
    }

    /** Answers a request. */
    @DELETE
    @Operation(hidden = true)
    public Response delete(@Context HttpHeaders headers, @Context UriInfo uri) {
        return answer("DELETE", headers, uri);
    }

    /** Answers a request. */
    @OPTIONS
    @Operation(hidden = true)
    public Response options(@Context HttpHeaders headers, @Context UriInfo uri) {
        return answer("OPTIONS", headers, uri);
    }

    private Response answer(String method, HttpHeaders headers, UriInfo uri) {
        return console.door()
                .map(door -> door.answer(method, headers, uri, request.bytes()))
                .orElseGet(() -> Response.status(Response.Status.NOT_FOUND)
                        .entity("not found")
                        .type(MediaType.TEXT_PLAIN_TYPE)
                        .build());
    }
}
