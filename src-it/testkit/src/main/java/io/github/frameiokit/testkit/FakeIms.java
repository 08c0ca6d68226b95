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
 * A fake of Adobe's identity service: a real HTTP server on this machine. Users sign in there, and an app gets tokens
 * from it, for its users and for itself.
 *
 * <pre>{@code
 * try (FakeIms ims = FakeIms.start(); FakeFrameio frameio = FakeFrameio.start()) {
 *     // frameio.oauth.ims-url = ims.url(), client id and secret are CLIENT_ID and CLIENT_SECRET
 *     frameio.trust(ims);     // accepts only its tokens, and knows their users
 *     ims.signIn("ada");      // all browsers are signed in as Ada; otherwise a page asks for the user
 *     …
 *     ims.requests("refresh_token");
 * }
 * }</pre>
 *
 * <p>An app's own tokens are {@code app-token-1}, {@code app-token-2} and so on; users' tokens are random. Where Adobe
 * documents nothing, the fake follows the RFCs. Thread-safe.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc6749">RFC 6749, OAuth 2.0</a>
 * @see <a href="https://www.rfc-editor.org/rfc/rfc7636">RFC 7636, PKCE</a>
 */
public final class FakeIms implements AutoCloseable {

    /** The id of a client for users' sign-ins and, unless {@link #separateClients}, for an app's own tokens. */
    public static final String CLIENT_ID = "the-client-id";
    /** The secret of {@link #CLIENT_ID}. */
    public static final String CLIENT_SECRET = "the&client=secret";
    /** The id of a client for an app's own tokens only, as Adobe has it for a server-to-server credential. */
    public static final String SERVER_CLIENT_ID = "the-server-client-id";
    /** The secret of {@link #SERVER_CLIENT_ID}. */
    public static final String SERVER_CLIENT_SECRET = "the&server=secret";
    /** A user whom every fake knows. */
    public static final User ADA = new User(
            "B0DC108C5CD449CA0A494133@c62f24cc5b5b7e0e0a494004",
            "9571e103-50a8-4d0f-8cf1-6a3d9a4a7b10",
            "Ada Lovelace",
            "ada@example.com");
    /** The user of an app's own tokens. */
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
     * Starts a fake on a free port.
     *
     * @return the fake, running until it is closed
     */
    public static FakeIms start() {
        return start(0);
    }

    /**
     * Starts a fake.
     *
     * @param port the port; 0 for any free one
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
     * How many access tokens it has issued.
     *
     * @return the number
     */
    public int issued() {
        return grants.issued();
    }

    /**
     * All secrets that it has issued or received so far: codes, tokens, states, code verifiers and the client secret. A
     * test can check that an app's logs contain none of them.
     *
     * @return the secrets
     */
    public Set<String> secrets() {
        return grants.secrets();
    }

    /**
     * Sets how long the access tokens that it issues from now on are valid. The default is a day.
     *
     * @param seconds the time in seconds
     */
    public void expiresIn(long seconds) {
        grants.expiresIn(seconds);
    }

    /**
     * Sets whether it answers every request with 503.
     *
     * @param unavailable true to answer 503
     */
    public void down(boolean unavailable) {
        down = unavailable;
    }

    /**
     * Sets a delay before each answer. A request has its effect before the delay, so a client that stops waiting loses
     * the answer but doesn't undo the effect.
     *
     * @param delay the delay
     */
    public void slow(Duration delay) {
        slow = delay;
    }

    /**
     * Answers the next requests to an endpoint with these answers instead of its own. Each answer is for one request.
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
     * How many token requests it has received, including those that it rejected.
     *
     * @param grantType the grant type, such as {@code refresh_token}
     * @return the number
     */
    public int requests(String grantType) {
        return requests.getOrDefault(grantType, new AtomicInteger()).get();
    }

    /**
     * Sets whether {@link #CLIENT_ID} is a client for users' sign-ins only, as Adobe has it for a web app credential.
     * If so, a request for an app's own tokens with this client is rejected with {@code unauthorized_client}, and needs
     * {@link #SERVER_CLIENT_ID}. By default, it isn't, so that one client is enough.
     *
     * @param separate true to reject such a request
     */
    public void separateClients(boolean separate) {
        tokens.separateClients(separate);
    }

