package io.github.frameiokit.client;

import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Frame.io (or Adobe, when asked for a token) refused a call, or didn't answer. What a caller may act on has a
 * subclass.
 *
 * <p>The message has the request's method and path, the status, and the errors' titles and pointers. It has no token,
 * no query and no details: those may repeat what was sent, so they are in {@link #errors()} only.
 */
public class FrameioApiException extends RuntimeException {

    private static final long serialVersionUID = 1;

    private final String method;
    private final String path;
    private final int status;
    private final transient List<Error> errors;

    /**
     * Makes one, as the client does and as a test of an app may.
     *
     * @param method the request's HTTP method, not null
     * @param path the request's path, without its query, not null
     * @param status the HTTP status; 0 if there was no answer
     * @param errors what Frame.io said, not null
     * @param cause what lies behind it, or null
     */
    public FrameioApiException(String method, String path, int status, List<Error> errors, Throwable cause) {
        this(method, path, status, errors, cause, null);
    }

    private FrameioApiException(
            String method, String path, int status, List<Error> errors, Throwable cause, String problem) {
        super(describe(method, path, status, errors, problem), cause);
        this.method = Objects.requireNonNull(method, "method");
        this.path = Objects.requireNonNull(path, "path");
        this.status = status;
        this.errors = List.copyOf(errors);
    }

    /**
     * One thing that Frame.io found wrong.
     *
     * @param title what kind of error it is, never null
     * @param detail what is wrong, in words; may repeat what was sent, so it isn't fit for a log; never null
     * @param pointer which member of the request it is about, such as {@code /data/name}, never null
     * @see <a href="https://www.rfc-editor.org/rfc/rfc6901">RFC 6901, JSON Pointer</a>
     */
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

    /** The token is missing, expired, or not for this: status 401. */
    public static final class Unauthorized extends FrameioApiException {

        private static final long serialVersionUID = 1;

        /**
         * Makes one.
         *
         * @param method the request's HTTP method, not null
         * @param path the request's path, not null
         * @param errors what Frame.io said, not null
         */
        public Unauthorized(String method, String path, List<Error> errors) {
            super(method, path, 401, errors, null);
        }
    }

    /** The user may not do this, or the account is locked: status 403. */
    public static final class Forbidden extends FrameioApiException {

        private static final long serialVersionUID = 1;

        /**
         * Makes one.
         *
         * @param method the request's HTTP method, not null
         * @param path the request's path, not null
         * @param errors what Frame.io said, not null
         */
        public Forbidden(String method, String path, List<Error> errors) {
            super(method, path, 403, errors, null);
        }
    }

    /** There is no such thing, or the user may not know of it: status 404. */
    public static final class NotFound extends FrameioApiException {

        private static final long serialVersionUID = 1;

        /**
         * Makes one.
         *
         * @param method the request's HTTP method, not null
         * @param path the request's path, not null
         * @param errors what Frame.io said, not null
         */
        public NotFound(String method, String path, List<Error> errors) {
            super(method, path, 404, errors, null);
        }
    }

    /** What was sent can't be taken: status 400 or 422. */
    public static final class Invalid extends FrameioApiException {

        private static final long serialVersionUID = 1;

        /**
         * Makes one.
         *
         * @param method the request's HTTP method, not null
         * @param path the request's path, not null
         * @param status 400 or 422
         * @param errors what Frame.io said, not null
         */
        public Invalid(String method, String path, int status, List<Error> errors) {
            super(method, path, status, errors, null);
        }
    }

    /** There were too many calls, also after waiting as often as {@code frameio.api.retries} allows: status 429. */
    public static final class RateLimited extends FrameioApiException {

        private static final long serialVersionUID = 1;

        private final Duration retryAfter;

        /**
         * Makes one.
         *
         * @param method the request's HTTP method, not null
         * @param path the request's path, not null
         * @param errors what Frame.io said, not null
         * @param retryAfter how long to wait before the next try, not null
         */
        public RateLimited(String method, String path, List<Error> errors, Duration retryAfter) {
            super(method, path, 429, errors, null);
            this.retryAfter = Objects.requireNonNull(retryAfter, "retryAfter");
        }

        /**
         * How long to wait before the next try.
         *
         * @return the time, at least a second
         */
        public Duration retryAfter() {
            return retryAfter;
        }
    }

    /**
     * Frame.io, or what stands before it, isn't available, also after trying again where that does no harm: status 502,
     * 503 or 504. Whether it did what was asked isn't known.
     */
    public static final class Unavailable extends FrameioApiException {

        private static final long serialVersionUID = 1;

        private final Duration retryAfter;

        /**
         * Makes one.
         *
         * @param method the request's HTTP method, not null
         * @param path the request's path, not null
         * @param status 502, 503 or 504
         * @param errors what Frame.io said, not null
         * @param retryAfter how long to wait before the next try, not null
         */
        public Unavailable(String method, String path, int status, List<Error> errors, Duration retryAfter) {
            super(method, path, status, errors, null);
            this.retryAfter = Objects.requireNonNull(retryAfter, "retryAfter");
        }

        /**
         * How long to wait before the next try.
         *
         * @return the time, at least the 30 seconds that Frame.io asks for
         */
        public Duration retryAfter() {
            return retryAfter;
        }
    }

    /**
     * Frame.io did what was asked, but its answer isn't of the documented form: no JSON, or without something that must
     * be there. The message says what and where. The status is that of the answer, 200 to 299.
     */
    public static final class Unreadable extends FrameioApiException {

        private static final long serialVersionUID = 1;

        /**
         * Makes one.
         *
         * @param method the request's HTTP method, not null
         * @param path the request's path, not null
         * @param status the HTTP status
         * @param problem what is wrong with the answer, in words fit for a log, not null
         */
        public Unreadable(String method, String path, int status, String problem) {
            super(method, path, status, List.of(), null, Objects.requireNonNull(problem, "problem"));
        }
    }

    /** There was no answer: no connection, or none in time. Whether Frame.io did what was asked isn't known. */
    public static final class Unreachable extends FrameioApiException {

        private static final long serialVersionUID = 1;

        /**
         * Makes one.
         *
         * @param method the request's HTTP method, not null
         * @param path the request's path, not null
         * @param cause what went wrong, not null
         */
        public Unreachable(String method, String path, Throwable cause) {
            super(method, path, 0, List.of(), cause);
        }
    }

    /**
     * The request's method.
     *
     * @return such as {@code GET}
     */
    public String method() {
        return method;
    }

    /**
     * The request's path, without its query.
     *
     * @return such as {@code /v4/me}
     */
    public String path() {
        return path;
    }

    /**
     * The answer's status.
     *
     * @return the HTTP status; 0 if there was no answer
     */
    public int status() {
        return status;
    }

    /**
     * What Frame.io said.
     *
     * @return the errors, unmodifiable; empty if it said nothing, or this comes from another JVM
     */
    public List<Error> errors() {
        return errors == null ? List.of() : errors;
    }

    private static String describe(String method, String path, int status, List<Error> errors, String problem) {
        Stream<String> said = Objects.requireNonNull(errors, "errors").stream()
                .map(error -> Objects.requireNonNull(error, "errors").toString());
        String why = Stream.concat(Stream.ofNullable(problem), said).distinct().collect(Collectors.joining("; "));
        return method + " " + path + (status == 0 ? " got no answer" : " was answered " + status)
                + (why.isEmpty() ? "" : ": " + why);
    }
}
