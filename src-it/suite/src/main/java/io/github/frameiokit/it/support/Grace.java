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
 * Who runs actions in a test's apps, which act in her name: she has a browser, and is known at Adobe and at Frame.io,
 * which are fakes of hers alone.
 */
public final class Grace {

    private final FakeFrameio frameio = FakeFrameio.start();
    private final FakeIms ims = Secrets.of(FakeIms.start());
    private final HttpClient browser =
            HttpClient.newBuilder().cookieHandler(new CookieManager()).build();
    private Duration passed = Duration.ZERO;

    public Grace() {
        frameio.trust(ims);
        ims.user(new FakeIms.User("grace@adobe", Payloads.USER, "Grace Hopper", "grace@example.com"));
        ims.signIn("grace");
    }

    /** Frame.io, as it is for her. */
    public FakeFrameio frameio() {
        return frameio;
    }

    /** Adobe, as it is for her. */
    public FakeIms adobe() {
        return ims;
    }

    /** What apps have to be told, but for where they keep tokens. */
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

    /** Lets time pass at Adobe and in apps. */
    public void pass(Duration time, URL... apps) {
        ims.pass(time);
        passed = passed.plus(time);
        meet(apps);
    }

    /** Tells apps that have just started how much time has passed. */
    public void meet(URL... apps) {
        for (URL app : apps) {
            Http.get(Wars.under(app, "clock/" + passed.toSeconds()));
        }
    }

    /** Runs the action that needs her. */
    public JsonObject export(URL app) {
        return exporting(app).join();
    }

    /** The same, without waiting for the answer. */
    public CompletableFuture<JsonObject> exporting(URL app) {
        return Delivery.action(app, "export.asset", UUID.randomUUID().toString())
                .sendAsync()
                .thenApply(Answers::json);
    }

    /** Sees that the app acts in her name and nobody else's. */
    public void assertKnown(JsonObject answer) {
        assertEquals("Exported", answer.getString("title"), answer::toString);
        assertEquals("for grace@example.com, true", answer.getString("description"));
    }

    /** Sees that the app asks her to sign in, and where. */
    public URI assertAsked(JsonObject answer) {
        assertEquals("Export", answer.getString("title"), answer::toString);
        return Answers.link(answer);
    }

    /** Has her sign in. */
    public void signIn(URL app) {
        String page = open(authorize(assertAsked(export(app)))).join().body();
        assertTrue(page.contains("You are signed in"), page);
    }

    /** Has her sign in as far as Adobe, which sends her browser to the returned address. */
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
