package io.github.frameiokit.testkit;

import static io.github.frameiokit.testkit.App.json;
import static io.github.frameiokit.testkit.App.refusal;
import static io.github.frameiokit.testkit.App.sentBack;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.frameiokit.testkit.FakeIms.Endpoint;
import io.github.frameiokit.testkit.FakeIms.User;
import jakarta.json.JsonObject;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.security.KeyFactory;
import java.security.Signature;
import java.security.spec.RSAPublicKeySpec;
import java.time.Duration;
import java.util.Base64;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** The fake of Adobe's identity service, as apps and browsers see it. */
class FakeImsTest {

    private static final User BOB =
            new User("BOB@AdobeID", "a3f9d0a4-0000-4000-8000-000000000001", "Bob <b>", "b@b.de");

    private final FakeIms ims = FakeIms.start();
    private final App app = new App(ims);

    @AfterEach
    void close() {
        ims.close();
    }

    private JsonObject signedIn(String... others) {
        return json(app.exchanges(app.code(others)));
    }

    private static void assertInvalidGrant(HttpResponse<String> answer) {
        assertEquals(400, answer.statusCode());
        assertEquals("invalid_grant", json(answer).getString("error"));
    }

    @Nested
    class ThePage {

        @Test
        void hasAButtonForEachUser() {
            ims.user(BOB);
            HttpResponse<String> page = app.opens();
            assertEquals(200, page.statusCode());
            assertEquals(Optional.of("text/html; charset=utf-8"), page.headers().firstValue("Content-Type"));
            assertTrue(
                    page.body().contains("<button name=\"user\" value=\"ada@example.com\">Sign in as Ada Lovelace<"),
                    page.body());
            assertTrue(page.body().contains("<button name=\"user\" value=\"b@b.de\">Sign in as Bob &lt;b&gt;<"));
        }

        @Test
        void signsInWhoseButtonIsPressed() {
            ims.user(BOB);
            Map<String, String> back = sentBack(app.submits("user=b%40b.de"));
            assertEquals(App.REDIRECT_URI, back.get(""));
            assertEquals("a state & more", back.get("state"));
            String token = json(app.exchanges(back.get("code"))).getString("access_token");
            assertEquals(Optional.of(BOB), ims.userOf(token));
        }

        @Test
        void canBeCancelled() {
            assertEquals("access_denied", sentBack(app.submits("cancel=true")).get("error"));
        }

        @Test
        void isNotShownToWhoIsSignedIn() {
            ims.signIn("ada");
            assertEquals(302, app.opens().statusCode());
            ims.signOut();
            assertEquals(200, app.opens().statusCode());
        }

        @Test
        void isAlwaysShownWhereTheAppWantsIt() {
            ims.signIn("ada@example.com");
            assertEquals(200, app.opens("prompt", "login").statusCode());
            assertEquals(
                    302,
                    app.submits("user=ada%40example.com", "prompt", "login").statusCode());
        }

        @Test
        void isNeverShownWhereTheAppDoesNotWantIt() {
            assertEquals("login_required", sentBack(app.opens("prompt", "none")).get("error"));
            ims.signIn("ada");
            assertTrue(sentBack(app.opens("prompt", "none")).containsKey("code"));
        }

        @Test
        void nobodyUnknownIsSignedIn() {
            assertThrows(IllegalArgumentException.class, () -> ims.signIn("eve"));
            assertEquals(
                    "access_denied",
                    sentBack(app.submits("user=eve%40example.com")).get("error"));
        }
    }

    @Nested
    class TheWayBack {

        @BeforeEach
        void signIn() {
            ims.signIn("ada");
        }

        @Test
        void anUnregisteredRedirectUriLeadsToTheDefaultOne() {
            ims.redirects("https://app.example.com/default?is=1", "https://app\\.example\\.com/call.*");
            HttpResponse<String> answer = app.opens("redirect_uri", "https://evil.example.com/");
            assertTrue(
                    answer.headers()
                            .firstValue("Location")
                            .orElseThrow()
                            .startsWith("https://app.example.com/default?is=1&code="),
                    answer.toString());
            assertEquals(App.REDIRECT_URI, sentBack(app.opens()).get(""));
        }

