package io.github.frameiokit.internal.events;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * All handlers of the app, as the extension found them.
 *
 * @param all the handlers
 * @param asynchronous whether anything at all observes events asynchronously
 */
public record Handlers(List<Handler> all, boolean asynchronous) {

    public Handlers {
        all = List.copyOf(all);
    }

    /** The handler of an action. */
    public Optional<Handler> action(String type) {
        return of(Kind.ACTION).filter(handler -> handler.handles(type)).findFirst();
    }

    /** Whether any handler takes events of this kind and type. */
    public boolean handle(Kind kind, String type) {
        return of(kind).anyMatch(handler -> handler.handles(type));
    }

    /** The property with the secrets of a type, where one of its handlers names any. */
    public Optional<String> secretProperty(Kind kind, String type) {
        return of(kind).filter(handler -> !handler.secret().isEmpty() && handler.handles(type))
                .map(Handler::secret)
                .findFirst();
    }

    /** The properties with the secrets of this kind: those that handlers name, and the default one. */
    public Set<String> secretProperties(Kind kind) {
        return Stream.concat(of(kind).map(Handler::secret), Stream.of(kind.secretProperty()))
                .filter(property -> !property.isEmpty())
                .collect(Collectors.toSet());
    }

    private Stream<Handler> of(Kind kind) {
        return all.stream().filter(handler -> handler.kind() == kind);
    }
}