    /**
     * Registers the redirect URIs. Before the first call of this method, the fake accepts any URI. Afterwards, if an
     * app asks for an unregistered one, it sends the user to the default one without an error.
     *
     * @param defaultUri the default redirect URI
     * @param patterns regular expressions for other URIs, as in the Adobe Developer Console: escape their dots
     */
    public void redirects(String defaultUri, String... patterns) {
        signIn.redirects(defaultUri, patterns);
    }

    /**
     * Adds a user, so that they can sign in.
     *
     * @param user the user
     * @return the same user
     */
    public User user(User user) {
        signIn.user(user);
        return user;
    }

    /**
     * Signs a user in, in all browsers: the sign-in page is shown only with {@code prompt=login}.
     *
     * @param who the user's email address, or the part of it before the {@code @}
     * @throws IllegalArgumentException if there is no such user
     */
    public void signIn(String who) {
        signIn.signIn(who);
    }

    /** Signs the user out, in all browsers: the sign-in page asks for the user. */
    public void signOut() {
        signIn.signOut();
    }

    /** Makes the next user deny access: the app gets {@code access_denied}. */
    public void deny() {
        signIn.deny();
    }

    /**
     * Sets whether refresh tokens rotate. If so, which is the default, each can be used once, and each refresh returns
     * a new one. Otherwise a refresh token can be used repeatedly.
     *
     * @param rotation true to rotate them
     */
    public void rotate(boolean rotation) {
        grants.rotate(rotation);
    }

    /**
     * Sets whether a second use of a refresh token revokes all tokens of its sign-in. By default, it doesn't.
     *
     * @param all true to revoke them
     */
    public void revokeAllOnReuse(boolean all) {
        grants.revokeAllOnReuse(all);
    }

    /**
     * Revokes all tokens of a user, as an administrator would.
     *
     * @param user the user
     */
    public void revoke(User user) {
        grants.revoke(user);
    }

    /** Makes all access tokens that it has issued so far expire. */
    public void expireAccessTokens() {
        grants.expireAccessTokens();
    }

    /**
     * Advances the fake's clock. Codes are valid for 60 seconds, refresh tokens for 14 days.
     *
     * @param time how far
     */
    public void pass(Duration time) {
        grants.pass(time);
    }

    /**
     * The user of an access token.
     *
     * @param accessToken the access token
     * @return the user; empty if the fake hasn't issued the token, or the token has expired or was revoked
     */
    public Optional<User> userOf(String accessToken) {
        return grants.access(accessToken).map(access -> access.grant().user());
    }

    /** The user of an access token that has the scopes that Frame.io requires. */
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
                answer = Scripted.oauthError(400, "invalid_request", "not encoded like a form");
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
     * A person with an Adobe ID and a Frame.io account.
     *
     * @param adobeId the Adobe ID, which is the {@code sub} of tokens
     * @param frameioId the id in Frame.io, a UUID, as in events and in the response of {@code /v4/me}
     * @param name the name
     * @param email the email address
     */
    public record User(String adobeId, String frameioId, String name, String email) {}

    /** An endpoint of the identity service. */
    public enum Endpoint {
        /** Users sign in here. */
        AUTHORIZE("/ims/authorize/v2", "GET", "POST"),
        /** Issues tokens to apps. */
        TOKEN("/ims/token/v3", "POST"),
        /** Revokes tokens. */
        REVOKE("/ims/revoke", "POST"),
        /** Describes the user of a token. */
        USERINFO("/ims/userinfo/v2", "GET"),
        /** Lists the addresses of the other endpoints. */
        DISCOVERY("/ims/.well-known/openid-configuration", "GET"),
        /** The public keys for the signatures of id tokens. */
        KEYS("/ims/keys", "GET");

        private final String path;

        @SuppressWarnings("ImmutableEnumChecker") // a Set.of
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
