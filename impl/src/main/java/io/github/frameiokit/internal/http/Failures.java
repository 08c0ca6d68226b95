package io.github.frameiokit.internal.http;

import io.github.frameiokit.client.FrameioApiException;
import java.time.Instant;
import java.util.List;

/**
 * Creates the exceptions for the failures of one call.
 *
 * @param method the call's HTTP method
 * @param path its path, encoded
 */
public record Failures(String method, String path) {

    /** Maps an error response to an exception. */
    public FrameioApiException of(RawResponse response, Instant now) {
        List<FrameioApiException.Error> errors = Errors.of(response.body());
        int status = response.status();
        return switch (status) {
            case 400, 422 -> new FrameioApiException.Invalid(method, path, status, errors);
            case 401 -> new FrameioApiException.Unauthorized(method, path, errors);
            case 403 -> new FrameioApiException.Forbidden(method, path, errors);
            case 404 -> new FrameioApiException.NotFound(method, path, errors);
            case 429 ->
                new FrameioApiException.RateLimited(method, path, errors, RetryPolicy.overTheRate(response, now));
            case 502, 503, 504 ->
                new FrameioApiException.Unavailable(
                        method, path, status, errors, RetryPolicy.unavailable(response, now));
            default -> new FrameioApiException(method, path, status, errors, null);
        };
    }

    /** A successful response that can't be read. */
    public FrameioApiException unreadable(int status, String problem) {
        return new FrameioApiException.Unreadable(method, path, status, problem);
    }

    /** No response. */
    public FrameioApiException unreachable(Throwable cause) {
        return new FrameioApiException.Unreachable(method, path, cause);
    }
}
