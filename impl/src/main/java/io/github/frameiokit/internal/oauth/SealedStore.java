package io.github.frameiokit.internal.oauth;

import io.github.frameiokit.internal.client.Connections;
import io.github.frameiokit.internal.store.TokenStores;
import io.github.frameiokit.oauth.TokenStore;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.atomic.AtomicBoolean;

/** The token store, with everything in it sealed for the key it lies under. */
@ApplicationScoped
public class SealedStore {

    private static final System.Logger LOG = System.getLogger(SealedStore.class.getName());

    @Inject
    private TokenStores stores;

    @Inject
    private OAuthConfig config;

    @Inject
    private Connections connections;

    private final AtomicBoolean told = new AtomicBoolean();

    /**
     * What lies under a key.
     *
     * @param text the content; empty if it can't be opened
     * @param version its version
     */
    record Found(Optional<String> text, long version) {

        static final Found NOTHING = new Found(Optional.empty(), 0);
    }

    void start(@Observes @Initialized(ApplicationScoped.class) Object context) {
        stores.start();
    }

    Found find(String key) {
        Optional<TokenStore.Entry> entry = stores.find(key);
        if (entry.isEmpty()) {
            return Found.NOTHING;
        }
        Optional<String> text = config.sealer().open(key, entry.get().sealed());
        if (text.isEmpty() && told.compareAndSet(false, true)) {
            LOG.log(
                    System.Logger.Level.WARNING,
                    "A stored authorization can't be opened with the keys at hand, so its user has to sign in again. If a"
                            + " key was replaced, keep the old one in the list for some weeks. Further ones go unlogged.");
        }
        return new Found(text, entry.get().version());
    }

    /** Returns the new version; empty if another than the expected one is there. */
    OptionalLong put(String key, String text, Duration lifetime, long expected) {
        TokenStore.Entry entry = TokenStore.Entry.of(
                config.sealer().seal(key, text), connections.clock().now().plus(lifetime));
        return stores.put(key, entry, expected) ? OptionalLong.of(entry.version()) : OptionalLong.empty();
    }

    /** Deletes what has this version. */
    boolean delete(String key, long expected) {
        return stores.delete(key, expected);
    }

    void delete(String key) {
        stores.delete(key);
    }
}