        @Test
        void aMissingRedirectUriLeadsToTheDefaultOne() {
            assertEquals(400, app.opens("redirect_uri", "").statusCode());
            ims.redirects("https://app.example.com/default");
            assertEquals(
                    "https://app.example.com/default",
                    sentBack(app.opens("redirect_uri", "")).get(""));
        }

        @Test
        void refusingIsToldOnce() {
            ims.deny();
            assertEquals(
                    Map.of("", App.REDIRECT_URI, "error", "access_denied", "state", "a state & more"),
                    sentBack(app.opens()));
            assertTrue(sentBack(app.opens()).containsKey("code"));
        }

        @Test
        void whatTheAppAsksWronglyIsTold() {
            assertEquals(
                    "unsupported_response_type",
                    sentBack(app.opens("response_type", "token")).get("error"));
            assertEquals(
                    "invalid_scope",
                    sentBack(app.opens("scope", "openid,frame.s2s.all")).get("error"));
            assertEquals(
                    "invalid_request",
                    sentBack(app.opens("code_challenge_method", "S512")).get("error"));
        }

        @Test
        void anUnknownAppOrTooLongAStateStaysHere() {
            assertEquals(400, app.opens("client_id", "another").statusCode());
            assertEquals(302, app.opens("state", "x".repeat(4096)).statusCode());
            assertEquals(400, app.opens("state", "x".repeat(4097)).statusCode());
        }

        @Test
        void theAnswerMayBeInTheFragment() {
            assertTrue(app.opens("response_mode", "fragment")
                    .headers()
                    .firstValue("Location")
                    .orElseThrow()
                    .startsWith(App.REDIRECT_URI + "#code="));
        }
    }

    @Nested
    class ACode {

        @BeforeEach
        void signIn() {
            ims.signIn("ada");
        }

        @Test
        void isExchangedForTokens() {
            HttpResponse<String> answer = app.exchanges(app.code());
            assertEquals(200, answer.statusCode());
            assertEquals(
                    Set.of("access_token", "refresh_token", "sub", "id_token", "token_type", "expires_in"),
                    json(answer).keySet());
            assertEquals(FakeIms.ADA.adobeId(), json(answer).getString("sub"));
            assertEquals("bearer", json(answer).getString("token_type"));
            assertEquals(86_399, json(answer).getInt("expires_in"));
        }

        @Test
        void isGoodOnce() {
            String code = app.code();
            app.exchanges(code);
            assertEquals("400 invalid_grant: invalid code parameter", refusal(app.exchanges(code)));
        }

        @Test
        void isGoodForAMinute() {
            String inTime = app.code();
            ims.pass(Duration.ofSeconds(50));
            assertEquals(200, app.exchanges(inTime).statusCode());
            String late = app.code();
            ims.pass(Duration.ofSeconds(60));
            assertInvalidGrant(app.exchanges(late));
        }

        @Test
        void belongsToItsRedirectUri() {
            assertEquals(
                    200,
                    app.exchanges(app.code(), "redirect_uri", App.REDIRECT_URI).statusCode());
            assertInvalidGrant(app.exchanges(app.code(), "redirect_uri", "https://app.example.com/other"));
        }

        @Test
        void needsTheVerifierOfItsChallenge() {
            String[] challenge = {"code_challenge", App.CHALLENGE, "code_challenge_method", "S256"};
            assertEquals(
                    200,
                    app.exchanges(app.code(challenge), "code_verifier", App.VERIFIER)
                            .statusCode());
            assertInvalidGrant(app.exchanges(app.code(challenge), "code_verifier", App.VERIFIER + "x"));
            assertInvalidGrant(app.exchanges(app.code(challenge)));
            assertInvalidGrant(app.exchanges(app.code(), "code_verifier", App.VERIFIER));
        }

