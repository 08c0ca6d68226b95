package io.github.frameiokit.it;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.frameiokit.it.app.ClientResource;
import io.github.frameiokit.it.app.ProfileApi;
import io.github.frameiokit.it.app.TestApplication;
import io.github.frameiokit.it.app.WaitlessClock;
import io.github.frameiokit.it.support.Http;
import io.github.frameiokit.it.support.Needs;
import io.github.frameiokit.it.support.Secrets;
import io.github.frameiokit.it.support.Trait;
import io.github.frameiokit.it.support.Wars;
import io.github.frameiokit.testkit.FakeFrameio;
import io.github.frameiokit.testkit.FakeIms;
import io.github.frameiokit.testkit.Received;
import io.github.frameiokit.testkit.Scripted;
import java.net.URL;
import java.util.List;
import java.util.Map;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.arquillian.test.api.ArquillianResource;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** One call of each kind, from an app with both of Adobe's credentials inside the server. */
@ExtendWith(ArquillianExtension.class)
public class ClientIT {

    private static final FakeFrameio FRAMEIO = FakeFrameio.start();
    private static final FakeIms IMS = Secrets.of(FakeIms.start());

    @ArquillianResource
    private URL base;

    @Deployment(testable = false)
    public static WebArchive app() {
        IMS.separateClients(true);
        return Wars.withSecretsAnd(
                "client",
                """
                frameio.api.url=%s
                frameio.oauth.ims-url=%s
                frameio.oauth.client-id=%s
                frameio.oauth.client-secret=%s
                frameio.oauth.server-to-server=true
                frameio.oauth.server-to-server.client-id=%s
                frameio.oauth.server-to-server.client-secret=%s
                """.formatted(
                                FRAMEIO.url(),
                                IMS.url(),
                                FakeIms.CLIENT_ID,
                                FakeIms.CLIENT_SECRET,
                                FakeIms.SERVER_CLIENT_ID,
                                FakeIms.SERVER_CLIENT_SECRET),
                TestApplication.class,
                ClientResource.class,
                ProfileApi.class,
                ProfileApi.Answer.class,
                ProfileApi.Profile.class,
                WaitlessClock.class);
    }

    @Test
    public void theAppsOwnTokensComeFromItsServerToServerCredential() {
        assertEquals("done", call("nothing"));
        assertTrue(last("comments.delete").headers().get("authorization").startsWith("Bearer app-token-"));
    }

    @Test
    public void idsAreOneSegmentAndAnswersAreRead() {
        assertEquals("created 1 2026-11-02T09:30:00.123456Z 11", call("path"));
        assertTrue(last("files.show").path().endsWith("/adobe:a%2Fb%20c"));
    }

    @Test
    public void queriesAreSent() {
        assertEquals("1 of 1", call("query"));
        assertEquals("owner,replies", last("comments.index").query().get("include"));
    }

    @Test
    public void pagesAreFollowed() {
        FRAMEIO.pages(3);
        assertEquals("3", call("paged"));
        FRAMEIO.pages(1);
    }

    @Test
    public void bodiesAreSentInUtf8() {
        call("body");
        assertEquals(
                "{\"data\":{\"text\":\"Très bien ☕\",\"timestamp\":120}}",
                last("comments.create").body().orElseThrow().toString());
    }

    @Test
    public void patchesAreSent() {
        call("patch");
        assertEquals("PATCH", last("comments.update").method());
    }

    @Test
    public void kindsOfAssetsAreDistinguished() {
        assertEquals("File Folder VersionStack", call("polymorphic"));
    }

    @Test
    public void anAnswerMayBeEmpty() {
        assertEquals("done", call("nothing"));
    }

    @Test
    public void anErrorResponseIsAnException() {
        FRAMEIO.answer("users.show", Scripted.error(404));
        assertEquals("GET /v4/me was answered 404: Refused at /data/name, as the test wants it", call("error"));
    }

    @Test
    public void experimentalCallsSaySo() {
        call("experimental");
        assertEquals("experimental", last("users.show").headers().get("api-version"));
    }

    @Test
    public void theAuditLogIsRequestedInItsVersion() {
        call("audit");
        assertEquals("4.0", last("accounts.auditLogs").headers().get("api-version"));
    }

    @Test
    public void callsAreMadeAsTheAppOrAsAUser() {
        call("experimental");
        int issued = IMS.issued();
        assertEquals("Bearer app-token-" + issued, last("users.show").headers().get("authorization"));
        call("as");
        assertEquals(
                "Bearer " + ClientResource.USER_TOKEN,
                last("users.show").headers().get("authorization"));
        assertEquals(issued, IMS.issued());
    }

    @Test
    public void callsOverTheRateWaitAndAreRepeated() {
        Scripted tooMany =
                Scripted.error(429).header("x-ratelimit-limit", "100").header("x-ratelimit-window", "60000");
        FRAMEIO.answer("users.show", tooMany, tooMany);
        assertEquals("some email after 1s 2s", call("rate"));
    }

