package io.github.frameiokit.endurance.app;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryMXBean;
import javax.management.JMException;
import javax.management.MBeanServer;
import javax.management.ObjectName;

/** Says how the server's process is. */
@Path("vitals")
@Produces(MediaType.TEXT_PLAIN)
@ApplicationScoped
public class VitalsResource {

    /** The process's id: there is one as soon as the app serves. */
    @GET
    @Path("pid")
    public String pid() {
        return Long.toString(ProcessHandle.current().pid());
    }

    /** The bytes on the heap after a collection, and how many threads, open files and class loaders there are. */
    @GET
    public String all() throws JMException, InterruptedException {
        MemoryMXBean memory = ManagementFactory.getMemoryMXBean();
        memory.gc();
        // what the first collection found to be unreachable may only be freed by a second one
        Thread.sleep(500);
        memory.gc();
        MBeanServer beans = ManagementFactory.getPlatformMBeanServer();
        return memory.getHeapMemoryUsage().getUsed()
                + " " + ManagementFactory.getThreadMXBean().getThreadCount()
                + " " + beans.getAttribute(new ObjectName("java.lang:type=OperatingSystem"), "OpenFileDescriptorCount")
                + " " + classLoaders(beans);
    }

    /** Without those that the JDK creates for reflection, whose number depends on what the compiler has inlined. */
    private static long classLoaders(MBeanServer beans) throws JMException {
        Object statistics = beans.invoke(
                new ObjectName("com.sun.management:type=DiagnosticCommand"),
                "vmClassloaderStats",
                new Object[] {new String[0]},
                new String[] {String[].class.getName()});
        return statistics
                .toString()
                .lines()
                .filter(line -> line.startsWith("0x") && !line.contains("DelegatingClassLoader"))
                .count();
    }
}
