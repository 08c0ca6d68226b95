package io.github.frameiokit.internal.ims;

import io.github.frameiokit.client.ClientClock;
import io.github.frameiokit.client.FrameioApiException;
import io.github.frameiokit.internal.JsonText;
import io.github.frameiokit.internal.http.Call;
import io.github.frameiokit.internal.http.RawResponse;
import io.github.frameiokit.internal.http.RetryPolicy;
import io.github.frameiokit.internal.http.Transport;
import jakarta.json.JsonException;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
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
import java.util.stream.Collectors;

/** Adobe's identity service, as far as it gives tokens and takes them back. */
public final class Ims {

    private static final System.Logger LOG = System.getLogger(Ims.class.getName());
    private static final String AUTHORIZE = "/ims/authorize/v2";
    private static final String TOKEN = "/ims/token/v3";
    private static final String REVOKE = "/ims/revoke";

    /** As long as Adobe's access tokens live; one that claims to live longer is refreshed once a day all the same. */
    private static final Duration LONGEST_LIFE = Duration.ofDays(1);

    /** Where Adobe doesn't say it. */
    private static final Duration DEFAULT_LIFE = Duration.ofHours(1);

    /** What may stand in a log: RFC 6749's codes, and those of Adobe's own such as ride_AdobeID_acct_terms. */
    private static final String CODE = "[A-Za-z0-9_.-]{1,60}";

    private final URI address;
    private final Transport transport;
    private final RetryPolicy retryPolicy;
    private final ClientClock clock;

    public Ims(URI address, Transport transport, RetryPolicy retryPolicy, ClientClock clock) {
        this.address = address;
        this.transport = transport;
        this.retryPolicy = retryPolicy;
        this.clock = clock;
    }

    /**
     * Who the app is at Adobe (RFC 6749, 2.3.1).
     *
     * @param id the client id
     * @param secret the client secret
     */
    public record ClientCredentials(String id, String secret) {

        @Override
        public String toString() {
            return "Client[" + id + "]";
        }
    }

    /**
     * What a token request was answered with (RFC 6749, 5.1).
     *
     * @param accessToken the access token
     * @param refreshToken the refresh token, if there is one
     * @param askedAt when it was asked for
     * @param expiresAt when the access token ends, at most {@link #LONGEST_LIFE} later
     */
    public record TokenResponse(String accessToken, Optional<String> refreshToken, Instant askedAt, Instant expiresAt) {

        /** When to ask for the next one: that much before it expires, but not in the first half of its life. */
        public Instant refreshAt(Duration before) {
            Duration half = Duration.between(askedAt, expiresAt).dividedBy(2);
            return expiresAt.minus(before.compareTo(half) < 0 ? before : half);
        }

        @Override
        public String toString() {
            return "Grant[until " + expiresAt + "]";
        }
    }

    /**
     * What it means that a token wasn't given: whose fault it is, and whether to try again.
     *
     * @see <a href="https://www.rfc-editor.org/rfc/rfc6749#section-5.2">RFC 6749, 5.2</a>
     */
    public enum Refusal {
        /** The code or the refresh token is good no more. */
        ENDED,
        /** Adobe refuses it for another reason, which signing in again may settle. */
        SIGN_IN,
        /** Adobe doesn't accept the app itself, or isn't where the app looks for it. */
        APP,
        /** Adobe doesn't answer, or not now. */
        OUTAGE;

        private static final Set<String> ENDINGS = Set.of("invalid_grant", "invalid_token", "access_denied");
        private static final Set<String> PASSING = Set.of("temporarily_unavailable", "server_error", "slow_down");
        private static final Set<Integer> PASSING_STATUSES = Set.of(408, 425, 429);
        private static final Set<Integer> CLEAR_STATUSES = Set.of(400, 401, 403);

