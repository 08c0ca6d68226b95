package io.github.frameiokit.internal.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.frameiokit.oauth.TokenStore;
import io.github.frameiokit.testkit.TokenStoreContract;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The store that the guide shows, word for word, meets the contract of a store, and its table is the kit's. */
class ReadmeStoreTest implements TokenStoreContract {

    private static final Path GUIDE = Path.of("../api/README.md");
    private static final Pattern SQL = Pattern.compile("(?s)```sql\\R(.*?)```");
    private static final Path SOURCE =
            Path.of("src/test/java/io/github/frameiokit/internal/store/ReadmeStoreTest.java");

    private final SharedMapStore store = new SharedMapStore();

    @Override
    public TokenStore store() {
        return store;
    }

    @Test
    void theGuideShowsThisOne() throws IOException {
        String body = Files.readString(SOURCE).split("// from here\\R", 2)[1].split("// to here", 2)[0];
        assertTrue(flat(Files.readString(GUIDE)).contains(flat(body)));
    }

    @Test
    void theGuideShowsTheTableThatTheKitCreates() throws IOException {
        List<String> blocks = SQL.matcher(Files.readString(GUIDE))
                .results()
                .map(block -> flat(block.group(1)))
                .filter(block -> block.contains("frameio_tokens"))
                .toList();
        assertEquals(List.of(flat(SqlDialect.STANDARD.ddl("frameio_tokens"))), blocks);
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
