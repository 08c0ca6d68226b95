package io.github.frameiokit.internal.oauth;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.frameiokit.oauth.AuthorizationUnavailableException;
import io.github.frameiokit.oauth.TokenStoreException;
import io.github.frameiokit.testkit.FakeIms;
import io.github.frameiokit.testkit.Scripted;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.jboss.weld.environment.se.WeldContainer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** No refresh token is lost, and no refusal is taken for something else. Refresh tokens are good for one use. */
@Tag("slow")
class RefreshTest extends OAuthScenario {

    @BeforeEach
    void rotate() {
        ims.rotate(true);
        ims.revokeAllOnReuse(true);
        signIn();
    }

    private void awaitRequests(int refreshes) {
        for (int i = 0; i < 500 && ims.requests("refresh_token") < refreshes; i++) {
            pause();
        }
        assertEquals(refreshes, ims.requests("refresh_token"));
    }

    private void refuse(int status, String body) {
        ims.answer(FakeIms.Endpoint.TOKEN, new Scripted(status, Map.of(), body));
    }

    private String accessToken() {
        return find(node).orElseThrow().accessToken();
    }

    @Test
    void aCallerWhoseTokenIsGoodDoesNotWaitForAdobe() {
        String token = accessToken();
        pass(Duration.ofSeconds(86_399 - 200));
        ims.slow(Duration.ofSeconds(2));
        long before = System.nanoTime();
        assertEquals(token, accessToken());
        assertTrue(System.nanoTime() - before < Duration.ofSeconds(2).toNanos());
        ims.slow(Duration.ZERO);
        finishRefreshes();
        assertFalse(token.equals(accessToken()));
    }

    @Test
    void anInterruptedCallerLosesNothing() throws InterruptedException {
        pass(Duration.ofDays(1));
        ims.slow(Duration.ofSeconds(1));
        AtomicReference<RuntimeException> thrown = new AtomicReference<>();
        Thread caller = new Thread(() -> {
            try {
                find(node);
            } catch (RuntimeException e) {
                thrown.set(e);
            }
        });
        caller.start();
        awaitRequests(1);
        caller.interrupt();
        caller.join();
        assertEquals(AuthorizationUnavailableException.class, thrown.get().getClass());
        assertTrue(find(node).isPresent());
        assertEquals(1, ims.requests("refresh_token"));
    }

    @Test
    void anAppThatStopsWaitsForTheAnswerAndStoresIt() {
        WeldContainer stopping = node();
        pass(Duration.ofSeconds(86_399 - 200));
        ims.slow(Duration.ofSeconds(1));
        assertTrue(find(stopping).isPresent());
        awaitRequests(1);
        nodes.remove(stopping);
        stopping.close();
        ims.slow(Duration.ZERO);
        assertFalse(stored().orElseThrow().leased());
        pass(Duration.ofDays(1));
        assertTrue(find(node).isPresent());
    }

    /** Another node's clock is ahead: it takes the lease over while the first node waits for Adobe. */
    @Test
    void aLeaseTakenOverTooEarlyLosesNothing() throws InterruptedException {
        WeldContainer other = node();
        ims.revokeAllOnReuse(false);
        pass(Duration.ofDays(1));
        ims.slow(Duration.ofMillis(700));
        AtomicReference<Optional<?>> first = new AtomicReference<>();
        Thread slow = new Thread(() -> first.set(find(node)));
        slow.start();
        awaitRequests(1);
        ims.slow(Duration.ZERO);
        SharedClock.ahead = SharedClock.ahead.plusSeconds(70);
        Optional<?> second = find(other);
        slow.join();
        assertTrue(first.get().isPresent());
        assertTrue(second.isPresent());
        assertEquals(2, ims.requests("refresh_token"));
        assertTrue(find(node).isPresent());
    }

    @Test
    void anAnswerIsStoredThoughAnotherNodeDeletedTheEntry() {
        pass(Duration.ofDays(1));
        ims.slow(Duration.ofMillis(500));
        Thread caller = new Thread(() -> find(node));
        caller.start();
        awaitRequests(1);
        SharedStore.ENTRIES.clear();
        ims.slow(Duration.ZERO);
        for (int i = 0; i < 500 && stored().isEmpty(); i++) {
            pause();
        }
        assertTrue(find(node).isPresent());
        assertEquals(1, ims.requests("refresh_token"));
    }

    @Test
    void aUserWhoSignsOutMeanwhileStaysSignedOut() throws InterruptedException {
        pass(Duration.ofDays(1));
        ims.slow(Duration.ofMillis(500));
        AtomicReference<Optional<?>> found = new AtomicReference<>();
        Thread caller = new Thread(() -> found.set(find(node)));
        caller.start();
        awaitRequests(1);
        ims.slow(Duration.ZERO);
        authorizations(node).remove(ACCOUNT, ADA);
        caller.join();
        assertEquals(Optional.empty(), found.get());
        assertEquals(Optional.empty(), find(node));
        signIn();
        assertTrue(find(node).isPresent());
    }

    @Test
    void aStoreThatFailsForLongIsWaitedFor() {
        pass(Duration.ofDays(1));
        SharedStore.failAfterWrites(1, 12);
        assertTrue(find(node).isPresent());
        assertEquals(1, ims.requests("refresh_token"));
    }

