package io.github.frameiokit.internal.client;

import io.github.frameiokit.client.ClientClock;
import io.github.frameiokit.client.FrameioApiException;
import jakarta.json.JsonException;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Gets the app's own tokens from Adobe (RFC 6749, 4.4), one at a time, keeps each until shortly before it expires, and
 * uses it up to its end should Adobe be out of reach.
 */
final class ClientCredentials {

    private static final System.Logger LOG = System.getLogger(ClientCredentials.class.getName());
    private static final String PATH = "/ims/token/v3";
    private static final Duration AFTER_FAILURE = Duration.ofSeconds(30);
    private static final Duration BEFORE_EXPIRY = Duration.ofMinutes(5);

    private final URI address;
    private final String scopes;
    private final Transport transport;
    private final Patience patience;
    private final ClientClock clock;
    private Optional<Token> token = Optional.empty();

    ClientCredentials(URI imsUrl, String scopes, Transport transport, Patience patience, ClientClock clock) {
        this.address = Transport.below(imsUrl, PATH);
        this.scopes = scopes;
        this.transport = transport;
        this.patience = patience;
        this.clock = clock;
    }

    private record Token(String value, Instant renewal, Instant expiry) {

        Token renewedAt(Instant later) {
            return new Token(value, later, expiry);
        }
    }

    synchronized String token(String clientId, String clientSecret) {
        Instant now = clock.now();
        if (token.filter(it -> now.isBefore(it.renewal())).isEmpty()) {
            boolean alive = token.filter(it -> now.isBefore(it.expiry())).isPresent();
            try {
                token = Optional.of(fetch(clientId, clientSecret, alive ? patience.withoutRetries() : patience));
            } catch (FrameioApiException e) {
                if (!alive) {
                    throw e;
                }
                token = token.map(it -> it.renewedAt(now.plus(AFTER_FAILURE)));
                LOG.log(
                        System.Logger.Level.WARNING,
                        "The app's token can't be renewed and is used up to its end: " + e.getMessage());
            }
        }
        return token.orElseThrow().value();
    }

    synchronized boolean forget(String refused) {
        if (token.filter(it -> it.value().equals(refused)).isEmpty()) {
            return false;
        }
        token = Optional.empty();
        return true;
    }

    private Token fetch(String clientId, String clientSecret, Patience patience) {
        Call call = new Call("POST", address.toString(), "", Optional.empty(), Optional.empty(), true);
        String form = Map.of(
                        "grant_type",
                        "client_credentials",
                        "client_id",
                        clientId,
                        "client_secret",
                        clientSecret,
                        "scope",
                        scopes)
                .entrySet()
                .stream()
                .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
        Answer answer = patience.ask(
                call,
                () -> transport.send(HttpRequest.newBuilder(address)
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .header("Accept", "application/json")
                        .POST(HttpRequest.BodyPublishers.ofString(form))));
        if (answer.failed()) {
            throw failure(answer);
        }
        try {
            JsonObject json = Json.object(answer.body());
            String value = json.getString("access_token", "");
            if (!GivenToken.isToken(value)) {
                throw new FrameioApiException("POST", address.toString(), answer.status(), List.of(), null);
            }
            Duration lifetime = Duration.ofSeconds(
                    json.get("expires_in") instanceof JsonNumber seconds ? Math.max(0, seconds.longValue()) : 0);
            Instant expiry = clock.now().plus(lifetime);
            Duration early =
                    lifetime.compareTo(BEFORE_EXPIRY.multipliedBy(2)) > 0 ? BEFORE_EXPIRY : lifetime.dividedBy(2);
            return new Token(value, expiry.minus(early), expiry);
        } catch (JsonException e) {
            throw new FrameioApiException("POST", address.toString(), answer.status(), List.of(), e);
        }
    }

    /** The code is one of a small set (RFC 6749, 5.2); the description stays out of the message, as all details do. */
    private FrameioApiException failure(Answer answer) {
        List<FrameioApiException.Error> errors = List.of();
        try {
            JsonObject json = Json.object(answer.body());
            String code = json.getString("error", "");
            if (code.matches("[a-z_]{1,40}")) {
                errors = List.of(new FrameioApiException.Error(
                        Optional.of(code), json.getString("error_description", ""), Optional.empty()));
            }
        } catch (JsonException e) {
            LOG.log(System.Logger.Level.DEBUG, "Adobe's answer is no JSON.");
        }
        return new FrameioApiException("POST", address.toString(), answer.status(), errors, null);
    }
}
