package io.github.frameiokit.internal.install;

import io.github.frameiokit.install.Registration;
import io.github.frameiokit.internal.events.Kind;
import io.github.frameiokit.internal.events.RegisteredSecrets;
import io.github.frameiokit.internal.oauth.SealedStore;
import io.github.frameiokit.signing.SigningKey;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;
import org.eclipse.microprofile.config.Config;

/**
 * Finds the secret of a registration by the id in its address, from memory with the store behind it. An id that the app
 * didn't make asks no store. Thread-safe.
 */
@ApplicationScoped
public class SecretsById implements RegisteredSecrets {

    private final Optional<RegistrationAddresses> addresses;
    private final Fresh<String, Registered> known;

    /** For the container's proxies. */
    @SuppressWarnings("NullAway")
    SecretsById() {
        this(Optional.empty(), null);
    }

    @Inject
    SecretsById(Config config, SealedStore store) {
        this(RegistrationAddresses.of(config, store), new Registrations(store));
    }

    SecretsById(Optional<RegistrationAddresses> addresses, Registrations registrations) {
        this.addresses = addresses;
        known = new Fresh<>(id -> registrations.held(id).value().map(SecretsById::registered), System::nanoTime);
    }

    private static Registered registered(Registrations.Held held) {
        return new Registered(
                held.workspace().accountId(),
                held.kind() == Registration.Kind.WEBHOOK ? Kind.WEBHOOK : Kind.ACTION,
                Optional.of(held.key()).filter(key -> !key.isEmpty()),
                SigningKey.of(held.secret()));
    }

    @Override
    public boolean isOn() {
        return addresses.isPresent();
    }

    @Override
    public Optional<Registered> find(String id) {
        return addresses.filter(it -> it.isOurs(id)).flatMap(it -> known.find(id));
    }
}
