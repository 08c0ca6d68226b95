package io.github.frameiokit.it.app;

import jakarta.enterprise.context.RequestScoped;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.NotificationOptions;
import jakarta.enterprise.event.ObservesAsync;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.concurrent.Executor;
import javax.naming.InitialContext;
import javax.naming.NamingException;

/** A request to an app without the kit, which does asynchronous work on the managed executor, if there is one. */
@Path("work")
@RequestScoped
public class BareWork {

    @Inject
    private Event<StringBuilder> events;

    @GET
    @Produces(MediaType.TEXT_PLAIN)
    public String work() {
        return events.fireAsync(new StringBuilder(), options())
                .toCompletableFuture()
                .join()
                .toString();
    }

    private static NotificationOptions options() {
        NotificationOptions.Builder options = NotificationOptions.builder();
        try {
            options.setExecutor(InitialContext.<Executor>doLookup("java:comp/DefaultManagedExecutorService"));
        } catch (NamingException e) {
            // CDI uses an executor of its own then
        }
        return options.build();
    }

    void later(@ObservesAsync StringBuilder text) {
        text.append("done");
    }
}
