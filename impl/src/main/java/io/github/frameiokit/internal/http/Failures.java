package io.github.frameiokit.internal.http;

import io.github.frameiokit.client.FrameioApiException;
import io.github.frameiokit.internal.json.Unreadable;
import java.time.Instant;
import java.util.List;

/** Makes an exception of an answer that says no. */
public final class Failures {

    private Failures() {}

    public static FrameioApiException of(Call call, RawResponse answer, Instant now) {
        List<FrameioApiException.Error> errors = Errors.of(answer.body());
        String method = call.method();
        String path = call.path();
        int status = answer.status();
        return switch (status) {
            case 400, 422 -> new FrameioApiException.Invalid(method, path, status, errors);
            case 401 -> new FrameioApiException.Unauthorized(method, path, errors);
            case 403 -> new FrameioApiException.Forbidden(method, path, errors);
            case 404 -> new FrameioApiException.NotFound(method, path, errors);
            case 429 -> new FrameioApiException.RateLimited(method, path, errors, RetryPolicy.overTheRate(answer, now));
            case 502, 503, 504 ->
                new FrameioApiException.Unavailable(method, path, status, errors, RetryPolicy.unavailable(answer, now));
            default -> new FrameioApiException(method, path, status, errors, null);
        };
    }

    /** An answer that says yes, but can't be read. */
    public static FrameioApiException unreadable(Call call, RawResponse answer, Unreadable problem) {
        return new FrameioApiException.Unreadable(call.method(), call.path(), answer.status(), problem.getMessage());
    }
}
