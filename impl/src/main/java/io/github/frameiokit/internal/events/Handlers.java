package io.github.frameiokit.internal.events;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * All handlers of the app, as the extension found them. Every request calls {@code action}, {@code handle} and
 * {@code secretProperty}, so these use loops instead of streams.
 *
 * @param all the handlers
 * @param asynchronous whether the app has any asynchronous observer of events, handler or not
 * @param signIn whether users sign in to the app
 */
public record Handlers(List<Handler> all, boolean asynchronous, boolean signIn) {

    public Handlers {
        all = List.copyOf(all);
    }

    /** The handler of an action. */
    public Optional<ActionHandler> action(String type) {
        for (Handler handler : all) {
            if (handler instanceof ActionHandler action && action.type().equals(type)) {
                return Optional.of(action);
            }
        }
        return Optional.empty();
    }

    /** Whether any handler handles events of this kind and type. */
    public boolean handle(Kind kind, String type) {
        for (Handler handler : all) {
            if (handler.handles(kind, type)) {
                return true;
            }
        }
        return false;
    }

    /** The handler with this id; empty for an observer that isn't one. */
    Optional<Handler> find(Handler.Id id) {
        for (Handler handler : all) {
            if (handler.id().equals(id)) {
                return Optional.of(handler);
            }
        }
        return Optional.empty();
    }

    /** The handlers of a type, for a log line that names those that may have failed. */
    String names(Kind kind, String type) {
        return all.stream()
                .filter(handler -> handler.handles(kind, type))
                .map(handler -> handler.id() + " or what it injects, or ")
                .collect(Collectors.joining());
    }

    /** The property with the secrets of a type: the one that a handler of the type names, otherwise the default. */
    public String secretProperty(Kind kind, String type) {
        for (Handler handler : all) {
            if (!handler.secret().isEmpty() && handler.handles(kind, type)) {
                return handler.secret();
            }
        }
        return kind.secretProperty();
    }

    /** The properties with the secrets of this kind: those that handlers name, and the default. */
    public Set<String> secretProperties(Kind kind) {
        return Stream.concat(
                        all.stream()
                                .filter(handler -> handler.kind() == kind)
                                .map(Handler::secret)
                                .filter(property -> !property.isEmpty()),
                        Stream.of(kind.secretProperty()))
                .collect(Collectors.toSet());
    }
}
