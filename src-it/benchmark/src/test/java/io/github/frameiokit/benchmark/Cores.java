package io.github.frameiokit.benchmark;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** Gives the server and the load a core each, where there are two and {@code taskset} exists. */
final class Cores {

    private static final int SERVER = 0;
    private static final int LOAD = 1;

    private final boolean pinned;

    private Cores(boolean pinned) {
        this.pinned = pinned;
    }

    /** Pins this process, which is the load. */
    static Cores pin() throws InterruptedException {
        if (Runtime.getRuntime().availableProcessors() < 2) {
            return new Cores(false);
        }
        String pid = Long.toString(ProcessHandle.current().pid());
        List<String> command = List.of("taskset", "-a", "-c", "-p", Integer.toString(LOAD), pid);
        try {
            Process process = new ProcessBuilder(command)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .redirectErrorStream(true)
                    .start();
            return new Cores(process.waitFor() == 0);
        } catch (IOException e) {
            return new Cores(false);
        }
    }

    /** The command that runs a server's command on its core. */
    List<String> serverCommand(List<String> command) {
        List<String> all = new ArrayList<>();
        if (pinned) {
            all.addAll(List.of("taskset", "-c", Integer.toString(SERVER)));
        }
        all.addAll(command);
        return all;
    }

    @Override
    public String toString() {
        return pinned ? "server and load pinned to a core each" : "server and load share all cores";
    }
}
