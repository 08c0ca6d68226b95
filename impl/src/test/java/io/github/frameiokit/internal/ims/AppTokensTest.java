package io.github.frameiokit.internal.ims;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.frameiokit.client.FrameioApiException;
import io.github.frameiokit.internal.client.TestClient;
import io.github.frameiokit.testkit.FakeIms;
import io.github.frameiokit.testkit.Received;
import io.github.frameiokit.testkit.Scripted;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** How the app gets its own tokens with client credentials. */
class AppTokensTest {

    @AutoClose
    private final FakeIms ims = FakeIms.start();

    @AutoClose
    private final TestClient tested = client(FakeIms.CLIENT_SECRET);

    private TestClient client(String secret, String... more) {
        return new TestClient(Stream.concat(
                        Stream.of(
                                "frameio.token",
                                "",
                                "frameio.oauth.server-to-server",
                                "true",
                                "frameio.oauth.client-id",
                                FakeIms.CLIENT_ID,
                                "frameio.oauth.client-secret",
                                secret,
                                "frameio.oauth.ims-url",
                                ims.url().toString()),
                        Stream.of(more))
                .toArray(String[]::new));
    }

    private void call() {
        tested.client().users().show();
    }

    private String last() {
        List<Received> requests = tested.fake.requests();
        return requests.get(requests.size() - 1).headers().get("authorization");
    }

    @Test
    void aTokenIsFetchedOnceAndRefreshedBeforeItExpires() throws Exception {
        call();
        call();
        assertEquals("Bearer app-token-1", last());
        tested.clock.pass(Duration.ofSeconds(86_399 - 301));
        call();
        assertEquals("Bearer app-token-1", last());
        tested.clock.pass(Duration.ofSeconds(2));
        call();
        assertEquals("Bearer app-token-1", last());
        awaitIssued(2);
        call();
        assertEquals("Bearer app-token-2", last());
    }

    /** A token that is due is refreshed beside the call that finds it so. */
    private void awaitIssued(int tokens) throws InterruptedException {
        for (int i = 0; i < 500 && ims.issued() < tokens; i++) {
            Thread.sleep(10);
        }
        assertEquals(tokens, ims.issued());
        tested.awaitBackground();
    }

    @Test
    void aCallerDoesNotWaitForAdobeWhileItsTokenIsValid() throws Exception {
        call();
        tested.clock.pass(Duration.ofSeconds(86_399 - 200));
        ims.slow(Duration.ofSeconds(5));
        long before = System.nanoTime();
        call();
        assertEquals("Bearer app-token-1", last());
        assertTrue(System.nanoTime() - before < 4_000_000_000L);
    }

    @Test
    void callersWithoutATokenShareOneRequestAndItsFailure() throws Exception {
        ims.down(true);
        ExecutorService callers = Executors.newFixedThreadPool(6);
        try {
            List<Future<?>> calls = new ArrayList<>();
            for (int i = 0; i < 6; i++) {
                calls.add(callers.submit(this::call));
            }
            for (Future<?> one : calls) {
                ExecutionException failure = assertThrows(ExecutionException.class, one::get);
                assertEquals(
                        503,
                        assertInstanceOf(FrameioApiException.class, failure.getCause())
                                .status());
            }
        } finally {
            callers.shutdownNow();
        }
        assertEquals(3, ims.requests("client_credentials"));
        assertThrows(FrameioApiException.class, this::call);
        assertEquals(3, ims.requests("client_credentials"));
        ims.down(false);
        tested.clock.pass(Duration.ofSeconds(30));
        call();
        assertEquals("Bearer app-token-1", last());
    }

