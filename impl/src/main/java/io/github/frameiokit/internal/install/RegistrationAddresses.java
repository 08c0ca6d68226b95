package io.github.frameiokit.internal.install;

import io.github.frameiokit.internal.Paths;
import io.github.frameiokit.internal.RandomToken;
import io.github.frameiokit.internal.Settings;
import io.github.frameiokit.internal.oauth.SealedStore;
import java.net.URI;
import java.util.Optional;
import org.eclipse.microprofile.config.Config;

/**
 * The addresses of the app's own registrations. An id is 128 random bits and a short tag that only this app can make,
 * so that an id which somebody made up costs no access to the store. Thread-safe.
 */
final class RegistrationAddresses {

    private static final String KIND = "install-address";
    private static final int RANDOM_BYTES = 16;
    /** The characters of the random part in Base64. */
    private static final int RANDOM_CHARACTERS = 22;

    private static final int CHARACTERS = RANDOM_CHARACTERS + 12;

    private final String base;
    private final Paths paths;
    private final SealedStore store;

    RegistrationAddresses(URI base, Paths paths, SealedStore store) {
        this.base = Paths.under(base, "").toString();
        this.paths = paths;
        this.store = store;
    }

    /** The addresses; empty if the configuration doesn't say where the app is reached. */
    static Optional<RegistrationAddresses> of(Config config, SealedStore store) {
        return Settings.BASE_URL.find(config).map(base -> new RegistrationAddresses(base, Paths.of(config), store));
    }

    /** A new id. */
    String newId() {
        String random = RandomToken.create(RANDOM_BYTES);
        return random + store.tag(KIND, random);
    }

    /** Whether this app made an id; asks no store. */
    boolean isOurs(String id) {
        return id.length() == CHARACTERS
                && store.isTag(KIND, id.substring(0, RANDOM_CHARACTERS), id.substring(RANDOM_CHARACTERS));
    }

    /** The address of an id. */
    URI of(String id) {
        return URI.create(base + paths.registered(id));
    }

    /** The id in an address; empty if the address isn't below that of the app's own registrations. */
    Optional<String> idIn(String address) {
        String beginning = base + paths.registered("");
        return address.startsWith(beginning) && address.length() > beginning.length()
                ? Optional.of(address.substring(beginning.length()))
                : Optional.empty();
    }

    /** Whether it is the address of registrations that somebody made by hand. */
    boolean isByHand(String address) {
        return address.equals(base + paths.events());
    }
}
