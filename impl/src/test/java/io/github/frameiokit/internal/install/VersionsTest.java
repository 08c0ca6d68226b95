package io.github.frameiokit.internal.install;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class VersionsTest {

    @ParameterizedTest
    @CsvSource({
        "1.9,1.10",
        "1.9.9,2",
        "1.0,1.0.1",
        "2026-01-31T09:00:00Z,2026-02-01T08:00:00Z",
        "20260131,20260201",
        "build-9,build-10",
        "9,99999999999999999999999"
    })
    void theFirstIsOlder(String older, String newer) {
        assertTrue(Versions.compare(older, newer) < 0);
        assertTrue(Versions.compare(newer, older) > 0);
        assertEquals(0, Versions.compare(newer, newer));
        assertEquals(Optional.of(newer), Versions.newer(Optional.of(newer), Optional.of(older)));
    }

    @Test
    void leadingZerosDontMatter() {
        assertEquals(0, Versions.compare("1.02", "1.2"));
    }

    @Test
    void withoutAVersionNothingIsNewer() {
        assertEquals(Optional.empty(), Versions.newer(Optional.of("2"), Optional.empty()));
        assertEquals(Optional.empty(), Versions.newer(Optional.empty(), Optional.of("2")));
    }
}
