package io.github.frameiokit.internal.events;

import io.github.frameiokit.signing.SigningKey;
import io.github.frameiokit.signing.SigningSecretResolver;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.Dependent;
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
@Dependent
public class SigningSecrets {

    @Inject
    private Config config;

    @Inject
    private Handlers handlers;

    @Inject
    private Instance<SigningSecretResolver> resolvers;

    private final Map<String, List<SigningKey>> byProperty = new HashMap<>();
    private List<SigningKey> configured;
    private Optional<SigningSecretResolver> resolver;

    @PostConstruct
    void read() {
        for (Kind kind : Kind.values()) {
            for (String property : handlers.secretProperties(kind)) {
                byProperty.put(
                        property,
                        read(config, property).stream().map(SigningKey::of).toList());
            }
        }
        configured = keys(byProperty.keySet()).distinct().toList();
        // asked for once, since a dependent bean would live on for every time
        resolver = resolvers.isUnsatisfied() ? Optional.empty() : Optional.of(resolvers.get());
    }

    /** The secrets in a property, separated by commas. */
    public static List<String> read(Config config, String property) {
        return config.getOptionalValue(property, String.class).stream()
                .flatMap(value -> Arrays.stream(value.split(",")))
                .map(String::strip)
                .filter(secret -> !secret.isEmpty())
                .toList();
    }

    /** Every key in the configuration. */
    List<SigningKey> configured() {
        return configured;
    }

    /** Whether the secrets depend on what a request says of itself. */
    boolean haveResolver() {
        return resolver.isPresent();
    }

    /** What the app's resolver answers. */
    List<SigningKey> resolve(Envelope claimed) {
        var request = new SigningSecretResolver.Request(
                claimed.type(), present(claimed.accountId()), present(claimed.workspaceId()));
        return resolver.stream()
                .flatMap(it -> it.secrets(request).stream())
                .filter(secret -> !secret.isBlank())
                .map(SigningKey::of)
                .toList();
    }

    /**
     * The keys that may sign this event. Where no handler takes its type nothing will run, so any of its kind may:
     * Frame.io may send types nobody handles, signed with a handler's own secret.
     */
    List<SigningKey> of(Envelope envelope, List<SigningKey> resolved) {
        Kind kind = envelope.kind(handlers);
        if (!handlers.handle(kind, envelope.type())) {
            return Stream.concat(resolved.stream(), keys(handlers.secretProperties(kind)))
                    .toList();
        }
        String property = handlers.secretProperty(kind, envelope.type());
        List<SigningKey> own = byProperty.get(property);
        boolean named = !property.equals(kind.secretProperty());
        if (named && !own.isEmpty()) {
            return own;
        }
        return resolved.isEmpty() ? byProperty.get(kind.secretProperty()) : resolved;
    }

    private Stream<SigningKey> keys(Set<String> properties) {
        return properties.stream().map(byProperty::get).flatMap(List::stream);
    }

    private static Optional<String> present(String id) {
        return Optional.of(id).filter(it -> !it.isEmpty());
    }
}
