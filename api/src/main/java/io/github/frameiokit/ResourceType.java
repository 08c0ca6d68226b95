package io.github.frameiokit;

/** The types of asset that users can run a custom action on, for {@link Action#on()}. */
public enum ResourceType {
    /** A single file. */
    FILE("file"),
    /** A folder. */
    FOLDER("folder"),
    /** A stack with the versions of a file. */
    VERSION_STACK("version_stack");

    private final String wireName;

    ResourceType(String wireName) {
        this.wireName = wireName;
    }

    /**
     * The name in a payload's {@code resource.type}.
     *
     * @return for example {@code version_stack}
     */
    public String wireName() {
        return wireName;
    }
}
