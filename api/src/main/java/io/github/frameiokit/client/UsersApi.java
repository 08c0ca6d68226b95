package io.github.frameiokit.client;

import io.github.frameiokit.client.model.User;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

/**
 * The user that a token belongs to. Each method throws a {@link FrameioApiException} if Frame.io rejects the call or
 * doesn't answer.
 */
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public interface UsersApi {

    /**
     * Returns the user that the token belongs to. At most 100 calls per minute.
     *
     * @return the user
     */
    @GET
    @Path("/v4/me")
    User show();
}
