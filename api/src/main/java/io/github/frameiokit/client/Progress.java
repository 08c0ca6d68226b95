package io.github.frameiokit.client;

/** Is told how far an upload or a download is. */
@FunctionalInterface
public interface Progress {

    /**
     * Some more bytes have arrived. Called on the thread that uploads or downloads, never from two threads at once; an
     * exception ends the transfer. A download whose content is replaced meanwhile begins anew and tells smaller numbers
     * again.
     *
     * @param bytes how many have arrived, of those sent once only
     * @param total how many there are
     */
    void transferred(long bytes, long total);
}
