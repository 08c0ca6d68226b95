package io.github.frameiokit.install;

import java.util.List;
import java.util.Objects;

/**
 * What is to happen to one webhook or custom action of a workspace. Immutable.
 *
 * @param kind what it is, not null
 * @param name its name in Frame.io, not null
 * @param types the types of event that it sends, unmodifiable; one for an action
 * @param change what is to happen to it, not null
 * @param reason why, in a sentence for the person who decides about it, not null
 */
public record PlannedChange(Registration.Kind kind, String name, List<String> types, Change change, String reason) {

    /** What can happen to a registration. */
    public enum Change {
        /** It doesn't exist, and is created. */
        CREATE,
        /** It differs from the app, and is changed. */
        UPDATE,
        /** It was lost or half done, and is registered anew. */
        REPAIR,
        /** The app no longer has it, or nobody knows its secret, and it is removed. */
        REMOVE,
        /** It is as the app wants it. */
        UNCHANGED,
        /** It isn't as the app wants it, and isn't touched. */
        LEAVE
    }

    /** Checks that nothing is null, and copies the list. */
    public PlannedChange {
        Objects.requireNonNull(kind, "kind");
        Objects.requireNonNull(name, "name");
        types = List.copyOf(Objects.requireNonNull(types, "types"));
        Objects.requireNonNull(change, "change");
        Objects.requireNonNull(reason, "reason");
    }

    /**
     * Whether anything happens.
     *
     * @return false for {@link Change#UNCHANGED} and {@link Change#LEAVE}
     */
    public boolean changesSomething() {
        return change != Change.UNCHANGED && change != Change.LEAVE;
    }
}
