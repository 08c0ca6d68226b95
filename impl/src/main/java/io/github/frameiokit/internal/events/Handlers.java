package io.github.frameiokit.internal.events;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** All handlers of the app, as the extension found them, indexed for the requests. Immutable. */
public final class Handlers {

    private final List<Handler> all;
    private final boolean asynchronous;
    private final boolean signIn;
    private final boolean apart;
    private final Index webhooks;
    private final Index actions;

    /**
     * The handlers of one kind.
     *
     * @param byType the handlers of each type that a handler names
     * @param wide the handlers of families and of all types, for the types that no handler names
     */
    private record Index(Map<String, List<Handler>> byType, List<Handler> wide) {

        static Index of(List<Handler> handlers) {
            List<Handler> wide = handlers.stream().filter(Handler::isWide).toList();
            Map<String, List<Handler>> byType = new HashMap<>();
            for (Handler handler : handlers) {
                for (String type : Set.copyOf(handler.types())) {
                    byType.computeIfAbsent(type, key -> new ArrayList<>(handling(wide, key)));
                    if (!handler.isWide()) {
                        byType.get(type).add(handler);
                    }
                }
            }
            byType.replaceAll((type, handling) -> List.copyOf(handling));
            return new Index(byType, wide);
        }

        List<Handler> handling(String type) {
            List<Handler> named = byType.get(type);
            return named != null ? named : handling(wide, type);
        }

        private static List<Handler> handling(List<Handler> some, String type) {
            return some.isEmpty()
                    ? List.of()
                    : some.stream().filter(handler -> handler.handles(type)).toList();
        }
    }

    /**
     * Indexes handlers.
     *
     * @param all the handlers
     * @param asynchronous whether the app has any asynchronous observer of events, handler or not
     * @param signIn whether users sign in to the app
     * @param apart whether the observers with a {@link Route} stand apart from the app's own; otherwise these have it,
     *     and need {@code @Webhook} or {@code @Action} as well
     */
    public Handlers(List<Handler> all, boolean asynchronous, boolean signIn, boolean apart) {
        this.all = List.copyOf(all);
        this.asynchronous = asynchronous;
        this.signIn = signIn;
        this.apart = apart;
        webhooks = Index.of(ofKind(Kind.WEBHOOK));
        actions = Index.of(ofKind(Kind.ACTION));
    }

    private List<Handler> ofKind(Kind kind) {
        return all.stream().filter(handler -> handler.kind() == kind).toList();
    }

    public List<Handler> all() {
        return all;
    }

    public boolean asynchronous() {
        return asynchronous;
    }

    public boolean signIn() {
        return signIn;
    }

    boolean apart() {
        return apart;
    }

    /** The handlers of a type. */
    public List<Handler> handling(Kind kind, String type) {
        return (kind == Kind.WEBHOOK ? webhooks : actions).handling(type);
    }

    /** Whether any handler handles events of this kind and type. */
    public boolean handle(Kind kind, String type) {
        return !handling(kind, type).isEmpty();
    }

    /** The handler of an action. */
    public Optional<ActionHandler> action(String type) {
        for (Handler handler : handling(Kind.ACTION, type)) {
            if (handler instanceof ActionHandler action) {
                return Optional.of(action);
            }
        }
        return Optional.empty();
    }

    /** The handler with this id; empty for an observer that isn't one. */
    Optional<Handler> find(Handler.Id id) {
        return all.stream().filter(handler -> handler.id().equals(id)).findFirst();
    }

    /** The handlers of a type, for a log line that names those that may have failed. */
    String names(Kind kind, String type) {
        return handling(kind, type).stream()
                .map(handler -> handler.id() + " or what it injects, or ")
                .collect(Collectors.joining());
    }

    /** The property with the secrets of a type: the one that a handler of the type names, otherwise the default. */
    public String secretProperty(Kind kind, String type) {
        for (Handler handler : handling(kind, type)) {
            if (!handler.secret().isEmpty()) {
                return handler.secret();
            }
        }
        return kind.secretProperty();
    }

    /** The properties with the secrets of this kind: those that handlers name, and the default. */
    public Set<String> secretProperties(Kind kind) {
        return Stream.concat(
                        ofKind(kind).stream().map(Handler::secret).filter(property -> !property.isEmpty()),
                        Stream.of(kind.secretProperty()))
                .collect(Collectors.toSet());
    }
}
