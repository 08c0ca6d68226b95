package io.github.frameiokit.internal.client;

import io.github.frameiokit.client.FrameioApiException;
import io.github.frameiokit.internal.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonException;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.util.List;
import java.util.Optional;

/** Makes an exception of an answer that says no; whatever the answer looks like, since a gateway may have written it. */
final class Failures {

    private Failures() {}

    static FrameioApiException of(Call call, Answer answer) {
        List<FrameioApiException.Error> errors = errors(answer.body());
        String method = call.method();
        String path = call.path();
        return switch (answer.status()) {
            case 400, 422 -> new FrameioApiException.Invalid(method, path, answer.status(), errors);
            case 401 -> new FrameioApiException.Unauthorized(method, path, errors);
            case 403 -> new FrameioApiException.Forbidden(method, path, errors);
            case 404 -> new FrameioApiException.NotFound(method, path, errors);
            case 429 -> new FrameioApiException.RateLimited(method, path, errors, Patience.retryAfter(answer));
            default -> new FrameioApiException(method, path, answer.status(), errors, null);
        };
    }

    /** An answer that says yes, but not in JSON. */
    static FrameioApiException unreadable(Call call, Answer answer, JsonException cause) {
        return new FrameioApiException(call.method(), call.path(), answer.status(), List.of(), cause);
    }

    private static List<FrameioApiException.Error> errors(byte[] body) {
        try {
            return Json.object(body).get("errors") instanceof JsonArray errors
                    ? errors.stream().map(Failures::error).toList()
                    : List.of();
        } catch (JsonException e) {
            return List.of();
        }
    }

    private static FrameioApiException.Error error(JsonValue error) {
        if (error instanceof JsonObject object) {
            return new FrameioApiException.Error(
                    text(object, "title"),
                    text(object, "detail").orElse(""),
                    object.get("source") instanceof JsonObject source ? text(source, "pointer") : Optional.empty());
        }
        return new FrameioApiException.Error(
                Optional.empty(), error instanceof JsonString text ? text.getString() : "", Optional.empty());
    }

    private static Optional<String> text(JsonObject object, String name) {
        return object.get(name) instanceof JsonString text ? Optional.of(text.getString()) : Optional.empty();
    }
}
