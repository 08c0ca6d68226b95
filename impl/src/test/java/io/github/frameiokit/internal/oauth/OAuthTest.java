package io.github.frameiokit.internal.oauth;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.frameiokit.ActionEvent;
import io.github.frameiokit.internal.Paths;
import io.github.frameiokit.internal.events.Admission;
import io.github.frameiokit.internal.events.CurrentRequest;
import io.github.frameiokit.oauth.AuthorizationCompleted;
import io.github.frameiokit.oauth.AuthorizationUnavailableException;
import io.github.frameiokit.oauth.UserAuthorizations;
import io.github.frameiokit.oauth.UserToken;
import io.github.frameiokit.response.Form;
import io.github.frameiokit.response.LinkField;
import io.github.frameiokit.testkit.DynamoDbLocal;
import io.github.frameiokit.testkit.FakeIms;
import io.github.frameiokit.testkit.Scripted;
import jakarta.enterprise.inject.Produces;
import jakarta.json.Json;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.UriInfo;
import java.io.IOException;
import java.lang.reflect.Proxy;
import java.net.URI;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import javax.sql.DataSource;
import org.h2.jdbcx.JdbcDataSource;
import org.h2.tools.Server;
import org.jboss.weld.environment.se.Weld;
import org.jboss.weld.environment.se.WeldContainer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** From the link that a user gets to the token that is used, with nodes that share a store. */
class OAuthTest extends OAuthScenario {

    @Nested
    class SigningIn {

        @Test
        void theTokenIsThereAndTheEventIsTold() throws InterruptedException {
            assertEquals(Optional.empty(), find(node));
            AuthorizationCompleted completed = signIn();
            UserToken token = find(node).orElseThrow();
            assertEquals(ADA, token.userId());
            assertEquals(Optional.of(FakeIms.ADA), ims.userOf(token.accessToken()));
            assertEquals(List.of(completed), Completions.SEEN);
            assertSame(completed, Completions.LATER.poll(5, TimeUnit.SECONDS));
            assertEquals("export.asset", completed.event().type());
            assertEquals(Optional.of("an-interaction"), completed.event().interactionId());
            assertEquals(
                    Instant.parse("2026-11-02T09:30:00Z"), completed.event().timestamp());
        }

        @Test
        void anotherNodeCanTakeItUp() {
            SignIn.Begun begun = begin(ticket(signInUrl(ADA)));
            complete(node(), authorize(begun), cookie(begun));
            assertTrue(find(node()).isPresent());
        }

        @Test
        void somebodyElseIsNotTakenForTheUser() {
            SignIn.Begun begun = begin(ticket(signInUrl("another-user")));
            Map<String, String> query = authorize(begun);
            assertFails(SignInFailure.Reason.WRONG_USER, () -> complete(node, query, cookie(begun)));
            assertNothingStored();
        }

        @Test
        void anotherBrowserIsRefusedAndTheRightOneStillWorks() {
            SignIn.Begun begun = begin(ticket(signInUrl(ADA)));
            Map<String, String> query = authorize(begun);
            assertFails(SignInFailure.Reason.OTHER_BROWSER, () -> complete(node, query, Cookies.of(null)));
            assertFails(
                    SignInFailure.Reason.OTHER_BROWSER,
                    () -> complete(node, query, Cookies.of(List.of(begun.cookieName() + "=guessed"))));
            assertNothingStored();
            complete(node, query, cookie(begun));
            assertTrue(find(node).isPresent());
        }

        @Test
        void aLinkIsGoodForOneSignIn() {
            String ticket = ticket(signInUrl(ADA));
            SignIn.Begun begun = begin(ticket);
            complete(node, authorize(begun), cookie(begun));
            assertFails(SignInFailure.Reason.EXPIRED, () -> begin(ticket));
        }

        @Test
        void aLinkIsNotUsedUpBySomebodyElse() {
            ims.user(new FakeIms.User(
                    "grace@adobe", "2f5b8a1e-6c1d-4d7e-9f5a-3f0f8b1c2d3e", "Grace", "grace@example.com"));
            String ticket = ticket(signInUrl(ADA));
            SignIn.Begun others = begin(ticket);
            ims.signIn("grace");
            Map<String, String> query = authorize(others);
            assertFails(SignInFailure.Reason.WRONG_USER, () -> complete(node, query, cookie(others)));
            ims.signIn("ada");
            SignIn.Begun begun = begin(ticket);
            complete(node, authorize(begun), cookie(begun));
            assertTrue(find(node).isPresent());
        }

