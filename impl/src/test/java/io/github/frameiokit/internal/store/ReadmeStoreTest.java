package io.github.frameiokit.internal.store;

import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.frameiokit.oauth.TokenStore;
import io.github.frameiokit.testkit.TokenStoreContract;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import org.junit.jupiter.api.Test;

/** The store that the README shows, word for word, does what a store has to. */
class ReadmeStoreTest implements TokenStoreContract {

    private static final Path SOURCE =
            Path.of("src/test/java/io/github/frameiokit/internal/store/ReadmeStoreTest.java");

    private final SharedMapStore store = new SharedMapStore();

    @Override
    public TokenStore store() {
        return store;
    }

    @Test
    void theReadmeShowsThisOne() throws IOException {
        String body = Files.readString(SOURCE).split("// from here\\R", 2)[1].split("// to here", 2)[0];
        assertTrue(flat(Files.readString(Path.of("../README.md"))).contains(flat(body)));
    }

    private static String flat(String source) {
        return source.replaceAll("@Override|\\s+", "");
    }

    static class SharedMapStore implements TokenStore {

        private final ConcurrentMap<String, Entry> entries = new ConcurrentHashMap<>();

        // from here
        @Override
        public Optional<Entry> find(String key) {
            return Optional.ofNullable(entries.get(key))
                    .filter(entry -> Instant.now().isBefore(entry.expiresAt()));
        }

        @Override
        public boolean put(String key, Entry entry, long expected) {
            Entry stored = entries.get(key);
            if (find(key).map(Entry::version).orElse(0L) != expected) {
                return false;
            }
            return stored == null ? entries.putIfAbsent(key, entry) == null : entries.replace(key, stored, entry);
        }

        @Override
        public void delete(String key) {
            entries.remove(key);
        }

        @Override
        public boolean delete(String key, long expected) {
            return find(key)
                    .filter(entry -> entry.version() == expected && entries.remove(key, entry))
                    .isPresent();
        }
        // to here
    }
}
