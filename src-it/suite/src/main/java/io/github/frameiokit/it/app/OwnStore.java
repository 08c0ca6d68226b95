package io.github.frameiokit.it.app;

import io.github.frameiokit.oauth.TokenStore;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;

/** A token store of the app's own. */
@ApplicationScoped
public class OwnStore implements TokenStore {

    @Override
    public Optional<Entry> find(String key) {
        return Optional.empty();
    }

    @Override
    public boolean put(String key, Entry entry, long expected) {
        return false;
    }

    @Override
    public void delete(String key) {}

    @Override
    public boolean delete(String key, long expected) {
        return false;
    }
}