        /** Reads the code in any case: Adobe's own ones are written in several. */
        public static Refusal of(FrameioApiException failure) {
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

    /** The code if it may stand in a log. */
    public static Optional<String> loggable(Optional<String> code) {
        return code.filter(it -> it.matches(CODE));
    }

    /** Where a browser goes to sign in (RFC 6749, 4.1.1). */
    public URI authorize(Map<String, String> parameters) {
        return Transport.below(address, AUTHORIZE + "?" + form(parameters));
    }

    /**
     * Asks for a token. Whatever the grant, it is asked for only once: a code and a rotating refresh token are good for
     * one use, so that after a broken connection a second try could only fail.
     *
     * @throws FrameioApiException if it is refused; the first error's title is then the code of RFC 6749, 5.2
     */
    public TokenResponse token(ClientCredentials client, Map<String, String> parameters) {
        return token(client, parameters, retryPolicy.withoutRetries());
    }

    /** The same with a few seconds' patience; for what may be asked for again. */
    TokenResponse repeatedToken(ClientCredentials client, Map<String, String> parameters) {
        return token(client, parameters, retryPolicy.forSeconds());
    }

    /** What is told to a caller who got no answer. */
    FrameioApiException.Unreachable unreachable(Exception cause) {
        return new FrameioApiException.Unreachable("POST", url(TOKEN).toString(), cause);
    }

    /** How long {@link #token} takes at most. */
    public Duration timeout() {
        return transport.timeout();
    }

    /** Takes a token back, access or refresh (RFC 7009, 2.1). */
    public void revoke(ClientCredentials client, String token) {
        RawResponse answer = post(REVOKE, client, Map.of("token", token), retryPolicy.withoutRetries());
        if (answer.failed()) {
            throw failure(REVOKE, answer);
        }
    }

    private TokenResponse token(ClientCredentials client, Map<String, String> parameters, RetryPolicy retryPolicy) {
        Instant asked = clock.now();
        RawResponse answer = post(TOKEN, client, parameters, retryPolicy);
        if (answer.failed()) {
            throw failure(TOKEN, answer);
        }
        try {
            JsonObject json = JsonText.object(answer.body());
            String accessToken = json.getString("access_token", "");
            if (!FixedToken.isToken(accessToken)) {
                throw new FrameioApiException("POST", url(TOKEN).toString(), answer.status(), List.of(), null);
            }
            String refreshToken = json.getString("refresh_token", "");
            return new TokenResponse(
                    accessToken,
                    Optional.of(refreshToken).filter(it -> !it.isEmpty()),
                    asked,
                    asked.plus(lifetime(json.get("expires_in"))));
        } catch (JsonException e) {
            throw new FrameioApiException("POST", url(TOKEN).toString(), answer.status(), List.of(), e);
        }
    }

    /** A number, also as text; otherwise it is taken for an hour. A 401 of Frame.io's corrects what was wrong. */
    private static Duration lifetime(JsonValue expiresIn) {
        String text = expiresIn instanceof JsonString string ? string.getString() : String.valueOf(expiresIn);
        if (!text.matches("\\d{1,30}") || text.matches("0+")) {
            return DEFAULT_LIFE;
        }
        BigInteger seconds = new BigInteger(text).min(BigInteger.valueOf(LONGEST_LIFE.toSeconds()));
        return Duration.ofSeconds(seconds.longValue());
    }

    private RawResponse post(
            String path, ClientCredentials client, Map<String, String> parameters, RetryPolicy retryPolicy) {
        Map<String, String> form = new LinkedHashMap<>(parameters);
        form.put("client_id", client.id());
        form.put("client_secret", client.secret());
        Call call = new Call("POST", url(path).toString(), "", Optional.empty(), Optional.empty(), true);
        return retryPolicy.ask(
                call,
                () -> transport.send(HttpRequest.newBuilder(url(path))
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .header("Accept", "application/json")
                        .POST(HttpRequest.BodyPublishers.ofString(form(form)))));
    }

    private URI url(String path) {
        return Transport.below(address, path);
    }

    private static String form(Map<String, String> parameters) {
        return parameters.entrySet().stream()
                .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
    }

    /** The code is one of a small set; the description stays out of the message, as all details do. */
    private FrameioApiException failure(String path, RawResponse answer) {
        List<FrameioApiException.Error> errors = List.of();
        try {
            JsonObject json = JsonText.object(answer.body());
            String code = json.getString("error", "");
            if (code.matches(CODE)) {
                errors = List.of(new FrameioApiException.Error(
                        Optional.of(code), json.getString("error_description", ""), Optional.empty()));
            }
        } catch (JsonException | ClassCastException e) {
            LOG.log(System.Logger.Level.DEBUG, "Adobe's answer is of no known form.");
        }
        return new FrameioApiException("POST", url(path).toString(), answer.status(), errors, null);
    }
}
