package io.github.frameiokit.it.app;

import io.github.frameiokit.Webhook;
import io.github.frameiokit.WebhookEvent;
import jakarta.enterprise.context.RequestScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import java.time.Instant;

/** An app that fires an event of its own at its handlers, as it might to repeat one that it has kept. */
@Path("fire")
@RequestScoped
public class FiringResource {

    @Inject
    @Webhook("folder.created")
    private Event<WebhookEvent> event;

    @GET
    @Path("{id}")
    public String fire(@PathParam("id") String id) {
        JsonObject resource =
                Json.createObjectBuilder().add("id", id).add("type", "folder").build();
        JsonObject json = Json.createObjectBuilder()
                .add("type", "folder.created")
                .add("resource", resource)
                .add("account", Json.createObjectBuilder().add("id", "account"))
                .add("project", Json.createObjectBuilder().add("id", "project"))
                .add("workspace", Json.createObjectBuilder().add("id", "workspace"))
                .add("user", Json.createObjectBuilder().add("id", "user"))
                .build();
        event.fire(WebhookEvent.of(json, Instant.now()));
        return id;
    }
}
