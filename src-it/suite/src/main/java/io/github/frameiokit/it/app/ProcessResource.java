package io.github.frameiokit.it.app;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;

/** Answers the id of the app's process, which can be another than that of the server's start script. */
@Path("process")
@ApplicationScoped
public class ProcessResource {

    @GET
    public String id() {
        return Long.toString(ProcessHandle.current().pid());
    }
}
