package io.github.frameiokit.client;

/** Listens to the progress of an upload or a download. */
@FunctionalInterface
public interface Progress {

    /**
     * Some more bytes have arrived. This is called on the thread that uploads or downloads, and never by two threads at
     * once. An exception ends the transfer. If a download starts again because the content was replaced, the numbers
     * start again as well.
     *
     * @param bytes how many bytes have arrived; a byte that was sent several times counts once
     * @param total how many bytes the file has
     */
    void transferred(long bytes, long total);
}
