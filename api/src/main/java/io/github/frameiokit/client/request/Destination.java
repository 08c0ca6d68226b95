package io.github.frameiokit.client.request;

/** The folder that something is copied or moved to. Immutable. */
public final class Destination extends RequestParameters<Destination> {

    private Destination() {}

    /**
     * Creates a destination.
     *
     * @param parentId the folder, not blank
     * @return the destination
     * @throws IllegalArgumentException if an argument is outside these bounds
     */
    public static Destination of(String parentId) {
        return new Destination().setText("parent_id", parentId);
    }

    /**
     * The folder that already holds the asset; for copies only.
     *
     * @return the destination
     */
    public static Destination unchanged() {
        return new Destination();
    }
}
