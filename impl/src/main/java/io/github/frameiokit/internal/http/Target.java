package io.github.frameiokit.internal.http;

/**
 * What a request is sent to, without anything secret or personal.
 *
 * @param service whose it is
 * @param template the path, with the names of its parameters instead of their values; empty if it has no such form
 */
public record Target(Service service, String template) {

    /** The storage of files, whose paths are secret. */
    public static final Target STORAGE = new Target(Service.STORAGE, "");

    /** Who answers. */
    public enum Service {
        /** Frame.io's API. */
        API,
        /** Adobe's identity service. */
        IMS,
        /** The storage of files. */
        STORAGE
    }
}
