package io.github.frameiokit.it.app;

import io.github.frameiokit.client.ClientClock;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicLong;

/** A clock that a test sets, with short waits. */
@Path("clock")
@ApplicationScoped
public class JumpingClock implements ClientClock {

    private static final long LONGEST_MILLIS = 20;

    private final AtomicLong aheadSeconds = new AtomicLong();

    @Override
    public Instant now() {
        return Instant.now().plusSeconds(aheadSeconds.get());
    }

    @Override
    public void sleep(Duration time) throws InterruptedException {
        Thread.sleep(Math.min(time.toMillis(), LONGEST_MILLIS));
    }

    /** Sets how far the clock is ahead, also of an app that has just started. */
    @GET
    @Path("{seconds}")
    public String set(@PathParam("seconds") long seconds) {
        aheadSeconds.set(seconds);
        return Long.toString(seconds);
    }
}
