package io.github.frameiokit.it.app;

import jakarta.enterprise.context.RequestScoped;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

/** Tells how many of the class loaders that were noted are still there. */
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
