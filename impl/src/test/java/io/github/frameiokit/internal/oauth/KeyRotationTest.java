package io.github.frameiokit.internal.oauth;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Keys that seal tokens are replaced. */
class KeyRotationTest extends OAuthScenario {

    @Test
    void canBeRotated() {
        signIn();
        System.setProperty(
                "frameio.encryption.key",
                "AQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQE=, AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=");
        assertTrue(find(node()).isPresent());
    }

    @Test
    void thatAreGoneLetTheUserSignInAgain() {
        signIn();
        System.setProperty("frameio.encryption.key", "AQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQE=");
        node = node();
        assertEquals(Optional.empty(), find(node));
        assertEquals(1, SharedStore.ENTRIES.size());
        signIn();
        assertTrue(find(node).isPresent());
    }
}