    @Test
    void aStoreThatFailsForGoodIsReported() {
        pass(Duration.ofDays(1));
        SharedStore.failAfterWrites(1, 1000);
        assertThrows(TokenStoreException.class, () -> find(node));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "400 {\"error\":\"invalid_grant\"}",
                "401 {\"error\":\"INVALID_TOKEN\"}",
                "403 {\"error\":\"access_denied\"}",
            })
    void thatItIsOverEndsTheAuthorization(String answer) {
        refusedWith(answer);
        assertEquals(Optional.empty(), find(node));
        assertEquals(Optional.empty(), stored());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "400 {\"error\":\"ride_AdobeID_acct_actreq\",\"jump\":\"https://adobe.example/jump\"}",
                "400 {\"error\":\"unauthorized_client\"}",
                "400 {\"error\":\"invalid_request\"}",
                "400 {\"error\":\"invalid_scope\"}",
                "400 {\"error\":{}}",
                "401 ",
                "403 <html>",
            })
    void aRefusalLeadsToSigningInAndKeepsTheAuthorizationUntilThen(String answer) {
        refusedWith(answer);
        assertEquals(Optional.empty(), find(node));
        assertEquals(Optional.empty(), find(node));
        assertEquals(1, ims.requests("refresh_token"));
        assertTrue(stored().isPresent());
        signIn();
        assertTrue(find(node).isPresent());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "500 ",
                "502 <html>",
                "503 {\"error\":\"invalid_grant\"}",
                "429 ",
                "408 ",
                "400 {\"error\":\"temporarily_unavailable\"}",
                "302 ",
                "200 <html>",
                "200 {}",
                "400 {\"error\":\"invalid_client\"}",
                "404 <html>",
            })
    void whatSaysNothingOfTheUserKeepsTheAuthorization(String answer) {
        refusedWith(answer);
        assertThrows(AuthorizationUnavailableException.class, () -> find(node));
        assertThrows(AuthorizationUnavailableException.class, () -> find(node));
        assertEquals(1, ims.requests("refresh_token"));
        pass(Duration.ofSeconds(30));
        assertTrue(find(node).isPresent());
    }

    private void refusedWith(String answer) {
        pass(Duration.ofDays(1));
        refuse(Integer.parseInt(answer.substring(0, 3)), answer.substring(4));
    }

    @Test
    void aRefusalDoesNotProlongWhatIsKept() {
        Instant until = stored().orElseThrow().keptUntil();
        pass(Duration.ofDays(1));
        refuse(500, "");
        assertThrows(AuthorizationUnavailableException.class, () -> find(node));
        assertEquals(until, stored().orElseThrow().keptUntil());
    }

    @ParameterizedTest
    @CsvSource({"9223372036854775807", "99999999999999999999999999", "86399000"})
    void aLifeThatIsTooLongIsADay(String expiresIn) {
        pass(Duration.ofDays(1));
        refuse(200, "{\"access_token\":\"given\",\"refresh_token\":\"next\",\"expires_in\":" + expiresIn + "}");
        assertEquals("given", accessToken());
        pass(Duration.ofHours(25));
        refuse(200, "{\"access_token\":\"later\",\"refresh_token\":\"next\"}");
        assertEquals("later", accessToken());
    }

    @Test
    void tokensAsLongAsAdobeMayMakeThemAreStored() {
        pass(Duration.ofDays(1));
        String access = "a" + incompressible(5_999);
        String refresh = "r" + incompressible(5_999);
        refuse(200, "{\"access_token\":\"" + access + "\",\"refresh_token\":\"" + refresh + "\"}");
        assertEquals(access, accessToken());
    }

    /** Adobe's refusal to refresh is still on its way when Frame.io refuses the access token, too. */
    private void refusedByBoth(int status, String body) {
        pass(Duration.ofSeconds(86_399 - 200));
        refuse(status, body);
        ims.slow(Duration.ofSeconds(1));
        String token = accessToken();
        awaitRequests(1);
        assertTrue(node.select(Authorizations.class).get().refused(SUBJECT, token));
    }

    @Test
    void aUserWhomFrameioAndAdobeRefuseHasToSignIn() {
        refusedByBoth(400, "{\"error\":\"invalid_grant\"}");
        assertEquals(Optional.empty(), find(node));
        assertEquals(Optional.empty(), stored());
        assertEquals(1, ims.requests("refresh_token"));
    }

    @Test
    void aLeaseEndsThoughFrameioRefusedTheTokenMeanwhile() {
        refusedByBoth(503, "");
        assertThrows(AuthorizationUnavailableException.class, () -> find(node));
        assertFalse(stored().orElseThrow().leased());
    }

    @Test
    void aStoreThatCannotReadForAWhileIsWaitedFor() {
        pass(Duration.ofDays(1));
        ims.slow(Duration.ofMillis(500));
        Thread caller = new Thread(() -> find(node));
        caller.start();
        awaitRequests(1);
        SharedStore.ENTRIES.clear();
        SharedStore.failReadsAfterWrites(0, 3);
        ims.slow(Duration.ZERO);
        for (int i = 0; i < 500 && SharedStore.ENTRIES.isEmpty(); i++) {
            pause();
        }
        assertTrue(find(node).isPresent());
    }

    /** A refresh may last as long as its lease and then wait for a store that is down. */
    @Test
    void thatAUserSignedOutIsKnownForLongerThanARefreshLasts() {
        authorizations(node).remove(ACCOUNT, ADA);
        Instant end = SharedStore.ENTRIES.values().iterator().next().expiresAt();
        assertTrue(end.isAfter(Instant.now().plus(Duration.ofMinutes(10))), end.toString());
    }
}
