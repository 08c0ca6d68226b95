package io.github.frameiokit.endurance;

import java.io.IOException;
import java.io.OutputStream;

/** Connections over which events arrive byte by byte, as through a bad network or from an attacker. */
final class SlowSenders {

    private static final int CONNECTIONS = 16;
    private static final long PAUSE_MILLIS = 40;
    /** The server's reading of the headers needs no thread; so the slow part is the body. */
    private static final int SLOW_BYTES = 300;

    private final Mix mix;
    private final Nodes nodes;
    private final Ledger ledger;

    SlowSenders(Mix mix, Nodes nodes, Ledger ledger) {
        this.mix = mix;
        this.nodes = nodes;
        this.ledger = ledger;
    }

    void join(Crowd crowd) {
        for (int i = 0; i < CONNECTIONS; i++) {
            crowd.add("slow sender " + i, () -> run(crowd));
        }
    }

    private void run(Crowd crowd) {
        try (Sender sender = new Sender(nodes, ledger, new Times())) {
            while (!crowd.isEnding()) {
                Event event = mix.of(Kind.SLOWLY_SENT);
                boolean answered = false;
                while (!answered) {
                    ledger.of(event).signed();
                    Connection.Writing slowly = (request, out) -> write(request, out, crowd);
                    answered = sender.send(event, Request.of(event), nodes.next(), slowly)
                            .isPresent();
                }
            }
        }
    }

    private static void write(byte[] request, OutputStream out, Crowd crowd) throws IOException {
        int fast = Math.max(0, request.length - SLOW_BYTES);
        out.write(request, 0, fast);
        for (int i = fast; i < request.length; i++) {
            // at the end of the run, the rest needs no patience
            if (!crowd.isEnding()) {
                pause();
            }
            out.write(request[i]);
        }
    }

    private static void pause() {
        try {
            Thread.sleep(PAUSE_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
