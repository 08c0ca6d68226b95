package io.github.frameiokit.testkit;

import static io.github.frameiokit.testkit.App.json;
import static io.github.frameiokit.testkit.App.refusal;
import static io.github.frameiokit.testkit.App.sentBack;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.json.JsonObject;
import java.math.BigInteger;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.security.KeyFactory;
import java.security.Signature;
import java.security.spec.RSAPublicKeySpec;
import java.time.Duration;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** Signing in at the fake of Adobe's identity service: its page, the redirect to the app, and the code. */
class FakeImsSignInTest extends FakeImsFixture {

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
}
