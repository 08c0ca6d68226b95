package io.github.frameiokit.client;

import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Frame.io, or Adobe when it was asked for a token, rejected a call or didn't respond. Failures that callers may want
 * to handle have subclasses.
 *
 * <p>The message has the request's method and path, the status, and the errors' titles and pointers. It has no token,
 * no query and no details. The details may repeat what was sent, so only {@link #errors()} has them.
 */
public class FrameioApiException extends RuntimeException {

    private static final long serialVersionUID = 1;

    private final String method;
    private final String path;
    private final int status;
    private final transient @Nullable List<Error> errors;

    /**
     * Creates an exception. The kit does this; tests of apps can, too.
     *
     * @param method the request's HTTP method, not null
     * @param path the request's path, without its query, not null
     * @param status the HTTP status; 0 if there was no response
     * @param errors the errors in the response, not null
     * @param cause the cause, or null
     */
    public FrameioApiException(String method, String path, int status, List<Error> errors, @Nullable Throwable cause) {
        this(method, path, status, errors, cause, null);
    }

    private FrameioApiException(
            String method,
            String path,
            int status,
            List<Error> errors,
            @Nullable Throwable cause,
            @Nullable String problem) {
        super(describe(method, path, status, errors, problem), cause);
        this.method = Objects.requireNonNull(method, "method");
        this.path = Objects.requireNonNull(path, "path");
        this.status = status;
        this.errors = List.copyOf(errors);
    }

    /**
     * An error that Frame.io reported.
     *
     * @param title the type of error, never null
     * @param detail a description of the error, never null. It may repeat what was sent, so keep it out of logs.
     * @param pointer the member of the request that it is about, such as {@code /data/name}, never null
     * @see <a href="https://www.rfc-editor.org/rfc/rfc6901">RFC 6901, JSON Pointer</a>
     */
    @SuppressWarnings("JavaLangClash") // code always says FrameioApiException.Error
    public record Error(Optional<String> title, String detail, Optional<String> pointer) {

        /** Checks that nothing is null. */
        public Error {
            Objects.requireNonNull(title, "title");
            Objects.requireNonNull(detail, "detail");
            Objects.requireNonNull(pointer, "pointer");
        }

        @Override
        public String toString() {
            return title.orElse("Error") + pointer.map(it -> " at " + it).orElse("");
        }
    }

    /** Status 401: the token is missing, expired, or not valid for this call. */
    public static final class Unauthorized extends FrameioApiException {

        private static final long serialVersionUID = 1;

        /**
         * Creates an exception.
         *
         * @param method the request's HTTP method, not null
         * @param path the request's path, not null
         * @param errors the errors in the response, not null
         */
        public Unauthorized(String method, String path, List<Error> errors) {
            super(method, path, 401, errors, null);
        }
    }

    /** Status 403: the user isn't permitted to do this, or the account is locked. */
    public static final class Forbidden extends FrameioApiException {

        private static final long serialVersionUID = 1;

        /**
         * Creates an exception.
         *
         * @param method the request's HTTP method, not null
         * @param path the request's path, not null
         * @param errors the errors in the response, not null
         */
        public Forbidden(String method, String path, List<Error> errors) {
            super(method, path, 403, errors, null);
        }
    }

    /** Status 404: the resource doesn't exist, or the user isn't permitted to see it. */
    public static final class NotFound extends FrameioApiException {

        private static final long serialVersionUID = 1;

        /**
         * Creates an exception.
         *
         * @param method the request's HTTP method, not null
         * @param path the request's path, not null
         * @param errors the errors in the response, not null
         */
        public NotFound(String method, String path, List<Error> errors) {
            super(method, path, 404, errors, null);
        }
    }

    /** Status 400 or 422: Frame.io can't process what was sent. */
    public static final class Invalid extends FrameioApiException {

        private static final long serialVersionUID = 1;

        /**
         * Creates an exception.
         *
         * @param method the request's HTTP method, not null
         * @param path the request's path, not null
         * @param status 400 or 422
         * @param errors the errors in the response, not null
         */
        public Invalid(String method, String path, int status, List<Error> errors) {
            super(method, path, status, errors, null);
        }
    }

    /** Status 429: too many calls, even after as many waits as {@code frameio.api.retries} allows. */
    public static final class RateLimited extends FrameioApiException {

        private static final long serialVersionUID = 1;

        private final Duration retryAfter;

        /**
         * Creates an exception.
         *
         * @param method the request's HTTP method, not null
         * @param path the request's path, not null
         * @param errors the errors in the response, not null
         * @param retryAfter how long to wait before the next attempt, not null
         */
        public RateLimited(String method, String path, List<Error> errors, Duration retryAfter) {
            super(method, path, 429, errors, null);
            this.retryAfter = Objects.requireNonNull(retryAfter, "retryAfter");
        }

        /**
         * How long to wait before the next attempt.
         *
         * @return the time, at least one second
         */
        public Duration retryAfter() {
            return retryAfter;
        }
    }

    /**
     * Status 502, 503 or 504: Frame.io, or a proxy in front of it, isn't available, even after the retries of calls
     * that can safely be repeated. The call may or may not have been executed.
     */
    public static final class Unavailable extends FrameioApiException {

        private static final long serialVersionUID = 1;

        private final Duration retryAfter;

        /**
         * Creates an exception.
         *
         * @param method the request's HTTP method, not null
         * @param path the request's path, not null
         * @param status 502, 503 or 504
         * @param errors the errors in the response, not null
         * @param retryAfter how long to wait before the next attempt, not null
         */
        public Unavailable(String method, String path, int status, List<Error> errors, Duration retryAfter) {
            super(method, path, status, errors, null);
            this.retryAfter = Objects.requireNonNull(retryAfter, "retryAfter");
        }

        /**
         * How long to wait before the next attempt.
         *
         * @return the time, at least the 30 seconds that Frame.io asks for
         */
        public Duration retryAfter() {
            return retryAfter;
        }
    }

    /**
     * Frame.io executed the call, but its response doesn't have the documented form: it isn't JSON, or a required
     * member is missing. The message names the problem and its place. The status is the response's, from 200 to 299.
     */
    public static final class Unreadable extends FrameioApiException {

        private static final long serialVersionUID = 1;

        /**
         * Creates an exception.
         *
         * @param method the request's HTTP method, not null
         * @param path the request's path, not null
         * @param status the HTTP status
         * @param problem what is wrong with the response, without personal data, not null
         */
        public Unreadable(String method, String path, int status, String problem) {
            super(method, path, status, List.of(), null, Objects.requireNonNull(problem, "problem"));
        }
    }

    /** There was no response: no connection, or none in time. The call may or may not have been executed. */
    public static final class Unreachable extends FrameioApiException {

        private static final long serialVersionUID = 1;

        /**
         * Creates an exception.
         *
         * @param method the request's HTTP method, not null
         * @param path the request's path, not null
         * @param cause the cause, not null
         */
        public Unreachable(String method, String path, Throwable cause) {
            super(method, path, 0, List.of(), Objects.requireNonNull(cause, "cause"));
        }
    }

    /**
     * The request's method.
     *
     * @return the HTTP method, such as {@code GET}
     */
    public String method() {
        return method;
    }

    /**
     * The request's path, without its query.
     *
     * @return the path, such as {@code /v4/me}
     */
    public String path() {
        return path;
    }

    /**
     * The response's status.
     *
     * @return the HTTP status; 0 if there was no response
     */
    public int status() {
        return status;
    }

    /**
     * The errors in the response.
     *
     * @return the errors, unmodifiable; empty if the response has none, or after deserialization
     */
    public List<Error> errors() {
        return errors == null ? List.of() : errors;
    }

    private static String describe(
            String method, String path, int status, List<Error> errors, @Nullable String problem) {
        Stream<String> said = Objects.requireNonNull(errors, "errors").stream()
                .map(error -> Objects.requireNonNull(error, "errors").toString());
        String why = Stream.concat(Stream.ofNullable(problem), said).distinct().collect(Collectors.joining("; "));
        return method + " " + path + (status == 0 ? " got no answer" : " was answered " + status)
                + (why.isEmpty() ? "" : ": " + why);
    }
}
