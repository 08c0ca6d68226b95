package io.github.frameiokit.internal.oauth;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.frameiokit.ActionEvent;
import io.github.frameiokit.internal.events.Admission;
import io.github.frameiokit.oauth.AuthorizationCompleted;
import io.github.frameiokit.oauth.UserAuthorizations;
import io.github.frameiokit.oauth.UserToken;
import io.github.frameiokit.response.Form;
import io.github.frameiokit.response.LinkField;
import io.github.frameiokit.testkit.FakeIms;
import io.github.frameiokit.testkit.Scripted;
import jakarta.json.Json;
import java.net.URI;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** A user signs in with the link that an action shows, in the browser that began. */
class SignInTest extends OAuthScenario {

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
        assertEquals(Instant.parse("2026-11-02T09:30:00Z"), completed.event().timestamp());
    }

    @Test
    void anotherNodeCanTakeItUp() {
        Begun begun = begin(ticket(signInUrl(ADA)));
        complete(node(), authorize(begun), cookie(begun));
        assertTrue(find(node()).isPresent());
    }

    @Test
    void somebodyElseIsNotTakenForTheUser() {
        Begun begun = begin(ticket(signInUrl("another-user")));
        Map<String, String> query = authorize(begun);
        assertFails(SignInFailure.Reason.WRONG_USER, () -> complete(node, query, cookie(begun)));
        assertNothingStored();
    }

    @Test
    void anotherBrowserIsRefusedAndTheRightOneStillWorks() {
        Begun begun = begin(ticket(signInUrl(ADA)));
        Map<String, String> query = authorize(begun);
        assertFails(SignInFailure.Reason.OTHER_BROWSER, () -> complete(node, query, Cookies.of(null)));
        assertFails(
                SignInFailure.Reason.OTHER_BROWSER,
                () -> complete(node, query, Cookies.of(List.of(cookieName(begun) + "=guessed"))));
        assertNothingStored();
        complete(node, query, cookie(begun));
        assertTrue(find(node).isPresent());
    }

    @Test
    void aLinkIsGoodForOneSignIn() {
        String ticket = ticket(signInUrl(ADA));
        Begun begun = begin(ticket);
        complete(node, authorize(begun), cookie(begun));
        assertFails(SignInFailure.Reason.EXPIRED, () -> begin(ticket));
    }

    @Test
    void aLinkIsNotUsedUpBySomebodyElse() {
        ims.user(new FakeIms.User("grace@adobe", "2f5b8a1e-6c1d-4d7e-9f5a-3f0f8b1c2d3e", "Grace", "grace@example.com"));
        String ticket = ticket(signInUrl(ADA));
        Begun others = begin(ticket);
        ims.signIn("grace");
        Map<String, String> query = authorize(others);
        assertFails(SignInFailure.Reason.WRONG_USER, () -> complete(node, query, cookie(others)));
        ims.signIn("ada");
        Begun begun = begin(ticket);
        complete(node, authorize(begun), cookie(begun));
        assertTrue(find(node).isPresent());
    }

    @Test
    void aStateIsUsedOnce() {
        Begun begun = begin(ticket(signInUrl(ADA)));
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
        Begun begun = begin(ticket);
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
        Begun begun = begin(ticket(signInUrl(ADA)));
        Map<String, String> query = authorize(begun);
        assertFails(SignInFailure.Reason.DENIED, () -> complete(node, query, cookie(begun)));
        assertNothingStored();
    }

    @Test
    void whomFrameioDoesNotKnowIsToldWhy() {
        frameio.answer("users.show", new Scripted(401, Map.of(), ""));
        Begun begun = begin(ticket(signInUrl(ADA)));
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
        Begun begun = begin(ticket(url));
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
                inRequest(
                        node, () -> gate.admit(action(ADA), "Export").instead().orElseThrow()));
        LinkField link = assertInstanceOf(LinkField.class, form.fields().get(0));
        Begun begun = begin(ticket(link.value()));
        complete(node, authorize(begun), cookie(begun));
        assertTrue(inRequest(node, () -> gate.admit(action(ADA), "Export").isAdmitted()));
    }
}
