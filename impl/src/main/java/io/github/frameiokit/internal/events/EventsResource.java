package io.github.frameiokit.internal.events;

import io.github.frameiokit.internal.Paths;
import jakarta.annotation.PostConstruct;
import jakarta.annotation.security.PermitAll;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import org.eclipse.microprofile.config.Config;
import org.eclipse.microprofile.openapi.annotations.Operation;

/**
 * The address that Frame.io calls, for webhooks and actions. {@code @PermitAll} is on the class, because Payara asks
 * the caller of a method that has it to authenticate, and answers 401.
 */
@Path(Paths.EVENTS)
@PermitAll
@KitEndpoint
@ApplicationScoped
public class EventsResource {

    @Inject
    private Reception reception;

    @Inject
    private CurrentRequest request;

    @Inject
    private Config config;

    private Paths paths;

    @PostConstruct
    void prepare() {
        paths = Paths.of(config);
    }

    /** Creates this object when the app starts, so that the first event need not wait for it. */
    void start(@Observes @Initialized(ApplicationScoped.class) Object context) {}

    /** Receives a request. {@link BodyFilter} has read its body. */
    @POST
    @Operation(hidden = true)
    public Response receive(@Context HttpHeaders headers, @Context UriInfo uri) {
        CurrentRequest current = request.itself();
        return reception
                .receive(headers, current.body(), () -> current.note(uri, headers, paths))
                .toResponse();
    }

    /** Receives a request for a registration of the app's own. {@link BodyFilter} has read its body. */
    @POST
    @Path("i/{id}")
    @Operation(hidden = true)
    public Response receive(@PathParam("id") String id, @Context HttpHeaders headers, @Context UriInfo uri) {
        CurrentRequest current = request.itself();
        return reception
                .receive(id, headers, current.body(), () -> current.note(uri, headers, paths, paths.registered(id)))
                .toResponse();
    }
}
