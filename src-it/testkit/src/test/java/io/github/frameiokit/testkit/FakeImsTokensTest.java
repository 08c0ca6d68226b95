package io.github.frameiokit.testkit;

import static io.github.frameiokit.testkit.App.json;
import static io.github.frameiokit.testkit.App.refusal;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.frameiokit.testkit.FakeIms.User;
import jakarta.json.JsonObject;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** The tokens of the fake of Adobe's identity service: who gets them, and how long they are valid. */
class FakeImsTokensTest extends FakeImsFixture {

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
        void ofAServerGetsTokensOfItsOwnOnly() {
            ims.signIn("ada");
            assertEquals(
                    200,
                    as(FakeIms.SERVER_CLIENT_ID, FakeIms.SERVER_CLIENT_SECRET).statusCode());
            assertEquals(
                    "400 invalid_client: invalid client_secret parameter",
                    refusal(as(FakeIms.SERVER_CLIENT_ID, FakeIms.CLIENT_SECRET)));
            assertEquals(
                    "400 unauthorized_client: the client may not use this grant_type",
                    refusal(app.exchanges(
                            app.code(),
                            "client_id",
                            FakeIms.SERVER_CLIENT_ID,
                            "client_secret",
                            FakeIms.SERVER_CLIENT_SECRET)));
        }

        @Test
        void ofUsersGetsNoTokensOfItsOwnIfClientsAreSeparate() {
            ims.signIn("ada");
            ims.separateClients(true);
            assertEquals(
                    "400 unauthorized_client: the client may not use this grant_type", refusal(app.asksForItself()));
            assertEquals(200, app.exchanges(app.code()).statusCode());
            ims.separateClients(false);
            assertEquals(200, app.asksForItself().statusCode());
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
}
