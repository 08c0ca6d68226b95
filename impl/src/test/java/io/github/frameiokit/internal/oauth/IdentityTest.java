package io.github.frameiokit.internal.oauth;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.frameiokit.ActionEvent;
import io.github.frameiokit.client.FrameioClient;
import io.github.frameiokit.client.UsersApi;
import io.github.frameiokit.internal.events.Admission;
import io.github.frameiokit.oauth.AsUser;
import io.github.frameiokit.oauth.AuthorizationRequiredException;
import io.github.frameiokit.oauth.AuthorizationUnavailableException;
import io.github.frameiokit.oauth.TokenStore;
import io.github.frameiokit.oauth.UserAuthorizations;
import io.github.frameiokit.oauth.UserToken;
import io.github.frameiokit.response.Form;
import io.github.frameiokit.response.Message;
import io.github.frameiokit.testkit.FakeIms;
import io.github.frameiokit.testkit.Scripted;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.ws.rs.core.Response;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Who acts for whom. */
class IdentityTest extends OAuthScenario {

    private static final FakeIms.User GRACE =
            new FakeIms.User("grace@adobe", "2f5b8a1e-6c1d-4d7e-9f5a-3f0f8b1c2d3e", "Grace", "grace@example.com");

    /** A bean that outlives all requests and was given what belongs to one. */
    @ApplicationScoped
    static class LongLived {

        @Inject
        @AsUser
        FrameioClient frameio;

        @Inject
        UserToken token;

        private UsersApi users;

        String email() {
            return frameio.users().show().email();
        }

        String emailByKeptGroup() {
            users = users == null ? frameio.users() : users;
            return users.show().email();
        }

        String userId() {
            return token.userId();
        }
    }

    @BeforeEach
    void knowGraceToo() {
        ims.user(GRACE);
        node = started(SharedStore.class, SharedClock.class, Completions.class, LongLived.class);
    }

    private void signInBoth() {
        signIn();
        ims.signIn("grace");
        signIn(action(GRACE.frameioId()));
    }

    private <T> T asUser(ActionEvent event, Callable<T> work) {
        return inRequest(node, () -> {
            assertTrue(node.select(Admission.class).get().admit(event, "Export").isAdmitted());
            return work.call();
        });
    }

    private FrameioClient client(String userId) {
        return authorizations(node).client(ACCOUNT, userId);
    }

    @Test
    void whatIsInjectedActsAsTheUserOfTheCurrentRequest() {
        signInBoth();
        LongLived bean = node.select(LongLived.class).get();
        for (FakeIms.User user : new FakeIms.User[] {FakeIms.ADA, GRACE, FakeIms.ADA}) {
            ActionEvent event = action(user.frameioId());
            assertEquals(user.email(), asUser(event, bean::email));
            assertEquals(user.email(), asUser(event, bean::emailByKeptGroup));
            assertEquals(user.frameioId(), asUser(event, bean::userId));
        }
    }

    @Test
    void whatIsInjectedActsAsNobodyWhereNobodyIsKnown() {
        signIn();
        LongLived bean = node.select(LongLived.class).get();
        asUser(action(ADA), bean::email);
        IllegalStateException inAnotherRequest =
                assertThrows(IllegalStateException.class, () -> inRequest(node, bean::email));
        assertTrue(inAnotherRequest.getMessage().contains("client(event)"), inAnotherRequest.getMessage());
        assertThrows(IllegalStateException.class, () -> inRequest(node, bean::userId));
        assertThrows(IllegalStateException.class, bean::email);
        CompletionException onAnotherThread = assertThrows(
                CompletionException.class,
                () -> asUser(
                        action(ADA),
                        () -> CompletableFuture.supplyAsync(bean::email).join()));
        assertInstanceOf(IllegalStateException.class, onAnotherThread.getCause());
    }

    @Test
    void anAuthorizationOfOneAccountIsNoneOfAnother() {
        signIn();
        ActionEvent elsewhere = action("another-account", ADA);
        assertEquals(Optional.empty(), authorizations(node).find(elsewhere));
        assertInstanceOf(
                Form.class,
                inRequest(
                        node,
                        () -> node.select(Admission.class)
                                .get()
                                .admit(elsewhere, "Export")
                                .instead()
                                .orElseThrow()));
        assertThrows(
                AuthorizationRequiredException.class,
                () -> authorizations(node).client(elsewhere).users().show());
    }