    @Test
    void aWaitingCallerCanBeInterrupted() throws Exception {
        ims.slow(Duration.ofSeconds(2));
        AtomicReference<Throwable> thrown = new AtomicReference<>();
        Thread caller = new Thread(() -> {
            try {
                call();
            } catch (RuntimeException e) {
                thrown.set(e);
            }
        });
        caller.start();
        while (ims.requests("client_credentials") == 0) {
            Thread.sleep(10);
        }
        caller.interrupt();
        caller.join();
        assertInstanceOf(FrameioApiException.Unreachable.class, thrown.get());
        call();
        assertEquals(1, ims.requests("client_credentials"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "\"expires_in\":null,", "\"expires_in\":0,", "\"expires_in\":\"soon\","})
    void aTokenWithoutALifetimeIsUsedForAnHour(String expiresIn) {
        answer(expiresIn);
        call();
        tested.clock.pass(Duration.ofMinutes(54));
        call();
        assertEquals("Bearer given", last());
        assertEquals(1, ims.requests("client_credentials"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"\"expires_in\":\"86399\",", "\"expires_in\":86399000,", "\"expires_in\":9223372036854775807,"})
    void aTokenIsUsedForADayAtMost(String expiresIn) {
        answer(expiresIn);
        call();
        tested.clock.pass(Duration.ofHours(23));
        call();
        assertEquals(1, ims.requests("client_credentials"));
        tested.clock.pass(Duration.ofHours(1));
        call();
        assertEquals("Bearer app-token-1", last());
    }

    private void answer(String expiresIn) {
        ims.answer(
                FakeIms.Endpoint.TOKEN, new Scripted(200, Map.of(), "{" + expiresIn + "\"access_token\":\"given\"}"));
    }

    @Test
    void aShortLivedTokenIsNotRefreshedForEachCall() {
        ims.expiresIn(60);
        call();
        tested.clock.pass(Duration.ofSeconds(29));
        call();
        assertEquals(1, ims.issued());
    }

    @Test
    void aLiveTokenIsUsedWhileAdobeIsDown() {
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
    void aTokenThatFrameioRejectsIsReplacedOnce() {
        call();
        tested.fake.accept("app-token-2");
        call();
        assertEquals("Bearer app-token-2", last());
        tested.fake.accept("none");
        assertThrows(FrameioApiException.Unauthorized.class, this::call);
        assertThrows(FrameioApiException.Unauthorized.class, this::call);
        assertEquals(2, ims.issued());
        tested.clock.pass(Duration.ofMinutes(1));
        assertThrows(FrameioApiException.Unauthorized.class, this::call);
        assertEquals(3, ims.issued());
    }

    @Test
    void wrongOnesAreReportedWithoutShowingThem() {
        try (TestClient wrong = client("not-the-secret")) {
            FrameioApiException failure = assertThrows(
                    FrameioApiException.class, () -> wrong.client().users().show());
            assertEquals("POST " + ims.url() + "/ims/token/v3 was answered 400: invalid_client", failure.getMessage());
        }
    }

    @Test
    void anAppWithTwoCredentialsGetsItsTokensWithTheServerToServerOne() {
        ims.separateClients(true);
        try (TestClient both = client(
                FakeIms.CLIENT_SECRET,
                "frameio.oauth.server-to-server.client-id",
                FakeIms.SERVER_CLIENT_ID,
                "frameio.oauth.server-to-server.client-secret",
                FakeIms.SERVER_CLIENT_SECRET)) {
            both.client().users().show();
            assertEquals(
                    "Bearer app-token-1", both.fake.requests().get(0).headers().get("authorization"));
        }
    }

    @Test
    void theCredentialOfUsersSignInsMayGetNoTokenForTheApp() {
        ims.separateClients(true);
        FrameioApiException failure = assertThrows(FrameioApiException.class, this::call);
        assertEquals("POST " + ims.url() + "/ims/token/v3 was answered 400: unauthorized_client", failure.getMessage());
    }

    @ParameterizedTest
    @ValueSource(strings = {"client-id", "client-secret"})
    void halfOfTheServerToServerCredentialIsNeverMixedWithTheOther(String set) {
        try (TestClient half = client(FakeIms.CLIENT_SECRET, "frameio.oauth.server-to-server." + set, "a-value")) {
            IllegalStateException failure = assertThrows(
                    IllegalStateException.class, () -> half.client().users().show());
            String missing = set.equals("client-id") ? "client-secret" : "client-id";
            assertEquals(
                    "The config property frameio.oauth.server-to-server." + missing
                            + " is missing, which frameio.oauth.server-to-server=true needs.",
                    failure.getMessage());
            assertEquals(0, ims.requests("client_credentials"));
        }
    }

    @Test
    void aMissingOneIsNamed() {
        try (TestClient missing = new TestClient("frameio.token", "", "frameio.oauth.server-to-server", "true")) {
            IllegalStateException failure = assertThrows(
                    IllegalStateException.class, () -> missing.client().users().show());
            assertTrue(failure.getMessage().contains("frameio.oauth.client-id"), failure.getMessage());
        }
    }
}
