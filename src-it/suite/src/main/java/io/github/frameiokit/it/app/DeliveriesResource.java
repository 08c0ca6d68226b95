package io.github.frameiokit.it.app;

import io.github.frameiokit.delivery.Deliveries;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import java.util.stream.Collectors;

/** What an administrator does with deliveries. */
@Path("deliveries")
@ApplicationScoped
public class DeliveriesResource {

    private static final int MOST = 100;

    @Inject
    private Deliveries deliveries;

    @GET
    @Path("dead")
    public String dead() {
        return deliveries.dead(MOST).stream()
                .map(dead ->
                        dead.id() + " " + dead.handler() + " " + dead.cause().orElse(""))
                .collect(Collectors.joining("\n"));
    }

    @GET
    @Path("pending")
    public String pending() {
        return Long.toString(deliveries.pendingCount().orElseThrow());
    }

    @GET
    @Path("retry")
    public String retry(@QueryParam("id") String id) {
        return Boolean.toString(deliveries.retry(id));
    }
}