        @Test
        void aStateIsUsedOnce() {
            SignIn.Begun begun = begin(ticket(signInUrl(ADA)));
            Map<String, String> query = authorize(begun);
            complete(node, query, cookie(begun));
            assertFails(SignInFailure.Reason.EXPIRED, () -> complete(node, query, cookie(begun)));
            assertEquals(1, ims.requests("authorization_code"));
        }

        @Test
        void whatWasTamperedWithIsRefused() {
            String ticket = ticket(signInUrl(ADA));
            assertFails(SignInFailure.Reason.EXPIRED, () -> begin(ticket.substring(1)));
            assertFails(SignInFailure.Reason.EXPIRED, () -> begin(""));
            SignIn.Begun begun = begin(ticket);
            Map<String, String> query = authorize(begun);
            Map<String, String> changed = new HashMap<>(query);
            changed.put("state", ticket);
            assertFails(SignInFailure.Reason.EXPIRED, () -> complete(node, changed, cookie(begun)));
            changed.put("state", query.get("state"));
            changed.put("code", "guessed");
            assertFails(SignInFailure.Reason.EXPIRED, () -> complete(node, changed, cookie(begun)));
            assertNothingStored();
        }

        @Test
        void whoSaysNoIsLeftAlone() {
            ims.deny();
            SignIn.Begun begun = begin(ticket(signInUrl(ADA)));
            Map<String, String> query = authorize(begun);
            assertFails(SignInFailure.Reason.DENIED, () -> complete(node, query, cookie(begun)));
            assertNothingStored();
        }

        @Test
        void whomFrameioDoesNotKnowIsToldWhy() {
            frameio.answer("users.show", new Scripted(401, Map.of(), ""));
            SignIn.Begun begun = begin(ticket(signInUrl(ADA)));
            Map<String, String> query = authorize(begun);
            assertFails(SignInFailure.Reason.UNKNOWN_TO_FRAMEIO, () -> complete(node, query, cookie(begun)));
            assertNothingStored();
        }

        @Test
        void aVeryLongFormIsNotKept() {
            ActionEvent event = ActionEvent.of(
                    Json.createObjectBuilder(action(ADA).json())
                            .add("data", Json.createObjectBuilder().add("notes", incompressible(30_000)))
                            .build(),
                    Instant.parse("2026-11-02T09:30:00Z"));
            URI url = inRequest(
                    node, () -> node.select(UserAuthorizations.class).get().signInUrl(event));
            SignIn.Begun begun = begin(ticket(url));
            assertEquals(
                    Optional.empty(),
                    complete(node, authorize(begun), cookie(begun)).event().data());
        }

        @Test
        void nothingSecretIsStoredOpenly() {
            signIn();
            String token = find(node).orElseThrow().accessToken();
            SharedStore.ENTRIES.forEach((key, entry) -> {
                assertFalse(entry.sealed().contains(token));
                assertFalse(entry.toString().contains(entry.sealed()));
            });
        }

        @Test
        void anActionIsAnsweredWithTheLinkUntilThen() {
            Admission gate = node.select(Admission.class).get();
            Form form = assertInstanceOf(
                    Form.class,
                    inRequest(node, () -> gate.refuse(action(ADA), "Export").orElseThrow()));
            LinkField link = assertInstanceOf(LinkField.class, form.fields().get(0));
            SignIn.Begun begun = begin(ticket(link.value()));
            complete(node, authorize(begun), cookie(begun));
            assertEquals(Optional.empty(), inRequest(node, () -> gate.refuse(action(ADA), "Export")));
        }
    }

    @Nested
    class Refreshing {

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

