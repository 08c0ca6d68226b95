package io.github.frameiokit.endurance;

import java.util.ArrayList;
import java.util.List;

/** Threads that repeat something until the end. */
final class Crowd implements AutoCloseable {

    private final List<Thread> threads = new ArrayList<>();
    private volatile boolean ending;

    /** Adds a thread, which runs until it sees that the end has come. */
    void add(String name, Runnable work) {
        Thread thread = new Thread(work, name);
        threads.add(thread);
        thread.start();
    }

    boolean isEnding() {
        return ending;
    }

    /** Waits until all have completed what they have begun. */
    @Override
    public void close() {
        ending = true;
        try {
            for (Thread thread : threads) {
                thread.join();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