        @Test
        void aChallengeWithoutAMethodIsTheVerifierItself() {
            assertInvalidGrant(app.exchanges(app.code("code_challenge", App.CHALLENGE), "code_verifier", App.VERIFIER));
            assertEquals(
                    200,
                    app.exchanges(app.code("code_challenge", App.VERIFIER), "code_verifier", App.VERIFIER)
                            .statusCode());
        }

        @Test
        void bringsNoRefreshTokenUnlessAskedFor() {
            assertFalse(signedIn("scope", "openid,additional_info.roles").containsKey("refresh_token"));
            assertFalse(json(app.exchanges(app.code("scope", "openid"), "scope", "AdobeID,offline_access"))
                    .containsKey("refresh_token"));
        }

        @Test
        void bringsASignedIdToken() throws Exception {
            String[] parts = signedIn("nonce", "n").getString("id_token").split("\\.");
            JsonObject key =
                    json(app.gets("/ims/keys", "")).getJsonArray("keys").getJsonObject(0);
            Signature signature = Signature.getInstance("SHA256withRSA");
            signature.initVerify(KeyFactory.getInstance("RSA")
                    .generatePublic(new RSAPublicKeySpec(number(key.getString("n")), number(key.getString("e")))));
            signature.update((parts[0] + "." + parts[1]).getBytes(StandardCharsets.US_ASCII));
            assertTrue(signature.verify(Base64.getUrlDecoder().decode(parts[2])));
            String claims = new String(Base64.getUrlDecoder().decode(parts[1]), StandardCharsets.UTF_8);
            assertTrue(claims.contains("\"nonce\":\"n\""), claims);
            assertTrue(claims.contains("\"sub\":\"" + FakeIms.ADA.adobeId() + "\""), claims);
        }

        private static BigInteger number(String encoded) {
            return new BigInteger(1, Base64.getUrlDecoder().decode(encoded));
        }
    }

    @Nested
    class TheClient {

        private static final Map<String, String> FORM = Map.of("grant_type", "client_credentials");

        private HttpResponse<String> as(String id, String secret) {
            return app.postsAs(
                    Base64.getEncoder().encodeToString((id + ":" + secret).getBytes(StandardCharsets.UTF_8)),
                    "/ims/token/v3",
                    FORM);
        }

        @Test
        void mayAuthenticateInAHeader() {
            assertEquals(200, as(FakeIms.CLIENT_ID, FakeIms.CLIENT_SECRET).statusCode());
            assertEquals(200, as(FakeIms.CLIENT_ID, "the%26client%3Dsecret").statusCode());
            assertEquals(
                    "400 invalid_client: invalid client_secret parameter", refusal(as(FakeIms.CLIENT_ID, "wrong")));
            assertEquals(
                    "400 invalid_client: invalid client_id parameter", refusal(as("wrong", FakeIms.CLIENT_SECRET)));
        }

        @Test
        void mayAuthenticateInTheForm() {
            assertEquals(200, app.posts("/ims/token/v3", FORM).statusCode());
            assertEquals(
                    "400 invalid_client: invalid client_secret parameter",
                    refusal(app.refreshes("any", "client_secret", "")));
            assertEquals(
                    "400 invalid_client: invalid client_id parameter",
                    refusal(app.refreshes("any", "client_id", "another")));
        }

        @Test
        void whatIsNoFormIsRefused() {
            assertEquals(400, app.postsAs("%", "/ims/token/v3", FORM).statusCode());
            assertEquals(405, app.gets("/ims/token/v3", "").statusCode());
            assertEquals(404, app.gets("/ims/token/v2", "").statusCode());
        }

        @Test
        void anUnknownGrantTypeIsRefused() {
            assertEquals(
                    "400 unsupported_grant_type: invalid grant_type parameter",
                    refusal(app.posts("/ims/token/v3", Map.of("grant_type", "password"))));
        }

        @Test
        void getsTokensOfItsOwn() {
            HttpResponse<String> answer = app.asksForItself();
            assertEquals(
                    "{\"access_token\":\"app-token-1\",\"token_type\":\"bearer\",\"expires_in\":86399}", answer.body());
            assertEquals(Optional.of(FakeIms.SERVICE_ACCOUNT), ims.userOf("app-token-1"));
            assertEquals("app-token-2", json(app.asksForItself()).getString("access_token"));
            assertEquals(2, ims.issued());
        }
    }

