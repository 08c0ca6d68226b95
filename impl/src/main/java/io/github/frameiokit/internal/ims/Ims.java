package io.github.frameiokit.internal.ims;

import io.github.frameiokit.client.ClientClock;
import io.github.frameiokit.client.FrameioApiException;
import io.github.frameiokit.internal.JsonText;
import io.github.frameiokit.internal.http.CallRecorder;
import io.github.frameiokit.internal.http.Failures;
import io.github.frameiokit.internal.http.RawResponse;
import io.github.frameiokit.internal.http.RetryPolicy;
import io.github.frameiokit.internal.http.Target;
import io.github.frameiokit.internal.http.Transport;
import jakarta.json.JsonException;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.io.IOException;
import java.math.BigInteger;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Adobe's identity service (IMS): issues tokens and revokes them. Thread-safe. */
public final class Ims {

    private static final System.Logger LOG = System.getLogger(Ims.class.getName());
    private static final String AUTHORIZE = "/ims/authorize/v2";
    private static final String TOKEN = "/ims/token/v3";
    private static final String REVOKE = "/ims/revoke";

    /** The lifetime of Adobe's access tokens; one that claims a longer one is refreshed after a day as well. */
    private static final Duration LONGEST_LIFE = Duration.ofDays(1);

    /** The lifetime of an access token that comes without a usable one. */
    private static final Duration DEFAULT_LIFE = Duration.ofHours(1);

    /** Error codes that may be logged: RFC 6749's, and Adobe's own such as ride_AdobeID_acct_terms. */
    private static final String CODE = "[A-Za-z0-9_.-]{1,60}";

    private final URI baseUrl;
    private final Transport transport;
    private final RetryPolicy retryPolicy;
    private final ClientClock clock;

    /**
     * Creates a client of the service.
     *
     * @param baseUrl its base URL
     * @param transport the connections
     * @param retryPolicy how a request that may be repeated is repeated
     * @param clock the time
     */
    public Ims(URI baseUrl, Transport transport, RetryPolicy retryPolicy, ClientClock clock) {
        this.baseUrl = baseUrl;
        this.transport = transport;
        this.retryPolicy = retryPolicy;
        this.clock = clock;
    }

    /**
     * The app's id and secret at Adobe (RFC 6749, 2.3.1).
     *
     * @param id the client id
     * @param secret the client secret
     */
    public record ClientCredentials(String id, String secret) {

        @Override
        public String toString() {
            return "ClientCredentials[" + id + "]";
        }
    }

    /**
     * The response to a token request (RFC 6749, 5.1).
     *
     * @param accessToken the access token
     * @param refreshToken the refresh token, if there is one
     * @param askedAt when it was requested
     * @param expiresAt when the access token expires, at most {@link #LONGEST_LIFE} later
     */
    public record TokenResponse(String accessToken, Optional<String> refreshToken, Instant askedAt, Instant expiresAt) {

        /** When to request the next one: that long before it expires, but not in the first half of its lifetime. */
        public Instant refreshAt(Duration before) {
            Duration half = Duration.between(askedAt, expiresAt).dividedBy(2);
            return expiresAt.minus(before.compareTo(half) < 0 ? before : half);
        }

        @Override
        public String toString() {
            return "TokenResponse[until " + expiresAt + "]";
        }
    }

    /**
     * Why Adobe issued no token: which side must act, and whether another try may succeed.
     *
     * @see <a href="https://www.rfc-editor.org/rfc/rfc6749#section-5.2">RFC 6749, 5.2</a>
     */
    public enum Rejection {
        /** The code or the refresh token is no longer valid. */
        ENDED,
        /** Adobe rejects the request for another reason, which signing in again may settle. */
        SIGN_IN,
        /** Adobe doesn't accept the app itself, or the base URL isn't Adobe's. */
        APP,
        /** Adobe doesn't answer, or can't issue tokens now. */
        OUTAGE;

        private static final Set<String> ENDINGS = Set.of("invalid_grant", "invalid_token", "access_denied");
        private static final Set<String> PASSING = Set.of("temporarily_unavailable", "server_error", "slow_down");
        private static final Set<Integer> PASSING_STATUSES = Set.of(408, 425, 429);
        private static final Set<Integer> CLEAR_STATUSES = Set.of(400, 401, 403);

        /** Classifies a failure. The code is read in any case, since Adobe's own codes are written in several. */
        public static Rejection of(FrameioApiException failure) {
            int status = failure.status();
            String code = code(failure).orElse("").toLowerCase(Locale.ROOT);
            if (status < 400 || status >= 500 || PASSING_STATUSES.contains(status) || PASSING.contains(code)) {
                return OUTAGE;
            }
            if (code.equals("invalid_client")) {
                return APP;
            }
            if (ENDINGS.contains(code)) {
                return ENDED;
            }
            return code.isEmpty() && !CLEAR_STATUSES.contains(status) ? APP : SIGN_IN;
        }

        private static Optional<String> code(FrameioApiException failure) {
            return failure.errors().stream().findFirst().flatMap(FrameioApiException.Error::title);
        }
    }

    /** The code, if it may be logged. */
    public static Optional<String> loggable(Optional<String> code) {
        return code.filter(it -> it.matches(CODE));
    }

    /** The URL where a user signs in with a browser (RFC 6749, 4.1.1). */
    public URI authorize(Map<String, String> parameters) {
        return Transport.below(baseUrl, AUTHORIZE + "?" + form(parameters));
    }

