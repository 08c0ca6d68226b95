package io.github.frameiokit.internal.oauth;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.frameiokit.internal.RandomToken;
import io.github.frameiokit.oauth.AuthorizationUnavailableException;
import io.github.frameiokit.oauth.UserToken;
import io.github.frameiokit.testkit.DynamoDbLocal;
import io.github.frameiokit.testkit.FakeIms;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jboss.weld.environment.se.WeldContainer;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Nodes that share a store refresh an access token once, and lose nothing when one of them dies or waits. */
@Tag("slow")
class RefreshByNodesTest extends OAuthScenario {

    @Test
    void happensBeforeTheTokenEnds() {
        signIn();
        String first = find(node).orElseThrow().accessToken();
        pass(Duration.ofSeconds(86_399 - 310));
        assertEquals(first, find(node).orElseThrow().accessToken());
        pass(Duration.ofSeconds(20));
        assertEquals(first, find(node).orElseThrow().accessToken());
        finishRefreshes();
        String second = find(node).orElseThrow().accessToken();
        assertFalse(second.equals(first));
        assertEquals(second, find(node).orElseThrow().accessToken());
        assertEquals(1, ims.requests("refresh_token"));
    }

    @Test
    void keepsTheRotatedRefreshToken() {
        ims.rotate(true);
        signIn();
        for (int day = 1; day <= 40; day++) {
            pass(Duration.ofDays(1));
            assertTrue(find(node).isPresent(), "day " + day);
        }
        assertEquals(40, ims.requests("refresh_token"));
    }

    @Test
    void keepsTheOldRefreshTokenWhereThereIsNoNewOne() {
        ims.rotate(false);
        signIn();
        pass(Duration.ofDays(1));
        assertTrue(find(node).isPresent());
        pass(Duration.ofDays(1));
        assertTrue(find(node).isPresent());
    }

    @Test
    void isDoneByOneOfManyNodes() throws Exception {
        refreshAtOnce(List.of(node, node()), 25);
    }

    @Tag("database")
    @Test
    void isDoneByOneOfManyNodesOnDynamoDb() throws Exception {
        properties.put("frameio.token-store", "dynamodb");
        properties.put(
                "frameio.token-store.dynamodb.endpoint",
                DynamoDbLocal.endpoint().toString());
        properties.put("frameio.token-store.dynamodb.region", "eu-west-1");
        properties.put("frameio.token-store.dynamodb.table", "nodes-" + RandomToken.create());
        properties.put("frameio.token-store.dynamodb.create-table", "true");
        properties.forEach(System::setProperty);
        node = started(SharedClock.class, Completions.class);
        refreshAtOnce(List.of(node, started(SharedClock.class, Completions.class)), 200);
    }

    /** All nodes ask at once, day after day; each day one of them renews, with a refresh token good for one use. */
    private void refreshAtOnce(List<WeldContainer> all, int days) throws Exception {
        ims.rotate(true);
        ims.revokeAllOnReuse(true);
        signIn();
        ExecutorService threads = Executors.newFixedThreadPool(8);
        try {
            for (int day = 1; day <= days; day++) {
                pass(Duration.ofDays(1));
                List<Callable<Optional<UserToken>>> asking = new ArrayList<>();
                for (int i = 0; i < 8; i++) {
                    WeldContainer one = all.get(i % all.size());
                    asking.add(() -> find(one));
                }
                Set<String> tokens = new HashSet<>();
                for (Future<Optional<UserToken>> found : threads.invokeAll(asking)) {
                    tokens.add(found.get().orElseThrow().accessToken());
                }
                assertEquals(1, tokens.size(), "tokens of day " + day);
                assertEquals(day, ims.requests("refresh_token"), "refreshes");
            }
        } finally {
            threads.shutdownNow();
        }
    }

