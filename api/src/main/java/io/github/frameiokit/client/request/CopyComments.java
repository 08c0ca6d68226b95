package io.github.frameiokit.client.request;

/** Which comments are copied along with a file. */
public enum CopyComments {
    /** None. */
    NONE,
    /** Those that only members see. */
    INTERNAL,
    /** Those that everyone sees. */
    PUBLIC,
    /** All. */
    ALL
}