    @Nested
    class ARefreshToken {

        private JsonObject first;

        @BeforeEach
        void signIn() {
            ims.signIn("ada");
            first = signedIn();
        }

        private JsonObject refreshed(JsonObject previous) {
            return json(app.refreshes(previous.getString("refresh_token")));
        }

        private Optional<User> userOf(JsonObject answer) {
            return ims.userOf(answer.getString("access_token"));
        }

        @Test
        void isExchangedForANewOne() {
            JsonObject second = refreshed(first);
            assertEquals(Set.of("access_token", "refresh_token", "token_type", "expires_in"), second.keySet());
            assertNotEquals(first.getString("refresh_token"), second.getString("refresh_token"));
            assertNotEquals(first.getString("access_token"), second.getString("access_token"));
            assertEquals(Optional.of(FakeIms.ADA), userOf(second));
        }

        @Test
        void isGoodOnce() {
            JsonObject second = refreshed(first);
            assertEquals(
                    "400 invalid_grant: invalid refresh_token parameter",
                    refusal(app.refreshes(first.getString("refresh_token"))));
            assertEquals(Optional.of(FakeIms.ADA), userOf(second));
            assertTrue(refreshed(second).containsKey("access_token"));
        }

        @Test
        void usedTwiceMayTakeAllOthersWithIt() {
            ims.revokeAllOnReuse(true);
            JsonObject another = signedIn();
            JsonObject second = refreshed(first);
            assertInvalidGrant(app.refreshes(first.getString("refresh_token")));
            assertInvalidGrant(app.refreshes(second.getString("refresh_token")));
            assertEquals(Optional.empty(), userOf(second));
            assertEquals(Optional.of(FakeIms.ADA), userOf(another));
        }

        @Test
        void staysTheSameWithoutRotation() {
            ims.rotate(false);
            assertEquals(first.getString("refresh_token"), refreshed(first).getString("refresh_token"));
            assertEquals(first.getString("refresh_token"), refreshed(first).getString("refresh_token"));
        }

        @Test
        void isGoodForTwoWeeksFromItsLastUse() {
            ims.pass(Duration.ofDays(13));
            JsonObject second = refreshed(first);
            ims.pass(Duration.ofDays(13));
            JsonObject third = refreshed(second);
            ims.pass(Duration.ofDays(14));
            assertInvalidGrant(app.refreshes(third.getString("refresh_token")));
        }

        @Test
        void isGoodForOneOfManyAtATime() throws Exception {
            ExecutorService threads = Executors.newFixedThreadPool(8);
            try {
                Callable<Integer> refresh =
                        () -> app.refreshes(first.getString("refresh_token")).statusCode();
                int succeeded = 0;
                for (Future<Integer> status : threads.invokeAll(Collections.nCopies(8, refresh))) {
                    succeeded += status.get() == 200 ? 1 : 0;
                }
                assertEquals(1, succeeded);
                assertEquals(8, ims.requests("refresh_token"));
            } finally {
                threads.shutdownNow();
            }
        }

        @Test
        void isRevokedWithTheUsersOtherTokens() {
            String code = app.code();
            ims.revoke(FakeIms.ADA);
            assertInvalidGrant(app.refreshes(first.getString("refresh_token")));
            assertInvalidGrant(app.exchanges(code));
            assertEquals(Optional.empty(), userOf(first));
            assertEquals(Optional.of(FakeIms.ADA), userOf(signedIn()));
        }
    }

    @Nested
    class AnAccessToken {

        @BeforeEach
        void signIn() {
            ims.signIn("ada");
        }

        private String token(String... others) {
            return signedIn(others).getString("access_token");
        }

        @Test
        void expires() {
            ims.expiresIn(60);
            JsonObject answer = signedIn();
            assertEquals(60, answer.getInt("expires_in"));
            String token = answer.getString("access_token");
            ims.pass(Duration.ofSeconds(50));
            assertTrue(ims.userOf(token).isPresent());
            ims.pass(Duration.ofSeconds(10));
            assertTrue(ims.userOf(token).isEmpty());
        }

