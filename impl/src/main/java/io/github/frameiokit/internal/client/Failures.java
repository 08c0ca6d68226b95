package io.github.frameiokit.internal.client;

import io.github.frameiokit.client.FrameioApiException;
import java.time.Instant;
import java.util.List;

/** Makes an exception of an answer that says no. */
final class Failures {

    private Failures() {}

    static FrameioApiException of(Call call, Answer answer, Instant now) {
        List<FrameioApiException.Error> errors = Errors.of(answer.body());
        String method = call.method();
        String path = call.path();
        int status = answer.status();
        return switch (status) {
            case 400, 422 -> new FrameioApiException.Invalid(method, path, status, errors);
            case 401 -> new FrameioApiException.Unauthorized(method, path, errors);
            case 403 -> new FrameioApiException.Forbidden(method, path, errors);
            case 404 -> new FrameioApiException.NotFound(method, path, errors);
            case 429 -> new FrameioApiException.RateLimited(method, path, errors, Patience.overTheRate(answer, now));
            case 502, 503, 504 ->
                new FrameioApiException.Unavailable(method, path, status, errors, Patience.unavailable(answer, now));
            default -> new FrameioApiException(method, path, status, errors, null);
        };
    }

    /** An answer that says yes, but can't be read. */
    static FrameioApiException unreadable(Call call, Answer answer, Unreadable problem) {
        return new FrameioApiException.Unreadable(call.method(), call.path(), answer.status(), problem.getMessage());
    }
}
