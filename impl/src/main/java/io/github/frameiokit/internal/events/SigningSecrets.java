package io.github.frameiokit.internal.events;

import io.github.frameiokit.signing.SigningSecretResolver;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.eclipse.microprofile.config.Config;

/** Which secrets a request may be signed with. The properties are read once, when the app starts. */
@ApplicationScoped
public class SigningSecrets {

    @Inject
    private Config config;

    @Inject
    private Handlers handlers;

    @Inject
    private Instance<SigningSecretResolver> resolver;

    private final Map<String, List<String>> byProperty = new HashMap<>();

    @PostConstruct
    void read() {
        for (Kind kind : Kind.values()) {
            for (String property : handlers.secretProperties(kind)) {
                byProperty.put(property, read(config, property));
            }
        }
    }

    /** The secrets in a property, separated by commas. */
    public static List<String> read(Config config, String property) {
        return config.getOptionalValue(property, String.class).stream()
                .flatMap(value -> Arrays.stream(value.split(",")))
                .map(String::strip)
                .filter(secret -> !secret.isEmpty())
                .toList();
    }

    /**
     * The secrets to try for a request that says this of itself. Where no handler takes its type nothing will run, so
     * any secret of its kind will do: Frame.io may send types nobody handles, signed with a handler's own secret.
     */
    List<String> of(Envelope claimed) {
        Kind kind = claimed.kind(handlers);
        Stream<String> resolved = Stream.of(claimed).flatMap(this::resolve);
        if (!handlers.handle(kind, claimed.type())) {
            return Stream.concat(resolved, configured(handlers.secretProperties(kind)))
                    .distinct()
                    .toList();
        }
        return handlers.secretProperty(kind, claimed.type())
                .map(byProperty::get)
                .filter(own -> !own.isEmpty())
                .or(() -> Optional.of(resolved.toList()).filter(some -> !some.isEmpty()))
                .orElseGet(() -> byProperty.get(kind.secretProperty()));
    }

    /** Every configured secret, for a body of which not even the type can be read. */
    List<String> all() {
        return configured(byProperty.keySet()).distinct().toList();
    }

    private Stream<String> configured(Set<String> properties) {
        return properties.stream().map(byProperty::get).flatMap(List::stream);
    }

    private Stream<String> resolve(Envelope claimed) {
        if (resolver.isUnsatisfied()) {
            return Stream.empty();
        }
        var request = new SigningSecretResolver.Request(
                claimed.type(), present(claimed.accountId()), present(claimed.workspaceId()));
        return resolver.get().secrets(request).stream().filter(secret -> !secret.isBlank());
    }

    private static Optional<String> present(String id) {
        return Optional.of(id).filter(it -> !it.isEmpty());
    }
}
