package io.github.frameiokit.internal.ims;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.frameiokit.client.FrameioApiException;
import io.github.frameiokit.internal.fuzz.Choices;
import io.github.frameiokit.internal.http.RawResponse;
import java.net.URI;
import java.net.http.HttpHeaders;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** Any answer of Adobe's to a token request is a token that can be sent, or the documented exception. */
public final class TokenFuzz {

    private static final List<Integer> STATUSES = List.of(200, 201, 302, 400, 401, 403, 404, 408, 429, 500, 503);
    private static final List<String> NAMES =
            List.of("access_token", "refresh_token", "expires_in", "error", "error_description", "token_type");
    private static final List<String> CODES =
            List.of("invalid_grant", "INVALID_CLIENT", "access_denied", "slow_down", "ride_AdobeID_acct_terms");
    private static final Ims IMS = new Ims(URI.create("https://ims.example.com"), null, null, null);

    private TokenFuzz() {}

    /** Reads an answer. */
    public static void run(Choices choices) {
        RawResponse answer =
                new RawResponse(choices.one(STATUSES), HttpHeaders.of(Map.of(), (name, value) -> true), body(choices));
        try {
            Ims.TokenResponse token = IMS.tokenResponse(answer, Instant.EPOCH);
            assertFalse(answer.failed(), "a token from a failure");
            assertTrue(FixedToken.isToken(token.accessToken()), "not a token");
            assertFalse(token.refreshToken().filter(String::isEmpty).isPresent(), "an empty refresh token");
            assertTrue(token.expiresAt().isAfter(Instant.EPOCH), "expired from the start");
            assertFalse(token.expiresAt().isAfter(Instant.EPOCH.plus(Duration.ofDays(1))), "too long a life");
            assertFalse(token.refreshAt(Duration.ofMinutes(5)).isBefore(Instant.EPOCH), "due before it came");
        } catch (FrameioApiException e) {
            assertNotNull(Ims.Rejection.of(e));
            String message = e.getMessage();
            assertTrue(message.length() < 1_000, "a long message");
            assertTrue(message.chars().noneMatch(Character::isISOControl), message);
        }
    }

    private static byte[] body(Choices choices) {
        return switch (choices.below(4)) {
            case 0 -> choices.raw();
            case 1 -> json("{\"error\":\"" + choices.one(CODES) + "\"}");
            case 2 -> json("{\"access_token\":\"abc\",\"expires_in\":" + choices.json(NAMES) + "}");
            default -> json(choices.json(NAMES).toString());
        };
    }

    private static byte[] json(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
