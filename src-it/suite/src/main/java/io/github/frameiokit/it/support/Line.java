package io.github.frameiokit.it.support;

import java.io.Closeable;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** A line to a server on this machine, which a test can cut and mend. It lasts as long as the JVM. */
public final class Line {

    private final ServerSocket end;
    private final URI server;
    private final Set<Socket> open = ConcurrentHashMap.newKeySet();
    private volatile boolean cut;

    private Line(ServerSocket end, URI server) {
        this.end = end;
        this.server = server;
    }

    /** A line to this server. */
    public static Line to(URI server) {
        try {
            Line line = new Line(new ServerSocket(0, 50, InetAddress.getLoopbackAddress()), server);
            run(line::accept);
            return line;
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The address at this end of the line. */
    public URI address() {
        return URI.create(server.getScheme() + "://localhost:" + end.getLocalPort());
    }

    /** Closes all connections, and from now on every new one. */
    public void cut() {
        cut = true;
        open.forEach(Line::close);
    }

    public void mend() {
        cut = false;
    }

    private void accept() {
        while (true) {
            try {
                connect(end.accept());
            } catch (IOException e) {
                // the caller sees the closed connection
            }
        }
    }

    private void connect(Socket caller) throws IOException {
        open.add(caller);
        if (cut) {
            close(caller);
            return;
        }
        Socket called = new Socket(InetAddress.getLoopbackAddress(), server.getPort());
        run(() -> copy(caller, called));
        run(() -> copy(called, caller));
    }

    private void copy(Socket from, Socket to) {
        try (from;
                to) {
            from.getInputStream().transferTo(to.getOutputStream());
        } catch (IOException e) {
            // cut
        } finally {
            open.remove(from);
            open.remove(to);
        }
    }

    private static void run(Runnable work) {
        Thread thread = new Thread(work, "line");
        thread.setDaemon(true);
        thread.start();
    }

    private static void close(Closeable socket) {
        try {
            socket.close();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
