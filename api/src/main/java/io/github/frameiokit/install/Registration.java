package io.github.frameiokit.install;

import java.net.URI;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * A webhook or a custom action that the app has registered in a workspace. Its signing secret isn't part of it.
 * Immutable.
 *
 * @param kind what it is, not null
 * @param name its name in Frame.io, not null
 * @param types the types of event that it sends, unmodifiable; one for an action
 * @param id its id in Frame.io; empty if Frame.io's answer to its creation never arrived
 * @param address where Frame.io sends its events, not null
 * @param state its state, not null
 */
public record Registration(Kind kind, String name, List<String> types, Optional<String> id, URI address, State state) {

    /** What can be registered. */
    public enum Kind {
        /** A webhook; an app has one per workspace, for all its types. */
        WEBHOOK,
        /** A custom action. */
        ACTION
    }

    /** The state of a registration. */
    public enum State {
        /** It was about to be created when the app or the connection failed. The next installation repairs it. */
        PENDING,
        /** It is registered, and its secret is known. */
        ACTIVE,
        /** It is being removed. Its events are still accepted for some minutes. */
        RETIRING
    }

    /** Checks that nothing is null, and copies the list. */
    public Registration {
        Objects.requireNonNull(kind, "kind");
        Objects.requireNonNull(name, "name");
        types = List.copyOf(Objects.requireNonNull(types, "types"));
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(address, "address");
        Objects.requireNonNull(state, "state");
    }
}
