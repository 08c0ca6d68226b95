package io.github.frameiokit.internal.oauth;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.frameiokit.ActionEvent;
import io.github.frameiokit.client.ClientClock;
import io.github.frameiokit.internal.RandomToken;
import io.github.frameiokit.oauth.AuthorizationCompleted;
import io.github.frameiokit.oauth.TokenStore;
import io.github.frameiokit.oauth.TokenStoreException;
import io.github.frameiokit.oauth.UserAuthorizations;
import io.github.frameiokit.oauth.UserToken;
import io.github.frameiokit.testkit.FakeFrameio;
import io.github.frameiokit.testkit.FakeIms;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.control.RequestContextController;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.ObservesAsync;
import jakarta.inject.Inject;
import jakarta.json.Json;
import java.io.IOException;
import java.net.URI;
import java.net.URLDecoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.Callable;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.LinkedBlockingQueue;
import org.jboss.weld.environment.se.Weld;
import org.jboss.weld.environment.se.WeldContainer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** Users who sign in to an app of several nodes that share a store, with a fake Adobe and a fake Frame.io. */
abstract class OAuthScenario {

    static final String CALLBACK = "https://app.example.com/frameio/oauth/callback";
    static final HttpClient BROWSER = HttpClient.newHttpClient();

    final FakeIms ims = FakeIms.start();
    final FakeFrameio frameio = FakeFrameio.start();
    final Map<String, String> properties = new HashMap<>();
    final List<WeldContainer> nodes = new CopyOnWriteArrayList<>();
    WeldContainer node;

    /** One store for all nodes of a test. */
    @ApplicationScoped
    static class SharedStore implements TokenStore {

        static final Map<String, Entry> ENTRIES = new TreeMap<>();

        private static int writesToCome;
        private static int failuresToCome;
        private static int writesBeforeFailingReads;
        private static int failingReadsToCome;

        /** Lets so many writes succeed, and then so many fail. */
        static void failAfterWrites(int writes, int failures) {
            writesToCome = writes;
            failuresToCome = failures;
        }

        /** Lets so many writes succeed, and then so many reads and deletions fail. */
        static void failReadsAfterWrites(int writes, int failures) {
            writesBeforeFailingReads = writes;
            failingReadsToCome = failures;
        }

        private static void failRead() {
            if (writesBeforeFailingReads <= 0 && failingReadsToCome-- > 0) {
                throw new TokenStoreException("The store can't read.");
            }
        }

        @Override
        public Optional<Entry> find(String key) {
            synchronized (ENTRIES) {
                failRead();
                return Optional.ofNullable(ENTRIES.get(key));
            }
        }

        @Override
        public boolean put(String key, Entry entry, long expected) {
            synchronized (ENTRIES) {
                if (writesToCome-- <= 0 && failuresToCome-- > 0) {
                    throw new TokenStoreException("The store fails.");
                }
                if (Optional.ofNullable(ENTRIES.get(key)).map(Entry::version).orElse(0L) != expected) {
                    return false;
                }
                writesBeforeFailingReads--;
                ENTRIES.put(key, entry);
                return true;
            }
        }

        @Override
        public void delete(String key) {
            synchronized (ENTRIES) {
                ENTRIES.remove(key);
            }
        }

        @Override
        public boolean delete(String key, long expected) {
            synchronized (ENTRIES) {
                return find(key).filter(entry -> entry.version() == expected).isPresent()
                        && ENTRIES.remove(key) != null;
            }
        }
    }

    /** Time that goes on when it is told, for all nodes. */
    @ApplicationScoped
    static class SharedClock implements ClientClock {

        static volatile Duration ahead = Duration.ZERO;

        @Override
        public Instant now() {
            return Instant.now().plus(ahead);
        }

        @Override
        public void sleep(Duration time) throws InterruptedException {
            Thread.sleep(Math.min(time.toMillis(), 20));
        }
    }

    /** Takes note of completed authorizations. */
    @ApplicationScoped
    static class Completions {

        static final List<AuthorizationCompleted> SEEN = new CopyOnWriteArrayList<>();
        static final BlockingQueue<AuthorizationCompleted> LATER = new LinkedBlockingQueue<>();

        /** What makes it an app whose users sign in. */
        @Inject
        UserAuthorizations authorizations;

        void seen(@Observes AuthorizationCompleted completed) {
            SEEN.add(completed);
        }

        void seenLater(@ObservesAsync AuthorizationCompleted completed) {
            LATER.add(completed);
        }
    }

    @BeforeEach
    void start() {
        SharedStore.ENTRIES.clear();
        SharedStore.failAfterWrites(0, 0);
        SharedStore.failReadsAfterWrites(0, 0);
        SharedClock.ahead = Duration.ZERO;
        Completions.SEEN.clear();
        Completions.LATER.clear();
        ims.redirects(CALLBACK, CALLBACK);
        frameio.trust(ims);
        ims.signIn("ada");
        properties.put("frameio.api.url", frameio.url().toString());
        properties.put("frameio.api.retries", "0");
        properties.put("frameio.oauth.ims-url", ims.url().toString());
        properties.put("frameio.oauth.client-id", FakeIms.CLIENT_ID);
        properties.put("frameio.oauth.client-secret", FakeIms.CLIENT_SECRET);
        properties.put("frameio.oauth.redirect-uri", CALLBACK);
        properties.put("frameio.encryption.key", "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=");
        properties.forEach(System::setProperty);
        node = node();
    }

