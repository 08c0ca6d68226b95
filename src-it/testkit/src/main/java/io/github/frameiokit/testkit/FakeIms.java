package io.github.frameiokit.testkit;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObjectBuilder;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * A fake of Adobe's identity service: a real HTTP server on this machine where users sign in, and which gives an app
 * tokens for them and for itself.
 *
 * <pre>{@code
 * try (FakeIms ims = FakeIms.start(); FakeFrameio frameio = FakeFrameio.start()) {
 *     // frameio.oauth.ims-url = ims.url(), client id and secret are CLIENT_ID and CLIENT_SECRET
 *     frameio.trust(ims);     // takes its tokens only, and says whose they are
 *     ims.signIn("ada");      // as a browser that is signed in already; else a page asks who it is
 *     …
 *     ims.requests("refresh_token");
 * }
 * }</pre>
 *
 * <p>An app's own tokens are {@code app-token-1}, {@code app-token-2} and so on, those of users are random. Where Adobe
 * documents nothing, it does what the RFCs say. Thread-safe.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc6749">RFC 6749, OAuth 2.0</a>
 * @see <a href="https://www.rfc-editor.org/rfc/rfc7636">RFC 7636, PKCE</a>
 */
public final class FakeIms implements AutoCloseable {

    /** The client id it takes. */
    public static final String CLIENT_ID = "the-client-id";
    /** The client secret it takes. */
    public static final String CLIENT_SECRET = "the&client=secret";
    /** The user who is always there. */
    public static final User ADA = new User(
            "B0DC108C5CD449CA0A494133@c62f24cc5b5b7e0e0a494004",
            "9571e103-50a8-4d0f-8cf1-6a3d9a4a7b10",
            "Ada Lovelace",
            "ada@example.com");
    /** Who an app's own tokens belong to. */
    public static final User SERVICE_ACCOUNT = new User(
            "5F3E1C2B6A7D8E9F0A495C12@techacct.adobe.com",
            "2b0c7a54-7d3c-4f57-9a44-0d9b6c3f1e21",
            "Service Account User",
            "5f3e1c2b-6a7d-4e9f-8a49-5c12aa34bb56@techacct.adobe.com");

    private static final Set<String> SECRET_PARAMETERS =
            Set.of("state", "code", "code_verifier", "client_secret", "refresh_token", "token");

    private final HttpServer server;
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final Map<Endpoint, Deque<Scripted>> scripted = new EnumMap<>(Endpoint.class);
    private final Map<String, AtomicInteger> requests = new ConcurrentHashMap<>();
    private final Grants grants = new Grants();
    private final SignIn signIn = new SignIn(grants);
    private final TokenEndpoint tokens;
    private volatile boolean down;
    private volatile Duration slow = Duration.ZERO;

    private FakeIms(HttpServer server) {
        this.server = server;
        tokens = new TokenEndpoint(grants, new IdTokens(url()));
        for (Endpoint endpoint : Endpoint.values()) {
            scripted.put(endpoint, new ArrayDeque<>());
        }
        user(ADA);
    }

    /**
     * Starts one on a free port.
     *
     * @return the fake, running until it is closed
     */
    public static FakeIms start() {
        return start(0);
    }

    /**
     * Starts one.
     *
     * @param port the port; 0 for any that is free
     * @return the fake, running until it is closed
     */
    public static FakeIms start(int port) {
        HttpServer server = Wire.listen(port);
        FakeIms fake = new FakeIms(server);
        server.setExecutor(fake.threads);
        server.createContext("/", fake::handle);
        server.start();
        return fake;
    }

    /**
     * Its address, for {@code frameio.oauth.ims-url}.
     *
     * @return the address
     */
    public URI url() {
        return Wire.url(server);
    }

    /**
     * How many access tokens it has given.
     *
     * @return the number
     */
    public int issued() {
        return grants.issued();
    }

    /**
     * All that it has given or was shown and that belongs in no log: codes, tokens, states, code verifiers and the
     * client's secret. A test searches an app's logs for them.
     *
     * @return those so far
     */
    public Set<String> secrets() {
        return grants.secrets();
    }

    /**
     * How long its access tokens are good from now on.
     *
     * @param seconds the time
     */
    public void expiresIn(long seconds) {
        grants.expiresIn(seconds);
    }

    /**
     * Has it answer 503 from now on, or no longer.
     *
     * @param unavailable whether
     */
    public void down(boolean unavailable) {
        down = unavailable;
    }

    /**
     * Sends each answer so much later from now on. What was asked for is done before: whoever gives up waiting has lost
     * the answer, not undone it.
     *
     * @param delay the time
     */
    public void slow(Duration delay) {
        slow = delay;
    }

