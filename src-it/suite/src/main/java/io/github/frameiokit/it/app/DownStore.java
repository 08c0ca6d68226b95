package io.github.frameiokit.it.app;

import io.github.frameiokit.oauth.TokenStore;
import io.github.frameiokit.oauth.TokenStoreException;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;

/** A token store that doesn't work. */
@ApplicationScoped
public class DownStore implements TokenStore {

    @Override
    public Optional<Entry> find(String key) {
        throw new TokenStoreException("The store is down.");
    }

    @Override
    public boolean put(String key, Entry entry, long expected) {
        throw new TokenStoreException("The store is down.");
    }

    @Override
    public void delete(String key) {
        throw new TokenStoreException("The store is down.");
    }

    @Override
    public boolean delete(String key, long expected) {
        throw new TokenStoreException("The store is down.");
    }
}
