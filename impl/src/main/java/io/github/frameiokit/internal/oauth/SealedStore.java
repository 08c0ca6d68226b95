package io.github.frameiokit.internal.oauth;

import io.github.frameiokit.internal.LogLimit;
import io.github.frameiokit.internal.Settings;
import io.github.frameiokit.internal.Sha256;
import io.github.frameiokit.internal.client.ClientFactory;
import io.github.frameiokit.internal.store.ConfiguredTokenStore;
import io.github.frameiokit.oauth.TokenStore;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * The token store, with each entry sealed for its place. A place consists of the app's client id, if it has one, the
 * entry's kind and the ids that the entry belongs to. So apps that share a store and a key can't open each other's
 * entries, and a caller-supplied id can't address an entry of another kind. The store sees only a digest of the place.
 */
@ApplicationScoped
public class SealedStore {

    private static final System.Logger LOG = System.getLogger(SealedStore.class.getName());

    @Inject
    private ConfiguredTokenStore stores;

    @Inject
    private OAuthConfig config;

    @Inject
    private ClientFactory clients;

    private final LogLimit logLimit = new LogLimit(System::nanoTime);

    /**
     * The name of an entry.
     *
     * @param kind the kind of entry
     * @param parts the ids that the entry belongs to, always as many for a kind
     */
    public record Name(String kind, List<String> parts) {

        public static Name of(String kind, String... parts) {
            return new Name(kind, List.of(parts));
        }

        /** Without the ids, which may identify a person. */
        @Override
        public String toString() {
            return "Name[" + kind + "]";
        }
    }

    /**
     * The content of an entry.
     *
     * @param text the content; empty if there is no entry, or it can't be opened
     * @param version the entry's version; 0 if there is no entry
     */
    public record Found(Optional<String> text, long version) {

        static final Found NOTHING = new Found(Optional.empty(), 0);

        /** Without the content. */
        @Override
        public String toString() {
            return "Found[version=" + version + "]";
        }
    }

    void start(@Observes @Initialized(ApplicationScoped.class) Object context) {
        stores.start();
    }

    /** Finds an entry; without its text if it can't be opened. */
    public Found find(Name name) {
        String place = place(name);
        Optional<TokenStore.Entry> entry = stores.find(key(place));
        if (entry.isEmpty()) {
            return Found.NOTHING;
        }
        Optional<String> text =
                config.sealer(stores.isShared()).open(place, entry.get().sealed());
        String reason =
                "A stored entry can't be opened with the keys in " + Settings.ENCRYPTION_KEY + ", so it counts as"
                        + " missing, and its user may have to sign in again. If a key was replaced, keep the old one in"
                        + " the list for some weeks.";
        if (text.isEmpty()) {
            logLimit.warn(LOG, reason);
        }
        return new Found(text, entry.get().version());
    }

    /** Returns the new version; empty if the entry doesn't have the expected version. */
    public OptionalLong put(Name name, String text, Duration lifetime, long expected) {
        String place = place(name);
        TokenStore.Entry entry = TokenStore.Entry.of(
                config.sealer(stores.isShared()).seal(place, text),
                clients.clock().now().plus(lifetime));
        return stores.put(key(place), entry, expected) ? OptionalLong.of(entry.version()) : OptionalLong.empty();
    }

    /** Whether a text, once sealed, is short enough to be stored. */
    public boolean fits(String text) {
        return config.sealer(stores.isShared()).seal("", text).length() <= TokenStore.Entry.LONGEST;
    }

    /** Deletes the entry if it has this version. */
    public boolean delete(Name name, long expected) {
        return stores.delete(key(place(name)), expected);
    }

    /** Deletes the entry, whatever its version. */
    public void delete(Name name) {
        stores.delete(key(place(name)));
    }

    /** Seals a text that leaves the app and comes back, such as the ticket of a link. */
    String seal(String kind, String text) {
        return config.sealer(stores.isShared()).seal(place(Name.of(kind)), text);
    }

    /** Opens a text that has come back; empty if this app didn't seal it for that kind. */
    Optional<String> open(String kind, String sealed) {
        return config.sealer(stores.isShared()).open(place(Name.of(kind)), sealed);
    }

    /** A short proof that this app made a text that leaves it and comes back, such as the id in an address. */
    public String tag(String kind, String text) {
        return config.sealer(stores.isShared()).tag(place(Name.of(kind)), text);
    }

    /** Whether this app made that tag for that text; asks no store. */
    public boolean isTag(String kind, String text, String tag) {
        return config.sealer(stores.isShared()).isTag(place(Name.of(kind)), text, tag);
    }

    /** Whether other nodes see the entries and can open them. */
    public boolean isShared() {
        return stores.isShared() && config.hasKeys();
    }

    /** Each part follows its length, so that no two names have the same place. */
    private String place(Name name) {
        StringBuilder place = new StringBuilder();
        append(place, config.clientId());
        append(place, name.kind());
        name.parts().forEach(part -> append(place, part));
        return place.toString();
    }

    private static void append(StringBuilder place, String part) {
        place.append(part.length()).append(':').append(part);
    }

    private static String key(String place) {
        return HexFormat.of().formatHex(Sha256.of(place));
    }
}