    /**
     * Has an endpoint answer otherwise than it would, once for each answer given.
     *
     * @param endpoint the endpoint
     * @param answers the answers, in order
     */
    public void answer(Endpoint endpoint, Scripted... answers) {
        Deque<Scripted> queue = scripted.get(endpoint);
        synchronized (queue) {
            queue.addAll(List.of(answers));
        }
    }

    /**
     * How many requests for tokens were received, whatever their answer.
     *
     * @param grantType such as {@code refresh_token}
     * @return the number
     */
    public int requests(String grantType) {
        return requests.getOrDefault(grantType, new AtomicInteger()).get();
    }

    /**
     * Registers where users may be sent back to. Until then they are wherever the app asks for. Afterwards, an app that
     * asks for another address gets no error, but its users at the default one.
     *
     * @param defaultUri the default address
     * @param patterns regular expressions of others, as in the Adobe Developer Console: their dots are escaped
     */
    public void redirects(String defaultUri, String... patterns) {
        signIn.redirects(defaultUri, patterns);
    }

    /**
     * Makes a user known, who then may sign in.
     *
     * @param user the user
     * @return the same
     */
    public User user(User user) {
        signIn.user(user);
        return user;
    }

    /**
     * Has every browser signed in already: no page is shown, but with {@code prompt=login}.
     *
     * @param who the user's email, or what it has before the {@code @}
     * @throws IllegalArgumentException if there is no such user
     */
    public void signIn(String who) {
        signIn.signIn(who);
    }

    /** Has no browser signed in: a page asks who it is. */
    public void signOut() {
        signIn.signOut();
    }

    /** Has the next user who would sign in refuse: the app gets {@code access_denied}. */
    public void deny() {
        signIn.deny();
    }

    /**
     * Whether a refresh token is good once only, and each comes with another; it is so at first. Otherwise one stays
     * the same.
     *
     * @param rotation whether
     */
    public void rotate(boolean rotation) {
        grants.rotate(rotation);
    }

    /**
     * Whether a refresh token that is used again takes all tokens of its sign-in with it; it doesn't at first.
     *
     * @param all whether
     */
    public void revokeAllOnReuse(boolean all) {
        grants.revokeAllOnReuse(all);
    }

    /**
     * Revokes all that was issued for a user so far, as an administrator would.
     *
     * @param user the user
     */
    public void revoke(User user) {
        grants.revoke(user);
    }

    /** Lets all access tokens issued so far expire. */
    public void expireAccessTokens() {
        grants.expireAccessTokens();
    }

    /**
     * Lets time pass here: codes are good for 60 seconds, refresh tokens for 14 days.
     *
     * @param time how much
     */
    public void pass(Duration time) {
        grants.pass(time);
    }

    /**
     * Whose an access token is.
     *
     * @param accessToken the token
     * @return the user; empty if the token isn't from here, has expired or was revoked
     */
    public Optional<User> userOf(String accessToken) {
        return grants.access(accessToken).map(access -> access.grant().user());
    }

    /** The same for Frame.io, which wants certain scopes. */
    Optional<User> frameioUserOf(String accessToken) {
        return grants.access(accessToken)
                .filter(access -> access.grant().user().equals(SERVICE_ACCOUNT)
                        || access.scopes().containsAll(Set.of("AdobeID", "additional_info.roles")))
                .map(access -> access.grant().user());
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }

    private void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            Scripted answer;
            try {
                String type = exchange.getRequestHeaders().getFirst("Content-Type");
                String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
                boolean form = type != null && type.startsWith("application/x-www-form-urlencoded");
                answer = answer(new ImsRequest(
                        exchange.getRequestMethod(),
                        exchange.getRequestURI().getPath(),
                        Wire.parameters(exchange.getRequestURI().getRawQuery()),
                        form ? Wire.parameters(body) : Map.of(),
                        Wire.headers(exchange)));
            } catch (IllegalArgumentException e) {
                answer = Scripted.oauthError(400, "invalid_request", "not encoded as a form is");
            }
            Thread.sleep(slow.toMillis());
            Wire.send(exchange, answer);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private Scripted answer(ImsRequest request) {
        for (Map<String, String> parameters : List.of(request.query(), request.form())) {
            parameters.forEach((name, value) -> {
                if (SECRET_PARAMETERS.contains(name) && !value.isEmpty()) {
                    grants.noted(value);
                }
            });
        }
        Optional<Endpoint> endpoint = Endpoint.at(request.path());
        if (endpoint.equals(Optional.of(Endpoint.TOKEN))) {
            requests.computeIfAbsent(request.form().getOrDefault("grant_type", ""), it -> new AtomicInteger())
                    .incrementAndGet();
        }
        if (down) {
            return new Scripted(503, Map.of(), "");
        }
        if (endpoint.isEmpty()) {
            return new Scripted(404, Map.of(), "");
        }
        if (!endpoint.get().methods.contains(request.method())) {
            return new Scripted(405, Map.of("Allow", String.join(", ", endpoint.get().methods)), "");
        }
        Deque<Scripted> queue = scripted.get(endpoint.get());
        Scripted other;
        synchronized (queue) {
            other = queue.poll();
        }
        if (other != null) {
            return other;
        }
        return switch (endpoint.get()) {
            case AUTHORIZE -> signIn.answer(request);
            case TOKEN -> tokens.issue(request);
            case REVOKE -> tokens.revoke(request);
            case USERINFO -> userinfo(request);
            case DISCOVERY -> discovery();
            case KEYS -> tokens.keys();
        };
    }

