package io.github.frameiokit.internal.oauth;

import io.github.frameiokit.internal.client.Connections;
import io.github.frameiokit.internal.store.TokenStores;
import io.github.frameiokit.oauth.TokenStore;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
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

    Found find(String key) {
        Optional<TokenStore.Entry> entry = stores.store().find(key);
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

    boolean put(String key, String text, Duration lifetime, long expected) {
        Instant expiry =
                Instant.ofEpochSecond(connections.clock().now().plus(lifetime).getEpochSecond());
        return stores.store()
                .put(key, new TokenStore.Entry(config.sealer().seal(key, text), expected + 1, expiry), expected);
    }

    void delete(String key) {
        stores.store().delete(key);
    }
}
