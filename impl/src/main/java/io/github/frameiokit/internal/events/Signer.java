package io.github.frameiokit.internal.events;

import io.github.frameiokit.internal.JsonText;
import io.github.frameiokit.internal.Setting;
import io.github.frameiokit.internal.Settings;
import io.github.frameiokit.signing.SigningKey;
import io.github.frameiokit.signing.SigningSecretResolver;
import jakarta.json.JsonException;
import java.util.Optional;
import org.eclipse.microprofile.config.Config;

/** Finds the key with which Frame.io would sign a body, for tools that send events as Frame.io does. Thread-safe. */
public final class Signer {

    private final Config config;
    private final Handlers handlers;
    private final SigningSecrets secrets;

    /**
     * What signs a body.
     *
     * @param key the key; empty if there is none
     * @param property the property that has the secret, or would have it
     * @param variable the environment variable of that property; empty if the secret isn't from the configuration
     */
    public record Found(Optional<SigningKey> key, String property, Optional<String> variable) {}

    public Signer(Config config, Handlers handlers, Optional<SigningSecretResolver> resolver) {
        this.config = config;
        this.handlers = handlers;
        secrets = new SigningSecrets(config, handlers, resolver);
    }

    /**
     * Finds the key for a body.
     *
     * @throws IllegalArgumentException if the body isn't one of an event; the message is a sentence
     */
    public Found find(String body) {
        Envelope envelope = envelope(body);
        SigningSecrets.Resolved resolved =
                secrets.haveResolver() ? secrets.resolve(envelope) : SigningSecrets.Resolved.NOTHING;
        String named = handlers.secretProperty(envelope.kind(), envelope.type());
        String property = isSet(named) ? named : envelope.kind().secretProperty();
        return new Found(
                secrets.of(envelope, resolved).stream().findFirst(),
                property,
                isSet(property) ? Optional.of(Setting.environment(property)) : Optional.empty());
    }

    private boolean isSet(String property) {
        return !Settings.secrets(config, property).isEmpty();
    }

    private Envelope envelope(String body) {
        try {
            return Envelope.of(JsonText.object(body), handlers);
        } catch (JsonException e) {
            throw new IllegalArgumentException("The body is not a JSON object.", e);
        } catch (Rejection e) {
            throw new IllegalArgumentException(e.getMessage(), e);
        }
    }
}