    @Test
    void waitsOutAnOutageWithoutSigningAnybodyOut() {
        signIn();
        String token = find(node).orElseThrow().accessToken();
        pass(Duration.ofSeconds(86_399 - 200));
        ims.down(true);
        assertEquals(token, find(node).orElseThrow().accessToken());
        int asked = ims.requests("refresh_token");
        assertEquals(token, find(node).orElseThrow().accessToken());
        assertEquals(asked, ims.requests("refresh_token"));
        pass(Duration.ofHours(1));
        assertThrows(AuthorizationUnavailableException.class, () -> find(node));
        ims.down(false);
        assertThrows(AuthorizationUnavailableException.class, () -> find(node));
        pass(Duration.ofSeconds(30));
        assertTrue(find(node).isPresent());
    }

    @Test
    void endsWhereAdobeSaysThatItIsOver() {
        signIn();
        pass(Duration.ofDays(1));
        ims.revoke(FakeIms.ADA);
        assertEquals(Optional.empty(), find(node));
        assertEquals(Optional.empty(), find(node));
        assertEquals(1, ims.requests("refresh_token"));
        signIn();
        assertTrue(find(node).isPresent());
    }

    private void leaseForADeadNode(int seconds) {
        SealedStore store = node.select(SealedStore.class).get();
        SealedStore.Found found = store.find(SUBJECT.name());
        Authorization dead = Authorization.read(found.text().orElseThrow())
                .orElseThrow()
                .leasedUntil(Instant.now().plus(SharedClock.ahead).plusSeconds(seconds));
        assertTrue(store.put(SUBJECT.name(), dead.write(), Duration.ofDays(14), found.version())
                .isPresent());
    }

    @Test
    void goesOnAfterANodeThatDiedOverIt() {
        signIn();
        pass(Duration.ofDays(1));
        leaseForADeadNode(3);
        assertTrue(find(node).isPresent());
    }

    @Test
    void letsNobodyWaitLongForANodeThatDiedOverIt() {
        signIn();
        pass(Duration.ofDays(1));
        leaseForADeadNode(60);
        assertThrows(AuthorizationUnavailableException.class, () -> find(node));
        pass(Duration.ofSeconds(60));
        assertTrue(find(node).isPresent());
    }

    @Test
    void isNotDoneByOthersWhileAdobeMayStillAnswer() throws Exception {
        System.setProperty("frameio.api.read-timeout", "600");
        properties.put("frameio.api.read-timeout", "600");
        WeldContainer patient = node();
        signIn();
        pass(Duration.ofDays(1));
        ims.slow(Duration.ofSeconds(1));
        ExecutorService thread = Executors.newSingleThreadExecutor();
        try {
            Future<Optional<UserToken>> renewing = thread.submit(() -> find(patient));
            while (ims.requests("refresh_token") == 0) {
                Thread.sleep(10);
            }
            pass(Duration.ofSeconds(604));
            assertEquals(
                    find(node).orElseThrow().accessToken(),
                    renewing.get().orElseThrow().accessToken());
            assertEquals(1, ims.requests("refresh_token"));
        } finally {
            thread.shutdownNow();
        }
    }

    @Test
    void keepsWhatAdobeGaveWhileTheStoreFails() {
        ims.rotate(true);
        signIn();
        pass(Duration.ofDays(1));
        SharedStore.failAfterWrites(1, 3);
        String refreshed = find(node).orElseThrow().accessToken();
        assertEquals(refreshed, find(node()).orElseThrow().accessToken());
        assertEquals(1, ims.requests("refresh_token"));
    }

    @Test
    void isNotDoneEachTimeWhereTokensAreShortLived() {
        ims.expiresIn(120);
        signIn();
        find(node);
        pass(Duration.ofSeconds(55));
        find(node);
        assertEquals(0, ims.requests("refresh_token"));
        pass(Duration.ofSeconds(10));
        find(node);
        finishRefreshes();
        find(node);
        finishRefreshes();
        assertEquals(1, ims.requests("refresh_token"));
    }
}