        @Test
        void expiresAtOnceIfToldTo() {
            JsonObject answer = signedIn();
            ims.expireAccessTokens();
            assertTrue(ims.userOf(answer.getString("access_token")).isEmpty());
            assertEquals(200, app.refreshes(answer.getString("refresh_token")).statusCode());
        }

        @Test
        void isRevokedAlone() {
            JsonObject answer = signedIn();
            HttpResponse<String> revoked = app.revokes(answer.getString("access_token"));
            assertEquals("200 ", revoked.statusCode() + " " + revoked.body());
            assertTrue(ims.userOf(answer.getString("access_token")).isEmpty());
            assertEquals(200, app.refreshes(answer.getString("refresh_token")).statusCode());
        }

        @Test
        void isRevokedWithItsRefreshToken() {
            JsonObject answer = signedIn();
            app.revokes(answer.getString("refresh_token"));
            assertTrue(ims.userOf(answer.getString("access_token")).isEmpty());
            assertInvalidGrant(app.refreshes(answer.getString("refresh_token")));
        }

        @Test
        void isRevokedByTheClientOnlyAndQuietlyIfUnknown() {
            String token = token();
            assertEquals(
                    "400 invalid_client: invalid client_secret parameter",
                    refusal(app.revokes(token, "client_secret", "wrong")));
            assertTrue(ims.userOf(token).isPresent());
            assertEquals(200, app.revokes("unknown").statusCode());
        }

        @Test
        void tellsWhoseItIs() {
            assertEquals(
                    "{\"sub\":\"" + FakeIms.ADA.adobeId()
                            + "\",\"name\":\"Ada Lovelace\",\"email\":\"ada@example.com\",\"email_verified\":true}",
                    app.gets("/ims/userinfo/v2?client_id=" + FakeIms.CLIENT_ID, token())
                            .body());
            assertEquals(
                    Set.of("sub"),
                    json(app.gets("/ims/userinfo/v2", token("scope", "openid"))).keySet());
            assertEquals(401, app.gets("/ims/userinfo/v2", "unknown").statusCode());
        }
    }

    @Nested
    class Frameio {

        private final FakeFrameio frameio = FakeFrameio.start();

        @BeforeEach
        void trust() {
            ims.signIn("ada");
            frameio.trust(ims);
        }

        @AfterEach
        void close() {
            frameio.close();
        }

        private HttpResponse<String> me(String token) {
            return App.send(HttpRequest.newBuilder(URI.create(frameio.url() + "/v4/me"))
                    .header("Authorization", "Bearer " + token));
        }

        private void assertNotTaken(String token) {
            HttpResponse<String> answer = me(token);
            assertEquals("401 {\"errors\":[]}", answer.statusCode() + " " + answer.body());
        }

        @Test
        void saysWhoseTheTokenIs() {
            ims.user(BOB);
            assertEquals(
                    FakeIms.ADA.frameioId(),
                    json(me(signedIn().getString("access_token")))
                            .getJsonObject("data")
                            .getString("id"));
            ims.signIn("b");
            JsonObject bob = json(me(signedIn().getString("access_token"))).getJsonObject("data");
            assertEquals(
                    List.of(BOB.frameioId(), BOB.name(), BOB.email()),
                    List.of(bob.getString("id"), bob.getString("name"), bob.getString("email")));
            assertEquals(
                    FakeIms.SERVICE_ACCOUNT.frameioId(),
                    json(me(json(app.asksForItself()).getString("access_token")))
                            .getJsonObject("data")
                            .getString("id"));
        }

        @Test
        void takesNoTokenThatIsUnknownExpiredOrRevoked() {
            assertNotTaken("unknown");
            String token = signedIn().getString("access_token");
            assertEquals(200, me(token).statusCode());
            ims.expireAccessTokens();
            assertNotTaken(token);
            String another = signedIn().getString("access_token");
            ims.revoke(FakeIms.ADA);
            assertNotTaken(another);
        }

