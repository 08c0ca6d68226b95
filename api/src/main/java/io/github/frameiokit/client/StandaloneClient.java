package io.github.frameiokit.client;

/**
 * A client that {@link FrameioClient#builder} has built, for code without CDI. It has connections and threads of its
 * own: share one client for as long as the program calls Frame.io, and close it then. Thread-safe.
 */
public interface StandaloneClient extends FrameioClient, AutoCloseable {

    /**
     * Closes the connections of this client and of the clients that it has returned. A call that still runs may fail. A
     * client whose program ends needn't be closed: its threads don't keep the JVM running. Closing it again has no
     * effect.
     */
    @Override
    void close();
}
