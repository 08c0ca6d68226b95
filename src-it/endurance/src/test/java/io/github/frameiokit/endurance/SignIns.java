package io.github.frameiokit.endurance;

import io.github.frameiokit.testkit.FakeIms;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.IOException;
import java.io.StringReader;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/** Users who run an action that acts for them, sign in where they are asked to, and sign out now and then. */
final class SignIns {

    /** Little more than the kit's {@code frameio.oauth.refresh-before}, so that tokens are refreshed all the time. */
    private static final long TOKENS_SECONDS = 305;

    private static final int USERS = 8;
    private static final int SIGN_OUT_EVERY = 10;
    private static final Duration PAUSE = Duration.ofMillis(200);
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final Nodes nodes;
    private final Weather weather;
    private final List<FakeIms.User> people = new ArrayList<>();
    private final AtomicInteger exported = new AtomicInteger();
    private final AtomicInteger signedIn = new AtomicInteger();
    private final Map<String, Integer> troubles = new ConcurrentHashMap<>();
    private final Map<String, Integer> faults = new ConcurrentHashMap<>();

    SignIns(Nodes nodes, FakeIms ims, Weather weather) {
        this.nodes = nodes;
        this.weather = weather;
        ims.expiresIn(TOKENS_SECONDS);
        for (int i = 0; i < USERS; i++) {
            String name = "user" + i;
            people.add(ims.user(
                    new FakeIms.User(name + "@adobe", UUID.randomUUID().toString(), name, name + "@example.com")));
        }
    }

    void join(Crowd crowd) {
        people.forEach(user -> crowd.add(user.name(), () -> run(user, crowd)));
    }

    /** How often the app has acted for a user. */
    int exported() {
        return exported.get();
    }

    int signedIn() {
        return signedIn.get();
    }

    /** What users got instead while something around the app was failing, and how often. */
    Map<String, Integer> troubles() {
        return troubles;
    }

    /** What users got instead although nothing was failing, and how often. */
    Map<String, Integer> faults() {
        return faults;
    }

    private void run(FakeIms.User user, Crowd crowd) {
        HttpClient browser = HttpClient.newBuilder()
                .cookieHandler(new CookieManager())
                .connectTimeout(PATIENCE)
                .build();
        for (int round = 1; !crowd.isEnding(); round++) {
            boolean fine = weather.isFine();
            try {
                act(user, browser);
                if (round % SIGN_OUT_EVERY == 0) {
                    step("sign.out", user);
                }
                Thread.sleep(PAUSE.toMillis());
            } catch (InterruptedException e) {
                return;
            } catch (IOException | RuntimeException e) {
                // what began in fine weather may have ended in bad one
                (fine && weather.isFine() ? faults : troubles)
                        .merge(e.getMessage() == null ? e.toString() : e.getMessage(), 1, Integer::sum);
            }
        }
    }

    private void act(FakeIms.User user, HttpClient browser) throws IOException, InterruptedException {
        JsonObject answer = step("export", user);
        if (answer.getString("title").equals("Exported")) {
            check(answer.getString("description").equals(user.email()), "acted for another user");
            exported.incrementAndGet();
        } else {
            check(answer.containsKey("fields"), answer.getString("title") + ": " + answer.getString("description"));
            signIn(
                    user,
                    browser,
                    URI.create(answer.getJsonArray("fields").getJsonObject(0).getString("value")));
            signedIn.incrementAndGet();
        }
    }

    private JsonObject step(String action, FakeIms.User user) throws IOException {
        int port = nodes.next().port();
        byte[] request =
                Request.action("localhost:" + port, action, UUID.randomUUID().toString(), user.frameioId());
        try (Connection connection = new Connection(port)) {
            Connection.Answer answer = connection.send(request);
            check(answer.status() == 200, action + " was answered with " + answer.status());
            try (var reader = Json.createReader(new StringReader(answer.body()))) {
                return reader.readObject();
            }
        }
    }

    private static void signIn(FakeIms.User user, HttpClient browser, URI link)
            throws IOException, InterruptedException {
        URI adobe = location(browser.send(get(link), HttpResponse.BodyHandlers.ofString()));
        HttpRequest chooses = HttpRequest.newBuilder(adobe)
                .timeout(PATIENCE)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(
                        "user=" + URLEncoder.encode(user.email(), StandardCharsets.UTF_8)))
                .build();
        URI back = location(browser.send(chooses, HttpResponse.BodyHandlers.ofString()));
        HttpResponse<String> page = browser.send(get(back), HttpResponse.BodyHandlers.ofString());
        check(page.body().contains("You are signed in"), "the sign-in ended with " + page.statusCode());
    }

    private static HttpRequest get(URI page) {
        return HttpRequest.newBuilder(page).timeout(PATIENCE).build();
    }

    private static URI location(HttpResponse<String> redirect) throws IOException {
        return URI.create(redirect.headers()
                .firstValue("Location")
                .orElseThrow(() -> new IOException("a sign-in's redirect was answered with " + redirect.statusCode())));
    }

    private static void check(boolean expected, String otherwise) throws IOException {
        if (!expected) {
            throw new IOException(otherwise);
        }
    }
}