    private Scripted userinfo(ImsRequest request) {
        String authorization = request.headers().getOrDefault("authorization", "");
        Optional<Grants.Access> access = authorization.startsWith("Bearer ")
                ? grants.access(authorization.substring("Bearer ".length()))
                : Optional.empty();
        if (access.isEmpty()) {
            return Scripted.oauthError(401, "invalid_token", "no token, or not a good one")
                    .header("WWW-Authenticate", "Bearer error=\"invalid_token\"");
        }
        User user = access.get().grant().user();
        JsonObjectBuilder json = Json.createObjectBuilder().add("sub", user.adobeId());
        if (access.get().scopes().contains("profile")) {
            json.add("name", user.name());
        }
        if (access.get().scopes().contains("email")) {
            json.add("email", user.email()).add("email_verified", true);
        }
        return new Scripted(200, Map.of(), json.build().toString());
    }

    private Scripted discovery() {
        JsonObjectBuilder json = Json.createObjectBuilder()
                .add("issuer", url().toString())
                .add("authorization_endpoint", url() + Endpoint.AUTHORIZE.path)
                .add("token_endpoint", url() + Endpoint.TOKEN.path)
                .add("userinfo_endpoint", url() + Endpoint.USERINFO.path)
                .add("revocation_endpoint", url() + Endpoint.REVOKE.path)
                .add("jwks_uri", url() + Endpoint.KEYS.path)
                .add("response_types_supported", strings("code"))
                .add("response_modes_supported", strings("query", "fragment"))
                .add("grant_types_supported", strings("authorization_code", "refresh_token", "client_credentials"))
                .add("code_challenge_methods_supported", strings("plain", "S256"))
                .add("token_endpoint_auth_methods_supported", strings("client_secret_basic", "client_secret_post"))
                .add("subject_types_supported", strings("public"))
                .add("id_token_signing_alg_values_supported", strings("RS256"))
                .add(
                        "scopes_supported",
                        strings("openid", "email", "profile", "offline_access", "additional_info.roles", "AdobeID"));
        return new Scripted(200, Map.of(), json.build().toString());
    }

    private static JsonArrayBuilder strings(String... values) {
        return Json.createArrayBuilder(List.of(values));
    }

    /**
     * Somebody with an Adobe ID and a Frame.io account.
     *
     * @param adobeId the Adobe ID, what tokens have as {@code sub}
     * @param frameioId the id in Frame.io, what {@code /v4/me} answers and events have; a UUID
     * @param name the name
     * @param email the email address
     */
    public record User(String adobeId, String frameioId, String name, String email) {}

    /** What can be called. */
    public enum Endpoint {
        /** Where users sign in. */
        AUTHORIZE("/ims/authorize/v2", "GET", "POST"),
        /** Where apps get tokens. */
        TOKEN("/ims/token/v3", "POST"),
        /** Where apps give tokens back. */
        REVOKE("/ims/revoke", "POST"),
        /** Who a token's user is. */
        USERINFO("/ims/userinfo/v2", "GET"),
        /** Where all the others are. */
        DISCOVERY("/ims/.well-known/openid-configuration", "GET"),
        /** The keys that sign id tokens. */
        KEYS("/ims/keys", "GET");

        private final String path;
        private final Set<String> methods;

        Endpoint(String path, String... methods) {
            this.path = path;
            this.methods = Set.of(methods);
        }

        private static Optional<Endpoint> at(String path) {
            String known = path.equals("/.well-known/openid-configuration") ? "/ims" + path : path;
            return List.of(values()).stream()
                    .filter(endpoint -> endpoint.path.equals(known))
                    .findFirst();
        }
    }
}
