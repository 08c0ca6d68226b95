package io.github.frameiokit.client;

import io.github.frameiokit.client.model.User;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

/** The user a token belongs to. */
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public interface UsersApi {

    /**
     * The user that the token belongs to. At most 100 calls a minute.
     *
     * @return what Frame.io holds now
     * @throws FrameioApiException if Frame.io refuses it or doesn't answer
     */
    @GET
    @Path("/v4/me")
    User show();
}
