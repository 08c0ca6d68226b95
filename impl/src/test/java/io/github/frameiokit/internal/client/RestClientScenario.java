package io.github.frameiokit.internal.client;

import io.github.frameiokit.client.FrameioClient;
import io.github.frameiokit.testkit.Received;
import jakarta.json.JsonObject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.junit.jupiter.api.AutoClose;

/** An interface of an app's own, called with Jersey's MicroProfile Rest Client. */
abstract class RestClientScenario {

    @AutoClose
    final TestClient tested = new TestClient();

    final FrameioClient frameio = tested.client();

    public interface Mine extends AutoCloseable {

        @GET
        @Path("/v4/me")
        @Produces(MediaType.APPLICATION_JSON)
        Wrapped me();

        @POST
        @Path("/v4/accounts/{account_id}/files/{file_id}/comments")
        @Consumes(MediaType.APPLICATION_JSON)
        @Produces(MediaType.APPLICATION_JSON)
        JsonObject comment(
                @PathParam("account_id") String accountId, @PathParam("file_id") String fileId, Wrapped comment);

        @DELETE
        @Path("v4/accounts/{account_id}/files/{file_id}")
        void delete(@PathParam("account_id") String accountId, @PathParam("file_id") String fileId);

        default String email() {
            return me().data.email;
        }

        @Override
        void close();
    }

    /** As an app's types are bound by JSON-B. */
    public static class Wrapped {
        public Data data;
    }

    public static class Data {
        public String email;
        public String text;
    }

    Received last(String operation) {
        List<Received> requests = tested.fake.requests(operation);
        return requests.get(requests.size() - 1);
    }
}
