package io.github.frameiokit.it.app;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;

/** Tells in which process the app runs, since a server's start script may have made another. */
@Path("process")
@ApplicationScoped
public class ProcessResource {

    @GET
    public String id() {
        return Long.toString(ProcessHandle.current().pid());
    }
}
