package io.github.frameiokit.jmh;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.util.concurrent.Callable;

/**
 * What some work used.
 *
 * @param seconds its time
 * @param cpuSeconds the processor time of its process
 * @param peakBytes the largest use of the heap, with garbage
 */
record Usage(double seconds, double cpuSeconds, long peakBytes) {

    private static final long SAMPLE_MILLIS = 5;

    /** Does some work in this process and says what it used. */
    static Usage of(Callable<?> work) throws Exception {
        OperatingSystemMXBean system = ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);
        System.gc();
        Peak peak = new Peak();
        peak.start();
        long cpu = system.getProcessCpuTime();
        long started = System.nanoTime();
        work.call();
        long ended = System.nanoTime();
        return new Usage((ended - started) / 1e9, (system.getProcessCpuTime() - cpu) / 1e9, peak.end());
    }

    /** How much of the heap is in use now. */
    static long heap() {
        return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
    }

    /** Looks at the heap again and again. */
    private static final class Peak extends Thread {

        private volatile boolean ended;
        private long bytes;

        Peak() {
            setDaemon(true);
        }

        @Override
        public void run() {
            while (!ended) {
                bytes = Math.max(bytes, heap());
                try {
                    Thread.sleep(SAMPLE_MILLIS);
                } catch (InterruptedException e) {
                    return;
                }
            }
        }

        long end() throws InterruptedException {
            ended = true;
            join();
            return bytes;
        }
    }
}
