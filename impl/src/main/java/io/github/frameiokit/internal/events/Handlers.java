package io.github.frameiokit.internal.events;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * All handlers of the app, as the extension found them. Its loops are on the way of every request, and so no streams.
 *
 * @param all the handlers
 * @param asynchronous whether anything at all observes events asynchronously
 * @param signIn whether users sign in to the app
 */
public record Handlers(List<Handler> all, boolean asynchronous, boolean signIn) {

    public Handlers {
        all = List.copyOf(all);
    }

    /** The handler of an action. */
    public Optional<Handler> action(String type) {
        for (Handler handler : all) {
            if (handler.takes(Kind.ACTION, type)) {
                return Optional.of(handler);
            }
        }
        return Optional.empty();
    }

    /** Whether any handler takes events of this kind and type. */
    public boolean handle(Kind kind, String type) {
        for (Handler handler : all) {
            if (handler.takes(kind, type)) {
                return true;
            }
        }
        return false;
    }

    /** The handlers of a type, for a log line that says who it may have been. */
    String names(Kind kind, String type) {
        return all.stream()
                .filter(handler -> handler.takes(kind, type))
                .map(handler -> handler.method() + " or what it injects, or ")
                .collect(Collectors.joining());
    }

    /** The property with the secrets of a type: the one that a handler of it names, or else the default one. */
    public String secretProperty(Kind kind, String type) {
        for (Handler handler : all) {
            if (!handler.secret().isEmpty() && handler.takes(kind, type)) {
                return handler.secret();
            }
        }
        return kind.secretProperty();
    }

    /** The properties with the secrets of this kind: those that handlers name, and the default one. */
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
