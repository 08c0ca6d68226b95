package io.github.frameiokit.client.request;

/** The comments that are copied together with a file. */
public enum CopyComments {
    /** No comments. */
    NONE,
    /** Comments that only members see. */
    INTERNAL,
    /** Comments that everyone sees. */
    PUBLIC,
    /** All comments. */
    ALL
}
