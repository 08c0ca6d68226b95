package io.github.frameiokit.internal.ims;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.github.frameiokit.client.FrameioClient;
import io.github.frameiokit.internal.client.TestClient;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Which token a client sends. */
class CredentialsTest {

    private static List<String> sent(TestClient tested) {
        return tested.fake.requests().stream()
                .map(request -> request.headers().get("authorization"))
                .toList();
    }

    @Test
    void theConfiguredTokenIsTheApps() {
        try (TestClient tested = new TestClient()) {
            tested.client().users().show();
            tested.client().as("another").users().show();
            assertEquals(List.of("Bearer the-token", "Bearer another"), sent(tested));
        }
    }

    @Test
    void withoutCredentialsTheFirstCallSaysWhatIsMissing() {
        try (TestClient tested = new TestClient("frameio.token", "")) {
            FrameioClient frameio = tested.client();
            frameio.as("another").users().show();
            IllegalStateException failure = assertThrows(
                    IllegalStateException.class, () -> frameio.users().show());
            assertEquals(
                    "There are no credentials for Frame.io: set frameio.token, or frameio.oauth.client-id and"
                            + " frameio.oauth.client-secret with frameio.oauth.server-to-server=true, or act with a"
                            + " token that you have: frameio.as(token).",
                    failure.getMessage());
        }
    }

    @Test
    void aTokenCannotAddAHeader() {
        try (TestClient tested = new TestClient("frameio.token", "x\r\nEvil: 1")) {
            assertThrows(
                    IllegalStateException.class, () -> tested.client().users().show());
            assertThrows(IllegalArgumentException.class, () -> tested.client().as("x\r\nEvil: 1"));
            assertThrows(IllegalArgumentException.class, () -> tested.client().as(" "));
        }
    }

    @Test
    void noTokenIsShown() {
        try (TestClient tested = new TestClient()) {
            assertFalse(tested.client().as("another").toString().contains("another"));
        }
    }
}
