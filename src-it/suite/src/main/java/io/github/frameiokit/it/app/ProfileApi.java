package io.github.frameiokit.it.app;

import jakarta.json.JsonObject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

/** An app's own interface, which the kit builds with the server's REST client. */
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public interface ProfileApi {

    @GET
    @Path("/v4/me")
    JsonObject me();

    @GET
    @Path("/v4/me")
    Answer bound();

    @GET
    @Path("/v4/accounts/{account_id}/files/{file_id}")
    JsonObject file(@PathParam("account_id") String accountId, @PathParam("file_id") String fileId);

    @POST
    @Path("/v4/accounts/{account_id}/groups")
    JsonObject create(@PathParam("account_id") String accountId, JsonObject group);

    @PATCH
    @Path("/v4/accounts/{account_id}/comments/{comment_id}")
    JsonObject update(
            @PathParam("account_id") String accountId, @PathParam("comment_id") String commentId, JsonObject comment);

    default String email() {
        return me().getJsonObject("data").getString("email");
    }

    /** An answer that JSON-B binds. */
    class Answer {
        public Profile data;
    }

    /** The member {@code data} of the answer. */
    class Profile {
        public String email;
    }
}
