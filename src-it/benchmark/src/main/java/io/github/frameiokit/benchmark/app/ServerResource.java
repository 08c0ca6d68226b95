package io.github.frameiokit.benchmark.app;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryMXBean;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import javax.management.JMException;
import javax.management.MBeanServer;
import javax.management.ObjectName;

/**
 * Tells the benchmark about the server's process: its id, the bytes that its threads allocated, the time CDI took, its
 * heap; and about the events that an asynchronous handler has handled.
 */
@Path("server")
@ApplicationScoped
public class ServerResource {

    /** A container without CDI's portable extensions has none. */
    @Inject
    private Instance<CdiClock> clock;

    @Inject
    private Work work;

    /** Also of threads that have ended since, which the JVM forgets. */
    private final Map<Long, Long> allocatedByThread = new ConcurrentHashMap<>();

    /** Returns the three numbers, with spaces between them. */
    @GET
    @Produces(MediaType.TEXT_PLAIN)
    public String read() throws JMException {
        return ProcessHandle.current().pid() + " " + allocatedBytes() + " "
                + (clock.isResolvable() ? clock.get().micros() : 0);
    }

    /** Returns how many bytes of the heap are in use after a collection. */
    @GET
    @Path("heap")
    @Produces(MediaType.TEXT_PLAIN)
    public String readHeap() {
        MemoryMXBean memory = ManagementFactory.getMemoryMXBean();
        memory.gc();
        return Long.toString(memory.getHeapMemoryUsage().getUsed());
    }

    /** Returns how many events the asynchronous handler has handled, and when the last one, in microseconds. */
    @GET
    @Path("later")
    @Produces(MediaType.TEXT_PLAIN)
    public String readLater() {
        Work.Later later = work.later();
        return later.count() + " " + ChronoUnit.MICROS.between(Instant.EPOCH, later.last());
    }

    /** Asks by name, since not every server shows an app the classes of the JDK's own beans. */
    private long allocatedBytes() throws JMException {
        MBeanServer server = ManagementFactory.getPlatformMBeanServer();
        ObjectName threading = new ObjectName(ManagementFactory.THREAD_MXBEAN_NAME);
        if (Runtime.version().feature() >= 21) {
            return (long) server.getAttribute(threading, "TotalThreadAllocatedBytes");
        }
        long[] ids = (long[]) server.getAttribute(threading, "AllThreadIds");
        String[] types = {long[].class.getName()};
        long[] bytes = (long[]) server.invoke(threading, "getThreadAllocatedBytes", new Object[] {ids}, types);
        for (int i = 0; i < ids.length; i++) {
            allocatedByThread.merge(ids[i], bytes[i], Math::max);
        }
        return allocatedByThread.values().stream().mapToLong(Long::longValue).sum();
    }
}
