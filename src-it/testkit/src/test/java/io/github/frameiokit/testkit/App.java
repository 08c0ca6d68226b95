package io.github.frameiokit.testkit;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** What an app and its user's browser would send. */
final class App {

    static final String REDIRECT_URI = "https://app.example.com/callback";
    static final String SCOPES = "openid email profile offline_access additional_info.roles";
    /** RFC 7636, appendix B. */
    static final String VERIFIER = "dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk";

    static final String CHALLENGE = "E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM";

    private static final HttpClient HTTP = HttpClient.newHttpClient();

    private final FakeIms ims;

    App(FakeIms ims) {
        this.ims = ims;
    }

    /** The parameters of a sign-in, and others; an empty one is left out. */
    Map<String, String> asks(String... others) {
        return with(
                Map.of(
                        "client_id",
                        FakeIms.CLIENT_ID,
                        "redirect_uri",
                        REDIRECT_URI,
                        "response_type",
                        "code",
                        "scope",
                        SCOPES,
                        "state",
                        "a state & more"),
                others);
    }

    URI authorize(String... others) {
        return URI.create(ims.url() + "/ims/authorize/v2?" + encoded(asks(others)));
    }

    HttpResponse<String> opens(String... others) {
        return send(HttpRequest.newBuilder(authorize(others)));
    }

    HttpResponse<String> submits(String form, String... others) {
        return send(HttpRequest.newBuilder(authorize(others))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(form)));
    }

    /** Where the browser is sent, with the parameters that come along. */
    static Map<String, String> sentBack(HttpResponse<String> answer) {
        String[] location =
                answer.headers().firstValue("Location").orElseThrow().split("[?#]", 2);
        Map<String, String> all = new TreeMap<>(Wire.parameters(location[1]));
        all.put("", location[0]);
        return all;
    }

    /** Signs in as who is signed in already. */
    String code(String... others) {
        return sentBack(opens(others)).get("code");
    }

    HttpResponse<String> exchanges(String code, String... others) {
        return posts("/ims/token/v3", with(Map.of("grant_type", "authorization_code", "code", code), others));
    }

    HttpResponse<String> refreshes(String refreshToken, String... others) {
        return posts(
                "/ims/token/v3", with(Map.of("grant_type", "refresh_token", "refresh_token", refreshToken), others));
    }

    HttpResponse<String> refreshesWithin(Duration patience, String refreshToken) {
        return send(post(
                        "/ims/token/v3",
                        with(
                                Map.of("grant_type", "refresh_token", "refresh_token", refreshToken),
                                "client_id",
                                FakeIms.CLIENT_ID,
                                "client_secret",
                                FakeIms.CLIENT_SECRET))
                .timeout(patience));
    }

    HttpResponse<String> asksForItself() {
        return posts(
                "/ims/token/v3",
                with(Map.of("grant_type", "client_credentials", "scope", "openid,AdobeID,frame.s2s.all")));
    }

    HttpResponse<String> revokes(String token, String... others) {
        return posts("/ims/revoke", with(Map.of("token", token), others));
    }

    /** Posts a form, with the client's id and secret in it if no others are there. */
    HttpResponse<String> posts(String path, Map<String, String> form) {
        Map<String, String> all = new TreeMap<>(form);
        all.putIfAbsent("client_id", FakeIms.CLIENT_ID);
        all.putIfAbsent("client_secret", FakeIms.CLIENT_SECRET);
        all.values().removeIf(String::isEmpty);
        return send(post(path, all));
    }

    HttpResponse<String> postsAs(String basic, String path, Map<String, String> form) {
        return send(post(path, form).header("Authorization", "Basic " + basic));
    }

    private HttpRequest.Builder post(String path, Map<String, String> form) {
        return HttpRequest.newBuilder(URI.create(ims.url() + path))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(encoded(form)));
    }

    HttpResponse<String> gets(String path, String token) {
        return send(HttpRequest.newBuilder(URI.create(ims.url() + path)).header("Authorization", "Bearer " + token));
    }

    static JsonObject json(HttpResponse<String> answer) {
        try (var reader = Json.createReader(new StringReader(answer.body()))) {
            return reader.readObject();
        }
    }

    /** Status, error and description. */
    static String refusal(HttpResponse<String> answer) {
        JsonObject json = json(answer);
        return answer.statusCode() + " " + json.getString("error") + ": " + json.getString("error_description");
    }

    static HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            return HTTP.send(request.build(), HttpResponse.BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static Map<String, String> with(Map<String, String> parameters, String... others) {
        Map<String, String> all = new TreeMap<>(parameters);
        for (int i = 0; i < others.length; i += 2) {
            all.put(others[i], others[i + 1]);
        }
        return all;
    }

    private static String encoded(Map<String, String> parameters) {
        return parameters.entrySet().stream()
                .filter(it -> !it.getValue().isEmpty())
                .map(it -> it.getKey() + "=" + URLEncoder.encode(it.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
    }
}
