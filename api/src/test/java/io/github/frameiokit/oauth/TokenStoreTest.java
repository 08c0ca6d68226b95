package io.github.frameiokit.oauth;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.github.frameiokit.oauth.TokenStore.Entry;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TokenStoreTest {

    private static final Instant LATER = Instant.parse("2027-01-02T03:04:05.678Z");

    @Test
    void anEntryShowsItsVersionAndExpiryOnly() {
        assertEquals("Entry[version=7, expiresAt=2027-01-02T03:04:05Z]", new Entry("sealed", 7, LATER).toString());
    }

    @Test
    void newEntriesDifferInTheirVersion() {
        assertNotEquals(
                Entry.of("sealed", LATER).version(), Entry.of("sealed", LATER).version());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "line\nline", "\u00e9"})
    void onlyPrintableAsciiIsStored(String sealed) {
        assertThrows(IllegalArgumentException.class, () -> Entry.of(sealed, LATER));
    }

    @Test
    void whatIsTooLongIsRefusedWithoutShowingIt() {
        Entry.of("x".repeat(Entry.LONGEST), LATER);
        IllegalArgumentException failure =
                assertThrows(IllegalArgumentException.class, () -> Entry.of("x".repeat(Entry.LONGEST + 1), LATER));
        assertEquals("'sealed' must be printable ASCII of 1 to 16000 characters.", failure.getMessage());
    }

    @ParameterizedTest
    @ValueSource(longs = {0, -1})
    void zeroIsNoVersion(long version) {
        assertThrows(IllegalArgumentException.class, () -> new Entry("sealed", version, LATER));
    }
}