    @AfterEach
    void stop() {
        nodes.forEach(WeldContainer::close);
        properties.keySet().forEach(System::clearProperty);
        ims.close();
        frameio.close();
    }

    WeldContainer node() {
        return started(SharedStore.class, SharedClock.class, Completions.class);
    }

    void pass(Duration time) {
        SharedClock.ahead = SharedClock.ahead.plus(time);
        ims.pass(time);
    }

    WeldContainer started(Class<?>... beans) {
        WeldContainer container =
                new Weld("node-" + nodes.size()).addBeanClasses(beans).initialize();
        nodes.add(container);
        return container;
    }

    static <T> T inRequest(WeldContainer node, Callable<T> work) {
        RequestContextController request =
                node.select(RequestContextController.class).get();
        request.activate();
        try {
            return work.call();
        } catch (RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new IllegalStateException(e);
        } finally {
            request.deactivate();
        }
    }

    static ActionEvent action(String userId) {
        return action(ACCOUNT, userId);
    }

    static ActionEvent action(String accountId, String userId) {
        return ActionEvent.of(
                Json.createObjectBuilder()
                        .add("type", "export.asset")
                        .add("account_id", accountId)
                        .add("interaction_id", "an-interaction")
                        .add("user", Json.createObjectBuilder().add("id", userId))
                        .build(),
                Instant.parse("2026-11-02T09:30:00Z"));
    }

    static final String ACCOUNT = "an-account";
    static final String ADA = FakeIms.ADA.frameioId();
    static final Subject SUBJECT = new Subject(ACCOUNT, ADA);

    Optional<UserToken> find(WeldContainer node) {
        return node.select(UserAuthorizations.class).get().find(ACCOUNT, ADA);
    }

    static String ticket(URI url) {
        assertTrue(url.toString().startsWith("https://app.example.com/frameio/oauth/login?ticket="), url.toString());
        return url.getQuery().substring("ticket=".length());
    }

    URI signInUrl(String userId) {
        return signInUrl(action(userId));
    }

    URI signInUrl(ActionEvent event) {
        return inRequest(node, () -> authorizations(node).signInUrl(event));
    }

    static UserAuthorizations authorizations(WeldContainer node) {
        return node.select(UserAuthorizations.class).get();
    }

    Begun begin(String ticket) {
        return node.select(SignIn.class).get().begin(ticket);
    }

    /** What Adobe sends the browser back with. */
    Map<String, String> authorize(Begun begun) {
        try {
            HttpResponse<Void> answer = BROWSER.send(
                    HttpRequest.newBuilder(begun.authorize()).build(), HttpResponse.BodyHandlers.discarding());
            String location = answer.headers().firstValue("Location").orElseThrow();
            assertTrue(location.startsWith(CALLBACK + "?"), location);
            Map<String, String> query = new HashMap<>();
            for (String pair : location.substring(CALLBACK.length() + 1).split("&")) {
                query.put(
                        pair.split("=")[0],
                        URLDecoder.decode(pair.substring(pair.indexOf('=') + 1), StandardCharsets.UTF_8));
            }
            return query;
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    AuthorizationCompleted complete(WeldContainer node, Map<String, String> query, Cookies cookies) {
        return node.select(SignIn.class)
                .get()
                .complete(
                        Optional.ofNullable(query.get("state")),
                        Optional.ofNullable(query.get("code")),
                        Optional.ofNullable(query.get("error")),
                        cookies);
    }

    static Cookies cookie(Begun begun) {
        return Cookies.of(List.of(cookieName(begun) + "=" + cookieValue(begun)));
    }

    static String cookieName(Begun begun) {
        return begun.cookie().split("=")[0];
    }

    static String cookieValue(Begun begun) {
        return begun.cookie().split("[=;]")[1];
    }

    AuthorizationCompleted signIn() {
        return signIn(action(ADA));
    }

    AuthorizationCompleted signIn(ActionEvent event) {
        Begun begun = begin(ticket(signInUrl(event)));
        return complete(node, authorize(begun), cookie(begun));
    }

    static void assertFails(SignInFailure.Reason reason, Runnable work) {
        assertEquals(reason, assertThrows(SignInFailure.class, work::run).reason());
    }

    /** What is stored of Ada. */
    Optional<Authorization> stored() {
        return node.select(SealedStore.class).get().find(SUBJECT.name()).text().flatMap(Authorization::read);
    }

    /** Waits for the refresh that goes on beside the callers. */
    void finishRefreshes() {
        for (int i = 0; i < 500; i++) {
            Authorization now = stored().orElseThrow();
            if (!now.leased() && !now.isDue(Instant.now().plus(SharedClock.ahead))) {
                return;
            }
            pause();
        }
        throw new AssertionError("The token wasn't refreshed.");
    }

    static void pause() {
        try {
            Thread.sleep(10);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    static String incompressible(int characters) {
        StringBuilder text = new StringBuilder();
        while (text.length() < characters) {
            text.append(RandomToken.create());
        }
        return text.substring(0, characters);
    }

    void assertNothingStored() {
        assertEquals(Optional.empty(), stored());
        assertEquals(List.of(), Completions.SEEN);
    }
}
