package io.github.frameiokit.testkit;

import static io.github.frameiokit.testkit.App.json;
import static io.github.frameiokit.testkit.App.refusal;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.frameiokit.testkit.FakeIms.Endpoint;
import jakarta.json.JsonObject;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** The fake of Adobe's identity service beside Frame.io's, and as tests control it. */
class FakeImsTest extends FakeImsFixture {

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
