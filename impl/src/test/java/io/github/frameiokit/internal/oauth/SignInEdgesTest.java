package io.github.frameiokit.internal.oauth;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.frameiokit.ActionEvent;
import io.github.frameiokit.oauth.TokenStoreException;
import io.github.frameiokit.testkit.FakeIms;
import io.github.frameiokit.testkit.Scripted;
import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Sign-ins that go wrong, are very long, or are somebody's attempt to do harm. */
class SignInEdgesTest extends OAuthScenario {

    private static final Cookies NO_COOKIES = Cookies.of(null);

    private SignInFailure.Reason failure(Runnable work) {
        return assertThrows(SignInFailure.class, work::run).reason();
    }

    private void grantAnswers(int status, String body) {
        ims.answer(FakeIms.Endpoint.TOKEN, new Scripted(status, Map.of(), body));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "400 | invalid_grant | EXPIRED",
                "400 | invalid_client | SET_UP",
                "401 | INVALID_CLIENT | SET_UP",
                "400 | unauthorized_client | SET_UP",
                "400 | redirect_uri_mismatch | SET_UP",
                "503 | any | FAILED",
                "429 | any | FAILED",
            })
    void whatAdobeAnswersToTheCodeDecidesThePage(int status, String code, SignInFailure.Reason reason) {
        Begun begun = begin(ticket(signInUrl(ADA)));
        Map<String, String> query = authorize(begun);
        grantAnswers(status, "{\"error\":\"" + code + "\"}");
        assertEquals(reason, failure(() -> complete(node, query, cookie(begun))));
        assertNothingStored();
    }

    @ParameterizedTest
    @CsvSource({
        "access_denied, DENIED",
        "invalid_scope, SET_UP",
        "unauthorized_client, SET_UP",
        "<script>, SET_UP",
        "server_error, FAILED",
        "temporarily_unavailable, FAILED"
    })
    void whatTheBrowserBringsBackFromAdobeDecidesThePage(String error, SignInFailure.Reason reason) {
        Begun begun = begin(ticket(signInUrl(ADA)));
        String state = authorize(begun).get("state");
        assertEquals(reason, failure(() -> complete(node, Map.of("state", state, "error", error), cookie(begun))));
        assertEquals(reason, failure(() -> complete(node, Map.of("error", error), NO_COOKIES)));
    }

    @Test
    void aBrowserIsNotHeldWhileFrameioIsDown() {
        Begun begun = begin(ticket(signInUrl(ADA)));
        Map<String, String> query = authorize(begun);
        frameio.answer("users.show", Scripted.error(503), Scripted.error(503), Scripted.error(503));
        assertEquals(SignInFailure.Reason.FAILED, failure(() -> complete(node, query, cookie(begun))));
        assertEquals(1, frameio.requests("users.show").size());
        assertNothingKept();
    }

    @Test
    void aTokenWhoseUserFrameioDoesNotNameIsHandedBack() {
        Begun begun = begin(ticket(signInUrl(ADA)));
        Map<String, String> query = authorize(begun);
        frameio.answer("users.show", new Scripted(200, Map.of(), "{\"data\":{\"name\":\"Ada\"}}"));
        failure(() -> complete(node, query, cookie(begun)));
        assertNothingKept();
    }

    private void assertNothingKept() {
        assertNothingStored();
        assertTrue(ims.secrets().stream().allMatch(token -> ims.userOf(token).isEmpty()));
    }

    @Test
    void aBrowserThatLeavesLosesNothing() throws InterruptedException {
        Begun begun = begin(ticket(signInUrl(ADA)));
        Map<String, String> query = authorize(begun);
        ims.slow(Duration.ofSeconds(1));
        AtomicReference<SignInFailure.Reason> page = new AtomicReference<>();
        Thread browser = new Thread(() -> page.set(failure(() -> complete(node, query, cookie(begun)))));
        browser.start();
        while (ims.requests("authorization_code") == 0) {
            pause();
        }
        browser.interrupt();
        browser.join();
        assertEquals(SignInFailure.Reason.SLOW, page.get());
        for (int i = 0; i < 500 && Completions.SEEN.isEmpty(); i++) {
            pause();
        }
        assertEquals(1, Completions.SEEN.size());
        assertTrue(find(node).isPresent());
    }

    @Test
    void openingALinkStoresNothing() {
        String ticket = ticket(signInUrl(ADA));
        for (int i = 0; i < 100; i++) {
            begin(ticket);
        }
        assertEquals(1, SharedStore.ENTRIES.size());
    }

    @Test
    void aLinkIsGoodForAFewTries() {
        String ticket = ticket(signInUrl(ADA));
        for (int i = 0; i < 20; i++) {
            Begun begun = begin(ticket);
            failure(() -> complete(node, Map.of("state", state(begun), "code", "guessed"), cookie(begun)));
        }
        Begun begun = begin(ticket);
        Map<String, String> query = authorize(begun);
        assertEquals(SignInFailure.Reason.EXPIRED, failure(() -> complete(node, query, cookie(begun))));
        assertEquals(20, ims.requests("authorization_code"));
    }

    private static String state(Begun begun) {
        return java.net.URLDecoder.decode(
                begun.authorize().getRawQuery().replaceFirst(".*[?&]?state=([^&]*).*", "$1"),
                java.nio.charset.StandardCharsets.UTF_8);
    }

    @Test
    void aTryDoesNotProlongALink() {
        String ticket = ticket(signInUrl(ADA));
        pass(Duration.ofMinutes(9));
        Begun begun = begin(ticket);
        failure(() -> complete(node, Map.of("state", state(begun), "code", "guessed"), cookie(begun)));
        Instant until = SharedStore.ENTRIES.values().iterator().next().expiresAt();
        assertTrue(until.isBefore(Instant.now().plus(SharedClock.ahead).plusSeconds(61)), until.toString());
    }

    @Test
    void cookiesOfOtherAppsDoNoHarm() {
        Begun begun = begin(ticket(signInUrl(ADA)));
        Map<String, String> query = authorize(begun);
        Cookies cookies = Cookies.of(List.of(
                "empty=; flag; quoted=\"a;b\"; =x; " + cookieName(begun) + "=of-another; \u00e4=\u00f6",
                "more=1;" + cookieName(begun) + "=" + cookieValue(begun) + ";$Version=1"));
        complete(node, query, cookies);
        assertTrue(find(node).isPresent());
    }

    @Test
    void aCookieMayBeQuoted() {
        Begun begun = begin(ticket(signInUrl(ADA)));
        complete(
                node,
                authorize(begun),
                Cookies.of(List.of("$Version=\"1\"; " + cookieName(begun) + "=\"" + cookieValue(begun)
                        + "\";$Path=\"/frameio/oauth/callback\"")));
        assertTrue(find(node).isPresent());
    }

    private void assertSignsIn(JsonObject json, boolean whole) {
        ActionEvent event = ActionEvent.of(json, Instant.parse("2026-11-02T09:30:00Z"));
        ActionEvent kept = signIn(event).event();
        assertEquals(event.userId(), kept.userId());
        assertEquals(event.type(), kept.type());
        assertEquals(event.interactionId(), kept.interactionId());
        if (whole) {
            assertEquals(json, kept.json());
        }
    }

    private JsonObject with(String text) {
        return Json.createObjectBuilder(action(ADA).json())
                .add("data", Json.createObjectBuilder().add("notes", text))
                .build();
    }

    @Test
    void whatFitsIntoARequestCanSignIn() {
        assertSignsIn(with("\u65e5\u672c\u8a9e".repeat(1_300)), true);
        assertSignsIn(with("\u00e9".repeat(7_000)), true);
        assertSignsIn(with("\"".repeat(3_500)), true);
        assertSignsIn(with("x".repeat(900_000)), true);
        assertSignsIn(with(incompressible(60_000)), false);
        String japanese = new java.util.Random(1)
                .ints(20_000, 0x4e00, 0x9fff)
                .mapToObj(Character::toString)
                .collect(Collectors.joining());
        assertSignsIn(with(japanese), false);
    }

    @Test
    void manyAssetsWithLongIdsCanSignIn() {
        JsonArrayBuilder assets = Json.createArrayBuilder();
        IntStream.range(0, 100)
                .forEach(i -> assets.add(Json.createObjectBuilder()
                        .add("id", "adobe:" + incompressible(249))
                        .add("type", "file")));
        assertSignsIn(
                Json.createObjectBuilder(action(ADA).json())
                        .add("resources", assets)
                        .build(),
                false);
    }

    @Test
    void whatIsSentBesideTheDocumentedMembersCanBeLeftOut() {
        assertSignsIn(
                Json.createObjectBuilder(action(ADA).json())
                        .add("new", incompressible(100_000))
                        .build(),
                false);
    }

    @Test
    void aLinkIsOfOneSpelling() {
        System.setProperty("frameio.oauth.redirect-uri", "HTTPS://APP.example.com:443/frameio/oauth/callback/");
        node = node();
        assertTrue(signInUrl(ADA).toString().startsWith("https://app.example.com/frameio/oauth/login?ticket="));
        Begun begun = begin(ticket(signInUrl(ADA)));
        assertTrue(
                begun.authorize().getQuery().contains("redirect_uri=https://app.example.com/frameio/oauth/callback/&"));
        assertTrue(
                begun.cookie().endsWith("; Path=/frameio/oauth/callback; Max-Age=600; HttpOnly; SameSite=Lax; Secure"));
    }

    @Test
    void aStoreThatCannotReadForAWhileLosesNoSignIn() {
        Begun begun = begin(ticket(signInUrl(ADA)));
        Map<String, String> query = authorize(begun);
        SharedStore.failReadsAfterWrites(1, 3);
        complete(node, query, cookie(begun));
        assertTrue(find(node).isPresent());
    }

    @Test
    void aTokenThatCannotBeStoredIsHandedBack() {
        Begun begun = begin(ticket(signInUrl(ADA)));
        Map<String, String> query = authorize(begun);
        SharedStore.failAfterWrites(1, 1000);
        assertThrows(TokenStoreException.class, () -> complete(node, query, cookie(begun)));
        assertNothingKept();
    }

    /** The states that come back are added to what is stored of a link. */
    @Test
    void aLinkWhoseEventJustFitsIsGoodForAsManyTriesAsAnother() {
        for (int length = 15_200; length <= 16_000; length += 20) {
            JsonObject json = with(incompressible(length));
            String ticket = ticket(signInUrl(ActionEvent.of(json, Instant.parse("2026-11-02T09:30:00Z"))));
            for (int i = 0; i < 2; i++) {
                Begun begun = begin(ticket);
                assertEquals(
                        SignInFailure.Reason.EXPIRED,
                        failure(() -> complete(node, Map.of("state", state(begun), "code", "guessed"), cookie(begun))));
            }
        }
    }

    @Test
    void whatIsOpenedOrSentToTheBrowserIsNotInAnyDescription() {
        Begun begun = begin(ticket(signInUrl(ADA)));
        assertFalse(begun.toString().contains(cookieValue(begun)), begun.toString());
        assertFalse(begun.toString().contains("state"), begun.toString());
        assertEquals("Found[version=3]", new SealedStore.Found(Optional.of("secret"), 3).toString());
        assertEquals("State", new State("ticket", "id", "digest").toString());
    }
}