        @Test
        void takesNoTokenWithoutTheScopesItWants() {
            assertNotTaken(signedIn("scope", "openid").getString("access_token"));
            assertNotTaken(json(app.exchanges(app.code(), "scope", App.SCOPES)).getString("access_token"));
            JsonObject answer = json(app.exchanges(app.code(), "scope", "AdobeID," + App.SCOPES));
            assertEquals(200, me(answer.getString("access_token")).statusCode());
            String refreshToken = answer.getString("refresh_token");
            assertNotTaken(
                    json(app.refreshes(refreshToken, "scope", App.SCOPES)).getString("access_token"));
        }
    }

    @Nested
    class WhatItIsTold {

        @Test
        void downMeansAllOfIt() {
            ims.down(true);
            assertEquals(503, app.opens().statusCode());
            assertEquals(503, app.asksForItself().statusCode());
            assertEquals(503, app.gets("/ims/userinfo/v2", "any").statusCode());
            ims.down(false);
            assertEquals(200, app.asksForItself().statusCode());
        }

        @Test
        void otherAnswersAreGivenOnceEach() {
            ims.answer(Endpoint.TOKEN, new Scripted(500, Map.of(), ""), Scripted.oauthError(400, "invalid_grant", "x"));
            ims.answer(Endpoint.REVOKE, Scripted.NO_ANSWER);
            assertEquals(500, app.asksForItself().statusCode());
            assertEquals("400 invalid_grant: x", refusal(app.asksForItself()));
            assertEquals(200, app.asksForItself().statusCode());
            assertThrows(UncheckedIOException.class, () -> app.revokes("any"));
            assertEquals(200, app.revokes("any").statusCode());
        }

        @Test
        void whoDoesNotWaitForASlowAnswerHasLostItsTokens() {
            ims.signIn("ada");
            String refreshToken = signedIn().getString("refresh_token");
            ims.slow(Duration.ofMinutes(1));
            assertThrows(UncheckedIOException.class, () -> app.refreshesWithin(Duration.ofMillis(500), refreshToken));
            ims.slow(Duration.ZERO);
            assertInvalidGrant(app.refreshes(refreshToken));
        }

        @Test
        void itKnowsWhatBelongsInNoLog() {
            ims.signIn("ada");
            String code = app.code("state", "the-state-of-the-app");
            JsonObject answer = json(app.exchanges(code));
            JsonObject own = json(app.asksForItself());
            assertTrue(ims.secrets()
                    .containsAll(List.of(
                            "the-state-of-the-app",
                            code,
                            answer.getString("access_token"),
                            answer.getString("refresh_token"),
                            answer.getString("id_token"),
                            own.getString("access_token"),
                            FakeIms.CLIENT_SECRET)));
        }

        @Test
        void slowAnswersComeLater() {
            ims.slow(Duration.ofMillis(200));
            long before = System.nanoTime();
            assertEquals(200, app.asksForItself().statusCode());
            assertTrue(System.nanoTime() - before >= 200_000_000);
        }

        @Test
        void requestsAreCountedWhateverTheirAnswer() {
            assertEquals(0, ims.requests("refresh_token"));
            app.refreshes("unknown");
            ims.down(true);
            app.refreshes("unknown");
            app.asksForItself();
            assertEquals(2, ims.requests("refresh_token"));
            assertEquals(1, ims.requests("client_credentials"));
            assertEquals(0, ims.issued());
        }
    }

    @Test
    void itTellsWhereEverythingIs() {
        JsonObject discovery = json(app.gets("/ims/.well-known/openid-configuration", ""));
        assertEquals(ims.url() + "/ims/authorize/v2", discovery.getString("authorization_endpoint"));
        assertEquals(ims.url() + "/ims/token/v3", discovery.getString("token_endpoint"));
        assertEquals(ims.url() + "/ims/revoke", discovery.getString("revocation_endpoint"));
        assertEquals(ims.url() + "/ims/userinfo/v2", discovery.getString("userinfo_endpoint"));
        assertEquals(discovery, json(app.gets("/.well-known/openid-configuration", "")));
    }
}
