package io.github.frameiokit.internal.events;

import io.github.frameiokit.internal.LogLimit;
import io.github.frameiokit.internal.Settings;
import io.github.frameiokit.signing.SigningKey;
import io.github.frameiokit.signing.SigningSecretResolver;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.eclipse.microprofile.config.Config;

/** Which secrets a request may be signed with. The properties are read once, when the app starts. */
@Dependent
public class SigningSecrets {

    private static final System.Logger LOG = System.getLogger(SigningSecrets.class.getName());
    /** Client proxies and subclasses of Weld, OpenWebBeans and ArC. */
    private static final Pattern GENERATED = Pattern.compile("\\$\\$|\\$Proxy\\$|_ClientProxy$|_Subclass$");

    @Inject
    private Config config;

    @Inject
    private Handlers handlers;

    @Inject
    private Instance<SigningSecretResolver> resolvers;

    private final LogLimit logLimit = new LogLimit(System::nanoTime);
    private final Map<String, List<SigningKey>> byProperty = new HashMap<>();
    private List<SigningKey> configured;
    private Optional<SigningSecretResolver> resolver;

    @PostConstruct
    void read() {
        for (Kind kind : Kind.values()) {
            for (String property : handlers.secretProperties(kind)) {
                byProperty.put(
                        property,
                        Settings.secrets(property).find(config).orElse(List.of()).stream()
                                .map(SigningKey::of)
                                .toList());
            }
        }
        configured = keys(byProperty.keySet()).distinct().toList();
        // asked for once, since a dependent bean would live on for every time
        resolver = resolvers.isUnsatisfied() ? Optional.empty() : Optional.of(resolvers.get());
    }

    /** Every key in the configuration. */
    List<SigningKey> configured() {
        return configured;
    }

    /** Whether the secrets depend on what a request says of itself. */
    boolean haveResolver() {
        return resolver.isPresent();
    }

    /**
     * What the app's resolver knows.
     *
     * @param keys its keys
     * @param failed whether it couldn't say, so that there may be others
     */
    record Resolved(List<SigningKey> keys, boolean failed) {

        static final Resolved NOTHING = new Resolved(List.of(), false);
        private static final Resolved FAILED = new Resolved(List.of(), true);
    }

    /** What the app's resolver answers; it is the app's code, and anyone can have it called. */
    Resolved resolve(Envelope claimed) {
        SigningSecretResolver asked = resolver.orElseThrow();
        try {
            List<String> secrets = asked.secrets(claimed.request(handlers));
            if (secrets == null) {
                log(
                        asked,
                        "returned null, so a request can't be verified; return an empty list where it knows no secrets.",
                        null);
                return Resolved.FAILED;
            }
            if (secrets.stream().anyMatch(Objects::isNull)) {
                log(asked, "returned a list with null in it, which is no secret and was ignored; leave it out.", null);
            }
            return new Resolved(
                    secrets.stream()
                            .filter(secret -> secret != null && !secret.isBlank())
                            .map(SigningKey::of)
                            .toList(),
                    false);
        } catch (Exception | Error e) {
            log(asked, "failed, so a request can't be verified; Frame.io sends it again.", e);
            return Resolved.FAILED;
        }
    }

    private void log(SigningSecretResolver asked, String sentence, Throwable cause) {
        if (logLimit.allows(sentence)) {
            LOG.log(System.Logger.Level.ERROR, "The SigningSecretResolver " + name(asked) + " " + sentence, cause);
        }
    }

    /** The app's class, above what the container made of it. */
    private static String name(SigningSecretResolver asked) {
        Class<?> type = asked.getClass();
        while (GENERATED.matcher(type.getName()).find() && type.getSuperclass() != Object.class) {
            type = type.getSuperclass();
        }
        return type.getName();
    }

    /**
     * The keys that may sign this event. Where no handler takes its type nothing will run, so any of its kind may:
     * Frame.io may send types nobody handles, signed with a handler's own secret.
     */
    List<SigningKey> of(Envelope envelope, Resolved resolved) {
        Kind kind = envelope.kind(handlers);
        if (!handlers.handle(kind, envelope.type())) {
            return Stream.concat(resolved.keys().stream(), keys(handlers.secretProperties(kind)))
                    .toList();
        }
        String property = handlers.secretProperty(kind, envelope.type());
        List<SigningKey> own = byProperty.get(property);
        boolean named = !property.equals(kind.secretProperty());
        if (named && !own.isEmpty()) {
            return own;
        }
        boolean known = resolved.failed() || !resolved.keys().isEmpty();
        return known ? resolved.keys() : byProperty.get(kind.secretProperty());
    }

    private Stream<SigningKey> keys(Set<String> properties) {
        return properties.stream().map(byProperty::get).flatMap(List::stream);
    }
}