        @Test
        void goesOnAfterANodeThatDiedOverIt() {
            signIn();
            pass(Duration.ofDays(1));
            SealedStore store = node.select(SealedStore.class).get();
            SealedStore.Found found = store.find(SUBJECT.name());
            Authorization dead = Authorization.read(found.text().orElseThrow())
                    .orElseThrow()
                    .leasedUntil(Instant.now().plus(SharedClock.ahead).plusSeconds(3));
            assertTrue(store.put(SUBJECT.name(), dead.write(), Duration.ofDays(14), found.version())
                    .isPresent());
            assertTrue(find(node).isPresent());
        }

        @Test
        void letsNobodyWaitLongForANodeThatDiedOverIt() {
            signIn();
            pass(Duration.ofDays(1));
            SealedStore store = node.select(SealedStore.class).get();
            SealedStore.Found found = store.find(SUBJECT.name());
            Authorization dead = Authorization.read(found.text().orElseThrow())
                    .orElseThrow()
                    .leasedUntil(Instant.now().plus(SharedClock.ahead).plusSeconds(60));
            store.put(SUBJECT.name(), dead.write(), Duration.ofDays(14), found.version());
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

    /** A node in a JVM of its own, on the same database; Adobe is slow, and in the middle of it the node is killed. */
    @Nested
    class Dying {

        private Server database;

        @BeforeEach
        void shareADatabase() throws SQLException {
            database = Server.createTcpServer("-tcpPort", "0", "-ifNotExists").start();
            set(
                    "test.database",
                    "jdbc:h2:tcp://localhost:" + database.getPort() + "/mem:"
                            + RandomToken.create().replace("-", "_") + ";DB_CLOSE_DELAY=-1");
            set("frameio.token-store", "jdbc");
            set("frameio.token-store.jdbc.create-table", "true");
            node = started(SharedClock.class, Completions.class, Database.class);
        }

        @AfterEach
        void stopTheDatabase() {
            database.stop();
        }

        private void set(String key, String value) {
            properties.put(key, value);
            System.setProperty(key, value);
        }

        /** Runs a node up to its request to Adobe, which is carried out, and kills it before the answer. */
        private void killedAt(String grantType, String... arguments) throws IOException, InterruptedException {
            ims.slow(Duration.ofSeconds(30));
            int before = ims.requests(grantType);
            List<String> command = new ArrayList<>(List.of(
                    Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                    "-cp",
                    System.getProperty("java.class.path")));
            properties.forEach((key, value) -> command.add("-D" + key + "=" + value));
            command.add("-Dtest.ahead=" + SharedClock.ahead.toSeconds());
            command.add(DyingNode.class.getName());
            command.addAll(List.of(arguments));
            Process dying = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start();
            while (ims.requests(grantType) == before && dying.isAlive()) {
                Thread.sleep(20);
            }
            assertEquals(before + 1, ims.requests(grantType));
            dying.destroyForcibly().waitFor();
            ims.slow(Duration.ZERO);
        }

        @Test
        void betweenExchangeAndStoreLetsTheUserSignInAgain() throws Exception {
            SignIn.Begun begun = begin(ticket(signInUrl(ADA)));
            Map<String, String> query = authorize(begun);
            killedAt(
                    "authorization_code",
                    query.get("state"),
                    query.get("code"),
                    begun.cookieName(),
                    begun.cookieValue());
            assertEquals(Optional.empty(), find(node));
            assertFails(SignInFailure.Reason.EXPIRED, () -> complete(node, query, cookie(begun)));
            signIn();
            assertEquals(
                    Optional.of(FakeIms.ADA),
                    ims.userOf(find(node).orElseThrow().accessToken()));
        }

        @Test
        void whileRenewingLetsTheUserSignInAgain() throws Exception {
            ims.rotate(true);
            signIn();
            pass(Duration.ofDays(1));
            killedAt("refresh_token");
            pass(Duration.ofSeconds(61));
            assertEquals(Optional.empty(), find(node));
            signIn();
            assertEquals(
                    Optional.of(FakeIms.ADA),
                    ims.userOf(find(node).orElseThrow().accessToken()));
        }

        @Test
        void whileRenewingCostsNothingWhereTheOldTokenStaysGood() throws Exception {
            ims.rotate(false);
            signIn();
            pass(Duration.ofDays(1));
            killedAt("refresh_token");
            pass(Duration.ofSeconds(61));
            assertEquals(
                    Optional.of(FakeIms.ADA),
                    ims.userOf(find(node).orElseThrow().accessToken()));
        }
    }

    /** A database for nodes in several JVMs. */
    static class Database {

        @Produces
        DataSource shared() {
            JdbcDataSource database = new JdbcDataSource();
            database.setURL(System.getProperty("test.database"));
            return database;
        }
    }

    /** Completes a sign-in, or without arguments renews a token. */
    static final class DyingNode {

        public static void main(String... arguments) {
            SharedClock.ahead = Duration.ofSeconds(Long.getLong("test.ahead"));
            WeldContainer container = new Weld()
                    .addBeanClasses(SharedClock.class, Completions.class, Database.class)
                    .initialize();
            if (arguments.length == 0) {
                container.select(UserAuthorizations.class).get().find(ACCOUNT, ADA);
            } else {
                container
                        .select(SignIn.class)
                        .get()
                        .complete(
                                Optional.of(arguments[0]),
                                Optional.of(arguments[1]),
                                Optional.empty(),
                                Cookies.of(List.of(arguments[2] + "=" + arguments[3])));
            }
        }
    }

    @Nested
    class Addressed {

        private String derived(String trusted, Map<String, String> headers) {
            return derived(trusted, headers, "http://10.0.0.1:8080/app/");
        }

        private String derived(String trusted, Map<String, String> headers, String base) {
            System.clearProperty("frameio.oauth.redirect-uri");
            System.setProperty("frameio.oauth.trust-forwarded-headers", trusted);
            properties.put("frameio.oauth.trust-forwarded-headers", trusted);
            WeldContainer other = node();
            return inRequest(other, () -> {
                other.select(CurrentRequest.class)
                        .get()
                        .note(
                                stub(UriInfo.class, name -> URI.create(base)),
                                stub(HttpHeaders.class, headers::get),
                                new Paths("frameio", "frameio/oauth"));
                return other.select(UserAuthorizations.class)
                        .get()
                        .signInUrl(action(ADA))
                        .toString();
            });
        }

        private static <T> T stub(Class<T> type, Function<String, Object> answer) {
            return type.cast(Proxy.newProxyInstance(
                    type.getClassLoader(),
                    new Class<?>[] {type},
                    (proxy, method, arguments) -> answer.apply(arguments == null ? "" : (String) arguments[0])));
        }

        private final Map<String, String> forwarded =
                Map.of("X-Forwarded-Proto", "https, http", "X-Forwarded-Host", "app.example.com");

        @Test
        void asTheRequestWas() {
            String url = derived("false", forwarded);
            assertTrue(url.startsWith("http://10.0.0.1:8080/app/frameio/oauth/login?ticket="), url);
        }

        @Test
        void asTheProxySaysWhereItIsTrusted() {
            String url = derived("true", forwarded);
            assertTrue(url.startsWith("https://app.example.com/app/frameio/oauth/login?ticket="), url);
        }

        /** Java takes such a name for no host, but browsers and name servers know it. */
        @ParameterizedTest
        @ValueSource(strings = {"false", "true"})
        void asTheRequestWasThoughItsHostHasAnUnderscore(String trusted) {
            String url = derived(trusted, Map.of(), "http://my_app:8080/app/");
            assertTrue(url.startsWith("http://my_app:8080/app/frameio/oauth/login?ticket="), url);
        }

        @Test
        void neverAsNonsenseSays() {
            String url = derived("true", Map.of("X-Forwarded-Proto", "javascript", "X-Forwarded-Host", "x/../@evil"));
            assertTrue(url.startsWith("http://10.0.0.1:8080/app/frameio/oauth/login?ticket="), url);
        }
    }

    @Nested
    class Ending {

        @Test
        void revokesTheTokenAtAdobe() {
            signIn();
            String token = find(node).orElseThrow().accessToken();
            node.select(UserAuthorizations.class).get().remove(ACCOUNT, ADA);
            assertEquals(Optional.empty(), find(node));
            assertEquals(Optional.empty(), ims.userOf(token));
        }

        @Test
        void worksWhileAdobeIsDown() {
            signIn();
            ims.down(true);
            node.select(UserAuthorizations.class).get().remove(ACCOUNT, ADA);
            assertEquals(Optional.empty(), find(node));
        }
    }

    @Nested
    class Keys {

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
}
