package io.github.frameiokit.it.app;

import io.github.frameiokit.response.ActionResponse;
import io.github.frameiokit.response.Form;
import io.github.frameiokit.response.Message;
import jakarta.enterprise.context.RequestScoped;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

/** An app's own resource, which returns messages and forms. */
@Path("card")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
public class CardResource {

    @GET
    @Path("message")
    public Message message() {
        return Message.of("Hello", "Café ☕");
    }

    @GET
    @Path("form")
    public Form form() {
        return ActionHandlers.EVERY_FIELD;
    }

    @GET
    @Path("either")
    public ActionResponse either() {
        return Message.of("Either", "");
    }

    @GET
    @Path("response")
    public Response response() {
        return Response.ok(ActionHandlers.EVERY_FIELD).build();
    }
}
