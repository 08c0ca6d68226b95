package io.github.frameiokit;

/** The types of asset that users can run a custom action on, for {@link Action#on()}. */
public enum ResourceType {
    /** A single file. */
    FILE("file", "files"),
    /** A folder. */
    FOLDER("folder", "folders"),
    /** A stack with the versions of a file. */
    VERSION_STACK("version_stack", "version stacks");

    private final String wireName;
    private final String plural;

    ResourceType(String wireName, String plural) {
        this.wireName = wireName;
        this.plural = plural;
    }

    /**
     * The name in a payload's {@code resource.type}.
     *
     * @return for example {@code version_stack}
     */
    public String wireName() {
        return wireName;
    }

    /**
     * Several of them, in words for a sentence.
     *
     * @return for example {@code version stacks}
     */
    public String plural() {
        return plural;
    }
}
