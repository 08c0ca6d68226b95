package io.github.frameiokit.it.app;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

/** The journal: handlers write what reached them, and tests read it. */
@Path("journal")
@ApplicationScoped
public class JournalResource {

    private final Queue<String> entries = new ConcurrentLinkedQueue<>();

    @Inject
    private KitLog log;

    /**
     * Created at startup: WildFly 39 was seen to fail when it created it later, for an asynchronous handler, after
     * another WAR that had been used was gone. Its bean validation then asked for a bean of that one.
     */
    void start(@Observes @Initialized(ApplicationScoped.class) Object context) {}

    public void note(String what, String id) {
        entries.add(what + " " + id);
    }

    /** How often the journal has this entry. */
    long count(String what, String id) {
        return entries.stream().filter((what + " " + id)::equals).count();
    }

    @GET
    @Produces(MediaType.TEXT_PLAIN)
    public String entries() {
        return String.join("\n", entries);
    }

    @GET
    @Path("log")
    @Produces(MediaType.TEXT_PLAIN)
    public String log() {
        return log.text();
    }
}
