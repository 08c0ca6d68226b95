package io.github.frameiokit.it.support;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.frameiokit.testkit.FakeFrameio;
import io.github.frameiokit.testkit.FakeIms;
import jakarta.json.JsonObject;
import java.net.CookieManager;
import java.net.URI;
import java.net.URL;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;

/**
 * A user who runs actions in a test's apps, signs in and lets them act as her. She has a browser, and fakes of Adobe
 * and Frame.io that know only her.
 */
public final class SignedInUser {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final FakeFrameio frameio = FakeFrameio.start();
    private final FakeIms ims = Secrets.of(FakeIms.start());
    private final HttpClient browser =
            HttpClient.newBuilder().cookieHandler(new CookieManager()).build();
    private Duration passed = Duration.ZERO;

    public SignedInUser() {
        frameio.trust(ims);
        ims.user(new FakeIms.User("grace@adobe", Payloads.USER, "Grace Hopper", "grace@example.com"));
        ims.signIn("grace");
    }

    /** The fake of Frame.io. */
    public FakeFrameio frameio() {
        return frameio;
    }

    /** The fake of Adobe. */
    public FakeIms adobe() {
        return ims;
    }

    /** The configuration of the apps, without that of their token store. */
    public String config() {
        return """
                frameio.api.url=%s
                frameio.api.retries=0
                frameio.oauth.ims-url=%s
                frameio.oauth.client-id=%s
                frameio.oauth.client-secret=%s
                frameio.encryption.key=%s
                """.formatted(
                        frameio.url(), ims.url(), FakeIms.CLIENT_ID, FakeIms.CLIENT_SECRET, Secrets.ENCRYPTION_KEY);
    }

    /** Advances the clocks of Adobe and of apps. */
    public void pass(Duration time, URL... apps) {
        ims.pass(time);
        passed = passed.plus(time);
        syncClocks(apps);
    }

    /** Sets the clocks of apps that have just started to the time that has passed. */
    public void syncClocks(URL... apps) {
        for (URL app : apps) {
            Http.get(Wars.under(app, "clock/" + passed.toSeconds()));
        }
    }

    /** Runs the action that needs her authorization. */
    public JsonObject export(URL app) {
        return exporting(app).join();
    }

    /** Runs the action without waiting for its answer. */
    public CompletableFuture<JsonObject> exporting(URL app) {
        return Delivery.action(app, "export.asset", UUID.randomUUID().toString())
                .sendAsync()
                .thenApply(Answers::json);
    }

    /** Asserts that the app has acted as her. */
    public void assertKnown(JsonObject answer) {
        assertEquals("Exported", answer.getString("title"), answer::toString);
        assertEquals("for grace@example.com, true", answer.getString("description"));
    }

    /** Asserts that the app asks her to sign in, and returns the link. */
    public URI assertAsked(JsonObject answer) {
        assertEquals("Export", answer.getString("title"), answer::toString);
        return Answers.link(answer);
    }

    /**
     * Signs her in, as soon as the app asks for it. It asks her to try later while another node, which has died, could
     * still be about to store her new tokens.
     */
    public void signIn(URL app) {
        JsonObject asked = Eventually.read(PATIENCE, () -> export(app), answer -> answer.containsKey("fields"));
        String page = open(authorize(assertAsked(asked))).join().body();
        assertTrue(page.contains("You are signed in"), page);
    }

    /** Signs her in at Adobe, and returns the address that Adobe redirects her browser to. */
    public URI authorize(URI link) {
        URI adobe = Answers.location(open(link).join());
        return Answers.location(open(adobe).join());
    }

    public void signOut(URL app) {
        Delivery.action(app, "sign.out", UUID.randomUUID().toString()).send();
    }

    /** Opens a page in her browser; redirects aren't followed. */
    public CompletableFuture<HttpResponse<String>> open(URI page) {
        return browser.sendAsync(HttpRequest.newBuilder(page).build(), HttpResponse.BodyHandlers.ofString())
                .thenApply(Secrets::in);
    }
}