    @Test
    void aUserOfTwoAccountsHasTwoAuthorizations() {
        ActionEvent elsewhere = action("another-account", ADA);
        signIn();
        signIn(elsewhere);
        authorizations(node).remove(elsewhere);
        assertEquals(Optional.empty(), authorizations(node).find(elsewhere));
        assertTrue(find(node).isPresent());
    }

    @Test
    void idsThatRunTogetherAreToldApart() {
        signIn();
        String joined = ACCOUNT + ADA;
        for (int i = 1; i < joined.length(); i++) {
            if (i != ACCOUNT.length()) {
                assertEquals(Optional.empty(), authorizations(node).find(joined.substring(0, i), joined.substring(i)));
            }
        }
    }

    @Test
    void anEventWithoutAnAccountActsAsNobody() {
        signIn();
        ActionEvent event = ActionEvent.of(
                Json.createObjectBuilder()
                        .add("type", "export.asset")
                        .add("user", Json.createObjectBuilder().add("id", ADA))
                        .build(),
                java.time.Instant.EPOCH);
        assertEquals(Optional.empty(), authorizations(node).find(event));
        assertThrows(IllegalStateException.class, () -> authorizations(node).client(event));
        assertInstanceOf(
                Message.class,
                inRequest(
                        node,
                        () -> node.select(Admission.class)
                                .get()
                                .admit(event, "Export")
                                .instead()
                                .orElseThrow()));
    }

    @Test
    void idsMayHaveAnyForm() {
        for (String id : new String[] {"~ticket:1", "x".repeat(10_000), "../\u00e4\u0000", "authorization"}) {
            assertEquals(Optional.empty(), authorizations(node).find(id, id));
            assertInstanceOf(
                    Form.class,
                    inRequest(
                            node,
                            () -> node.select(Admission.class)
                                    .get()
                                    .admit(action("a", id), "Export")
                                    .instead()
                                    .orElseThrow()));
        }
    }

    @Test
    void idsAreNotEmpty() {
        UserAuthorizations authorizations = authorizations(node);
        assertThrows(IllegalArgumentException.class, () -> authorizations.find("", ADA));
        assertThrows(IllegalArgumentException.class, () -> authorizations.client(ACCOUNT, ""));
        assertThrows(NullPointerException.class, () -> authorizations.remove(null, ADA));
    }

    @Test
    void anotherAppOnTheSameStoreAndKeyHasAuthorizationsOfItsOwn() {
        String ticket = ticket(signInUrl(ADA));
        signIn();
        System.setProperty("frameio.oauth.client-id", "another-client");
        node = node();
        assertEquals(Optional.empty(), find(node));
        assertFails(SignInFailure.Reason.EXPIRED, () -> begin(ticket));
        authorizations(node).remove(ACCOUNT, ADA);
        System.setProperty("frameio.oauth.client-id", FakeIms.CLIENT_ID);
        assertTrue(find(node()).isPresent());
    }

    /** Neither of the two apps has a client for sign-ins. */
    @Test
    void anotherAppWithAServerToServerCredentialHasEntriesOfItsOwn() {
        System.clearProperty("frameio.oauth.client-id");
        System.setProperty("frameio.oauth.server-to-server.client-id", "a-client");
        try {
            SealedStore.Name name = SealedStore.Name.of("a kind");
            storeOfAnotherNode().put(name, "a text", Duration.ofMinutes(1), 0);
            assertEquals(Optional.of("a text"), storeOfAnotherNode().find(name).text());
            System.setProperty("frameio.oauth.server-to-server.client-id", "another-client");
            assertEquals(Optional.empty(), storeOfAnotherNode().find(name).text());
        } finally {
            System.clearProperty("frameio.oauth.server-to-server.client-id");
        }
    }

    private SealedStore storeOfAnotherNode() {
        return started(SharedStore.class, SharedClock.class)
                .select(SealedStore.class)
                .get();
    }

