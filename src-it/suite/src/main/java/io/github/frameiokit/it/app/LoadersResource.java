package io.github.frameiokit.it.app;

import jakarta.enterprise.context.RequestScoped;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

/** Answers how many of the registered class loaders are still in memory. */
@Path("loaders")
@RequestScoped
public class LoadersResource {

    @GET
    @Produces(MediaType.TEXT_PLAIN)
    public String alive() {
        System.gc();
        return Long.toString(
                Loaders.noted().stream().filter(loader -> loader.get() != null).count());
    }

    @DELETE
    public void forget() {
        Loaders.noted().clear();
    }
}
