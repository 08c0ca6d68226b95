package io.github.frameiokit.internal.client;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.frameiokit.client.FrameioApiException;
import io.github.frameiokit.client.FrameioClient;
import io.github.frameiokit.testkit.FakeIms;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** Which token is sent. */
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
    void withoutAnyTheFirstCallSaysWhatIsMissing() {
        try (TestClient tested = new TestClient("frameio.token", "")) {
            FrameioClient frameio = tested.client();
            frameio.as("another").users().show();
            IllegalStateException failure = assertThrows(
                    IllegalStateException.class, () -> frameio.users().show());
            assertEquals(
                    "There are no credentials for Frame.io: set frameio.token, or frameio.oauth.client-id and"
                            + " frameio.oauth.client-secret with frameio.oauth.server-to-server=true, or act with a"
                            + " token at hand: frameio.as(token).",
                    failure.getMessage());
        }
    }

    @Test
    void aTokenCannotSmuggleInAHeader() {
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

    @Nested
    class ClientCredentialsOfAdobe {

        private final FakeIms ims = FakeIms.start();
        private final TestClient tested = client(FakeIms.CLIENT_SECRET);

        private TestClient client(String secret) {
            return new TestClient(
                    "frameio.token",
                    "",
                    "frameio.oauth.server-to-server",
                    "true",
                    "frameio.oauth.client-id",
                    FakeIms.CLIENT_ID,
                    "frameio.oauth.client-secret",
                    secret,
                    "frameio.oauth.ims-url",
                    ims.url().toString());
        }

        @AfterEach
        void close() {
            tested.close();
            ims.close();
        }

        private void call() {
            tested.client().users().show();
        }

        private String last() {
            List<String> sent = sent(tested);
            return sent.get(sent.size() - 1);
        }

        @Test
        void aTokenIsFetchedOnceAndRenewedBeforeItExpires() {
            call();
            call();
            assertEquals("Bearer app-token-1", last());
            tested.clock.pass(Duration.ofSeconds(86_399 - 301));
            call();
            assertEquals("Bearer app-token-1", last());
            tested.clock.pass(Duration.ofSeconds(2));
            call();
            assertEquals("Bearer app-token-2", last());
        }

        @Test
        void aShortLivedTokenIsNotRenewedForEachCall() {
            ims.expiresIn(60);
            call();
            tested.clock.pass(Duration.ofSeconds(29));
            call();
            assertEquals(1, ims.issued());
        }

        @Test
        void anOldTokenServesWhileAdobeIsDown() {
            call();
            ims.down(true);
            tested.clock.pass(Duration.ofSeconds(86_399 - 200));
            call();
            assertEquals("Bearer app-token-1", last());
        }

        @Test
        void anExpiredTokenIsNotSent() {
            call();
            ims.down(true);
            tested.clock.pass(Duration.ofDays(1));
            FrameioApiException failure = assertThrows(FrameioApiException.class, this::call);
            assertEquals(503, failure.status());
            assertEquals(ims.url() + "/ims/token/v3", failure.path());
        }

        @Test
        void aTokenThatFrameioDoesNotTakeIsReplacedOnce() {
            call();
            tested.fake.accept("app-token-2");
            call();
            assertEquals("Bearer app-token-2", last());
            tested.fake.accept("none");
            assertThrows(FrameioApiException.Unauthorized.class, this::call);
            assertEquals(3, ims.issued());
        }

        @Test
        void wrongOnesAreToldWithoutShowingThem() {
            try (TestClient wrong = client("not-the-secret")) {
                FrameioApiException failure = assertThrows(
                        FrameioApiException.class, () -> wrong.client().users().show());
                assertEquals(
                        "POST " + ims.url() + "/ims/token/v3 was answered 400: invalid_client", failure.getMessage());
            }
        }

        @Test
        void aMissingOneIsNamed() {
            try (TestClient missing = new TestClient("frameio.token", "", "frameio.oauth.server-to-server", "true")) {
                IllegalStateException failure = assertThrows(
                        IllegalStateException.class,
                        () -> missing.client().users().show());
                assertTrue(failure.getMessage().contains("frameio.oauth.client-id"), failure.getMessage());
            }
        }
    }
}
