package io.github.frameiokit.internal.events;

import io.github.frameiokit.internal.LogLimit;
import io.github.frameiokit.internal.Settings;
import io.github.frameiokit.signing.SigningKey;
import io.github.frameiokit.signing.SigningSecretResolver;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.eclipse.microprofile.config.Config;
import org.jspecify.annotations.Nullable;

/** The secrets that may sign a request. The properties are read once, when the app starts. Thread-safe. */
final class SigningSecrets {

    private static final System.Logger LOG = System.getLogger(SigningSecrets.class.getName());
    /** Client proxies and subclasses of Weld, OpenWebBeans and ArC. */
    private static final Pattern GENERATED = Pattern.compile("\\$\\$|\\$Proxy\\$|_ClientProxy$|_Subclass$");

    private final Handlers handlers;
    private final Optional<SigningSecretResolver> resolver;
    private final LogLimit logLimit = new LogLimit(System::nanoTime);
    private final Map<String, List<SigningKey>> byProperty = new HashMap<>();
    private final List<SigningKey> configured;

    SigningSecrets(Config config, Handlers handlers, Optional<SigningSecretResolver> resolver) {
        this.handlers = handlers;
        this.resolver = resolver;
        for (Kind kind : Kind.values()) {
            for (String property : handlers.secretProperties(kind)) {
                byProperty.put(
                        property,
                        Settings.secrets(config, property).stream()
                                .map(SigningKey::of)
                                .toList());
            }
        }
        configured = keys(byProperty.keySet()).distinct().toList();
    }

    /** Every key in the configuration. */
    List<SigningKey> configured() {
        return configured;
    }

    /** Whether the app has a resolver, so that the secrets depend on the request's envelope. */
    boolean haveResolver() {
        return resolver.isPresent();
    }

    /**
     * The answer of the app's resolver.
     *
     * @param keys its keys
     * @param failed whether it gave no answer, so that other keys may exist
     */
    record Resolved(List<SigningKey> keys, boolean failed) {

        static final Resolved NOTHING = new Resolved(List.of(), false);
        private static final Resolved FAILED = new Resolved(List.of(), true);
    }

    /** Asks the app's resolver. It may fail, and anyone who sends a request can cause the call. */
    Resolved resolve(Envelope claimed) {
        SigningSecretResolver asked = resolver.orElseThrow();
        try {
            List<String> secrets = asked.secrets(claimed.request());
            if (secrets == null) {
                log(
                        asked,
                        "returned null, so a request can't be verified; return an empty list if it knows no secrets.",
                        null);
                return Resolved.FAILED;
            }
            if (secrets.stream().anyMatch(Objects::isNull)) {
                log(asked, "returned a list with null in it, which was ignored; leave it out.", null);
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

    private void log(SigningSecretResolver asked, String sentence, @Nullable Throwable cause) {
        if (logLimit.allows(sentence)) {
            LOG.log(System.Logger.Level.ERROR, "The SigningSecretResolver " + name(asked) + " " + sentence, cause);
        }
    }

    /** The app's own class, which the container may have subclassed. */
    private static String name(SigningSecretResolver asked) {
        Class<?> type = asked.getClass();
        while (GENERATED.matcher(type.getName()).find() && type.getSuperclass() != Object.class) {
            type = type.getSuperclass();
        }
        return type.getName();
    }

    /**
     * The keys that may sign this event. An event that no handler takes has no effect, so every key of its kind may
     * sign it: Frame.io may send types that nobody handles, signed with a handler's own secret.
     */
    List<SigningKey> of(Envelope envelope, Resolved resolved) {
        Kind kind = envelope.kind();
        if (!handlers.handle(kind, envelope.type())) {
            return Stream.concat(resolved.keys().stream(), keys(handlers.secretProperties(kind)))
                    .toList();
        }
        String property = handlers.secretProperty(kind, envelope.type());
        List<SigningKey> own = byProperty.getOrDefault(property, List.of());
        boolean named = !property.equals(kind.secretProperty());
        if (named && !own.isEmpty()) {
            return own;
        }
        boolean answered = resolved.failed() || !resolved.keys().isEmpty();
        return answered ? resolved.keys() : byProperty.getOrDefault(kind.secretProperty(), List.of());
    }

    private Stream<SigningKey> keys(Set<String> properties) {
        return properties.stream().map(byProperty::get).flatMap(List::stream);
    }
}