    /**
     * Requests a token, once: a code and a rotating refresh token are valid for one use, so after a broken connection a
     * second try could only fail.
     *
     * @throws FrameioApiException if there is none; if Adobe rejects the request, the first error's title is the code
     *     of RFC 6749, 5.2
     */
    public TokenResponse token(ClientCredentials client, Map<String, String> parameters) {
        Instant asked = clock.now();
        return recorded(parameters, () -> tokenResponse(response(TOKEN, request(TOKEN, client, parameters)), asked));
    }

    /** Requests a token with a grant that is valid any number of times, and repeats the request for a few seconds. */
    TokenResponse repeatedToken(ClientCredentials client, Map<String, String> parameters) {
        Instant asked = clock.now();
        RetryPolicy.Attempt request = request(TOKEN, client, parameters);
        RetryPolicy.Attempt repeated = () -> retryPolicy.forSeconds().run(RetryPolicy.Repeatable.YES, request);
        return recorded(parameters, () -> tokenResponse(response(TOKEN, repeated), asked));
    }

    private TokenResponse recorded(Map<String, String> parameters, Supplier<TokenResponse> request) {
        CallRecorder.TokenOutcome outcome = CallRecorder.TokenOutcome.UNAVAILABLE;
        try {
            TokenResponse response = request.get();
            outcome = CallRecorder.TokenOutcome.ISSUED;
            return response;
        } catch (FrameioApiException e) {
            if (Rejection.of(e) != Rejection.OUTAGE) {
                outcome = CallRecorder.TokenOutcome.REJECTED;
            }
            throw e;
        } finally {
            transport.recorder().tokenRequested(parameters.getOrDefault("grant_type", ""), outcome);
        }
    }

    /** The failure of a token request that got no response. */
    FrameioApiException unreachable(Exception cause) {
        return failures(TOKEN).unreachable(cause);
    }

    /** How long {@link #token} takes at most. */
    public Duration timeout() {
        return transport.timeout();
    }

    /** Revokes an access token or a refresh token (RFC 7009, 2.1). */
    public void revoke(ClientCredentials client, String token) {
        RawResponse response = response(REVOKE, request(REVOKE, client, Map.of("token", token)));
        if (response.failed()) {
            throw failure(REVOKE, response);
        }
    }

    /** The token in a response; the lifetime begins when it was requested. */
    TokenResponse tokenResponse(RawResponse response, Instant asked) {
        if (response.failed()) {
            throw failure(TOKEN, response);
        }
        try {
            JsonObject json = JsonText.object(response.body());
            String accessToken = JsonText.text(json, "access_token").orElse("");
            if (!FixedToken.isToken(accessToken)) {
                throw exception(TOKEN, response, List.of(), null);
            }
            return new TokenResponse(
                    accessToken,
                    JsonText.text(json, "refresh_token").filter(it -> !it.isEmpty()),
                    asked,
                    asked.plus(lifetime(json.get("expires_in"))));
        } catch (JsonException e) {
            throw exception(TOKEN, response, List.of(), e);
        }
    }

    /** A number of seconds, also as text. If the default is too long, a 401 of Frame.io's corrects it. */
    private static Duration lifetime(@Nullable JsonValue expiresIn) {
        String text = expiresIn instanceof JsonString string ? string.getString() : String.valueOf(expiresIn);
        if (!text.matches("\\d{1,30}") || text.matches("0+")) {
            return DEFAULT_LIFE;
        }
        BigInteger seconds = new BigInteger(text).min(BigInteger.valueOf(LONGEST_LIFE.toSeconds()));
        return Duration.ofSeconds(seconds.longValue());
    }

    /** One try. */
    private RetryPolicy.Attempt request(String path, ClientCredentials client, Map<String, String> parameters) {
        Map<String, String> form = new LinkedHashMap<>(parameters);
        form.put("client_id", client.id());
        form.put("client_secret", client.secret());
        return () -> transport.send(
                new Target(Target.Service.IMS, path),
                HttpRequest.newBuilder(url(path))
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .header("Accept", "application/json")
                        .POST(HttpRequest.BodyPublishers.ofString(form(form))));
    }

    private RawResponse response(String path, RetryPolicy.Attempt attempt) {
        try {
            return attempt.send();
        } catch (IOException e) {
            throw failures(path).unreachable(e);
        }
    }

    private Failures failures(String path) {
        return new Failures("POST", url(path).toString());
    }

    private URI url(String path) {
        return Transport.below(baseUrl, path);
    }

    private static String form(Map<String, String> parameters) {
        return parameters.entrySet().stream()
                .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
    }

    /** The code is one of a small set; the description stays out of the message, as all details do. */
    private FrameioApiException failure(String path, RawResponse response) {
        List<FrameioApiException.Error> errors = List.of();
        try {
            JsonObject json = JsonText.object(response.body());
            String description = JsonText.text(json, "error_description").orElse("");
            errors = loggable(JsonText.text(json, "error")).stream()
                    .map(code -> new FrameioApiException.Error(Optional.of(code), description, Optional.empty()))
                    .toList();
        } catch (JsonException e) {
            LOG.log(System.Logger.Level.DEBUG, "Adobe's error response isn't a JSON object.");
        }
        return exception(path, response, errors, null);
    }

    private FrameioApiException exception(
            String path, RawResponse response, List<FrameioApiException.Error> errors, @Nullable Exception cause) {
        return new FrameioApiException("POST", url(path).toString(), response.status(), errors, cause);
    }
}