    @Test
    public void filesAreUploadedInPartsAndAPartIsRepeated() {
        FRAMEIO.answer("storage.upload", Scripted.error(500));
        String[] uploaded = call("upload").split(" ");
        assertEquals(Integer.toString(ClientResource.UPLOAD_SIZE), uploaded[1]);
        assertArrayEquals(
                ClientResource.uploaded(), FRAMEIO.content(uploaded[0]).orElseThrow());
    }

    @Test
    public void streamsAreUploadedToo() {
        assertArrayEquals(
                ClientResource.uploaded(), FRAMEIO.content(call("stream")).orElseThrow());
    }

    @Test
    public void originalsAreDownloadedInParts() {
        FRAMEIO.content(ClientResource.ID, ClientResource.uploaded());
        FRAMEIO.answer("storage.download", Scripted.error(503));
        assertEquals("true 1", call("download"));
    }

    @Test
    public void whatTheClientDoesNotKnowCanBeCalled() {
        assertEquals("some email", call("http"));
        assertEquals("201", call("http-post"));
        assertEquals("experimental", last("groups.create").headers().get("api-version"));
        assertTrue(last("groups.create").headers().get("authorization").startsWith("Bearer app-token-"));
    }

    @Test
    public void anInterfaceOfTheAppsOwnIsCalledAsTheApp() {
        assertEquals("some email", call("own"));
        assertTrue(last("users.show").headers().get("authorization").startsWith("Bearer app-token-"));
    }

    @Test
    public void anInterfaceOfTheAppsOwnIsCalledAsAUserOrForExperiments() {
        assertEquals("some email, some email", call("own-as"));
        List<Received> requests = FRAMEIO.requests("users.show");
        Received asUser = requests.get(requests.size() - 2);
        assertEquals("Bearer " + ClientResource.USER_TOKEN, asUser.headers().get("authorization"));
        assertNull(asUser.headers().get("api-version"));
        assertTrue(last("users.show").headers().get("authorization").startsWith("Bearer app-token-"));
        assertEquals("experimental", last("users.show").headers().get("api-version"));
    }

    @Test
    public void anInterfaceOfTheAppsOwnSendsBodiesInUtf8() {
        call("own-body");
        assertTrue(last("groups.create").body().orElseThrow().toString().contains("Très bien ☕"));
    }

    @Test
    @Needs(Trait.SENDS_PATCHES)
    public void anInterfaceOfTheAppsOwnSendsPatches() {
        call("own-patch");
        assertEquals("PATCH", last("comments.update").method());
    }

    @Test
    @Needs(Trait.BINDS_JSON)
    public void anInterfaceOfTheAppsOwnUsesTheAppsOwnTypes() {
        assertEquals("some email", call("own-bound"));
        FRAMEIO.answer("users.show", new Scripted(200, Map.of(), "{\"data\": \"s3cret\"}"));
        assertEquals(
                "Unreadable: GET /v4/me was answered 200: the answer isn't what the method returns",
                call("own-unbound"));
    }

    @Test
    public void anInterfaceOfTheAppsOwnThrowsTheClientsExceptions() {
        Map.of(
                        404, "NotFound",
                        422, "Invalid",
                        429, "RateLimited",
                        503, "Unavailable",
                        307, "FrameioApiException")
                .forEach((status, type) -> {
                    FRAMEIO.answer(
                            "files.show",
                            Scripted.error(status)
                                    .header("Location", FRAMEIO.url() + "/v4/accounts")
                                    .header("Retry-After", "90"));
                    int before = FRAMEIO.requests().size();
                    assertEquals(
                            type + ": GET /v4/accounts/" + ClientResource.ACCOUNT + "/files/" + ClientResource.ID
                                    + " was answered " + status + ": Refused at /data/name, as the test wants it",
                            call("own-error"));
                    assertEquals(before + 1, FRAMEIO.requests().size(), "neither retried nor redirected");
                });
    }

    @Test
    public void aTokenThatFrameioRejectsInAnInterfaceOfTheAppsOwnIsReplacedOnce() {
        FRAMEIO.answer("files.show", Scripted.error(401), Scripted.error(401));
        assertTrue(call("own-error").startsWith("Unauthorized: "));
    }

    @Test
    public void noInterfaceOfTheClientIsServedByTheApp() {
        List<String> served = FRAMEIO.routes().stream()
                .filter(route ->
                        Http.status(Wars.under(base, route.substring(route.indexOf('/') + 1)), route.split(" ")[0])
                                != 404)
                .toList();
        assertEquals(List.of(), served);
        assertFalse(FRAMEIO.routes().isEmpty());
    }

    private String call(String name) {
        return Http.get(Wars.under(base, "client/" + name));
    }

    private static Received last(String operation) {
        List<Received> requests = FRAMEIO.requests(operation);
        return requests.get(requests.size() - 1);
    }
}
