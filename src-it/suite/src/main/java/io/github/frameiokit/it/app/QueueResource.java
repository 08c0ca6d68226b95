package io.github.frameiokit.it.app;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;

/** Whether the app's own queue has begun. Not a note in the journal: the queue may begin before that is complete. */
@Path("queue")
@RequestScoped
public class QueueResource {

    @Inject
    private DirectQueue queue;

    @GET
    public String hasBegun() {
        return Boolean.toString(queue.hasBegun());
    }
}