    @Test
    void anEntryMovedToAnotherPlaceOpensNothing() {
        signInBoth();
        Map<String, TokenStore.Entry> entries = new TreeMap<>(SharedStore.ENTRIES);
        assertEquals(2, entries.size());
        TokenStore.Entry[] both = entries.values().toArray(TokenStore.Entry[]::new);
        String[] keys = entries.keySet().toArray(String[]::new);
        SharedStore.ENTRIES.put(keys[0], both[1]);
        SharedStore.ENTRIES.put(keys[1], both[0]);
        assertEquals(Optional.empty(), find(node));
        assertEquals(Optional.empty(), authorizations(node).find(ACCOUNT, GRACE.frameioId()));
    }

    @Test
    void theStoreIsToldNobodysId() {
        signIn();
        assertFalse(SharedStore.ENTRIES.keySet().iterator().next().contains(ADA));
    }

    @Test
    void aClientRefreshesForAsLongAsTheAuthorizationLasts() {
        signIn();
        FrameioClient frameio = client(ADA);
        for (int day = 0; day < 5; day++) {
            assertEquals(FakeIms.ADA.email(), frameio.users().show().email());
            pass(Duration.ofDays(1));
        }
    }

    @Test
    void aClientForAUserWhoHasNotSignedInSaysSo() {
        FrameioClient frameio = client(ADA);
        AuthorizationRequiredException failure = assertThrows(
                AuthorizationRequiredException.class, () -> frameio.users().show());
        assertTrue(failure.isFor(action(ADA)));
        assertFalse(failure.isFor(action("another-account", ADA)));
        assertFalse(failure.toString().contains(ADA));
        signIn();
        assertEquals(FakeIms.ADA.email(), frameio.users().show().email());
    }

    @Test
    void aTokenThatFrameioRefusesIsRefreshedOnce() {
        signIn();
        FrameioClient frameio = client(ADA);
        ims.expireAccessTokens();
        assertEquals(FakeIms.ADA.email(), frameio.users().show().email());
        assertEquals(1, ims.requests("refresh_token"));
    }

    @Test
    void aTokenThatIsRefusedAgainLeadsToSigningIn() {
        signIn();
        FrameioClient frameio = client(ADA);
        frameio.users().show();
        this.frameio.accept("none");
        for (int i = 0; i < 3; i++) {
            assertThrows(
                    AuthorizationRequiredException.class, () -> frameio.users().show());
        }
        assertEquals(1, ims.requests("refresh_token"));
        assertTrue(stored().isPresent());
    }

    @Test
    void anOutageAfterARefusalIsNotTakenForASignOut() {
        signIn();
        FrameioClient frameio = client(ADA);
        this.frameio.answer("users.show", new Scripted(401, Map.of(), ""));
        ims.down(true);
        assertThrows(
                AuthorizationUnavailableException.class, () -> frameio.users().show());
        assertTrue(stored().isPresent());
    }

    @Test
    void aHandlerThatFindsNoAuthorizationIsAnsweredWithTheSignInForm() {
        ActionEvent event = action(ADA);
        RuntimeException failure = new IllegalStateException(new AuthorizationRequiredException(ACCOUNT, ADA, null));
        Admission gate = node.select(Admission.class).get();
        assertInstanceOf(
                Form.class,
                inRequest(node, () -> gate.remedy(event, "Export", failure).orElseThrow()));
        assertEquals(
                Optional.empty(),
                inRequest(node, () -> gate.remedy(action("another-account", ADA), "Export", failure)));
        assertEquals(Optional.empty(), inRequest(node, () -> gate.remedy(event, "Export", new RuntimeException())));
        assertInstanceOf(
                Message.class,
                inRequest(
                        node,
                        () -> gate.remedy(event, "Export", new AuthorizationUnavailableException(null))
                                .orElseThrow()));
    }

    /** Of the container's own client, too, a refusal is heard, though its answers come as they are. */
    @Test
    void aTokenThatFrameioRefusesIsRenewedForTheNextUntypedCall() {
        signIn();
        FrameioClient frameio = client(ADA);
        this.frameio.answer("users.show", new Scripted(401, Map.of(), ""));
        for (int status : new int[] {401, 200}) {
            try (Response answer = frameio.http().path("/v4/me").request().get()) {
                assertEquals(status, answer.getStatus());
            }
        }
        assertEquals(1, ims.requests("refresh_token"));
    }
}
