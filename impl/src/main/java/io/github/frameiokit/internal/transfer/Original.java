package io.github.frameiokit.internal.transfer;

import java.net.http.HttpHeaders;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The state of a file's content in the storage. Ranges whose responses show the same state belong together.
 *
 * @param size the number of bytes
 * @param condition the request header that requires this state (RFC 9110, 13.1); empty if nothing in the response
 *     identifies the state
 * @param validator the value of that header; empty if there is none
 */
record Original(long size, String condition, String validator) {

    private static final Pattern RANGE = Pattern.compile("(?i:bytes) (\\d{1,18})-(\\d{1,18})/(\\d{1,18})");
    private static final Pattern STRONG_ETAG = Pattern.compile("\"[!#-~]+\"");

    /**
     * Reads the headers of a response with status 206.
     *
     * @return the state; empty if they don't prove that the body is exactly the requested range
     */
    static Optional<Original> of(HttpHeaders headers, long offset, long size) {
        Matcher range = RANGE.matcher(one(headers, "Content-Range").orElse(""));
        if (!range.matches()
                || Long.parseLong(range.group(1)) != offset
                || Long.parseLong(range.group(2)) != offset + size - 1
                || Long.parseLong(range.group(3)) < offset + size
                || isEncoded(headers)) {
            return Optional.empty();
        }
        long total = Long.parseLong(range.group(3));
        Optional<String> etag =
                one(headers, "ETag").filter(it -> STRONG_ETAG.matcher(it).matches());
        if (etag.isPresent()) {
            return Optional.of(new Original(total, "If-Match", etag.get()));
        }
        return Optional.of(modified(headers)
                .map(modified -> new Original(total, "If-Unmodified-Since", modified))
                .orElse(new Original(total, "", "")));
    }

    /** Whether the state can be recognized after a crash, and with another signed URL. */
    boolean isIdentified() {
        return !condition.isEmpty();
    }

    /** The state as one text, different for each state. */
    String identity() {
        return size + " " + condition + " " + validator;
    }

    private static boolean isEncoded(HttpHeaders headers) {
        return headers.allValues("Content-Encoding").stream()
                        .anyMatch(coding -> !coding.strip().equalsIgnoreCase("identity"))
                || headers.firstValue("Content-Type")
                        .filter(type -> type.strip().toLowerCase(Locale.ROOT).startsWith("multipart/byteranges"))
                        .isPresent();
    }

    /** A time identifies the state once it is a second old: no later state can have the same (RFC 9110, 8.8.2.2). */
    private static Optional<String> modified(HttpHeaders headers) {
        Optional<ZonedDateTime> date = one(headers, "Date").flatMap(Original::time);
        return one(headers, "Last-Modified")
                .filter(modified -> time(modified)
                        .flatMap(then ->
                                date.map(now -> Duration.between(then, now).toSeconds() >= 1))
                        .orElse(false));
    }

    private static Optional<ZonedDateTime> time(String text) {
        try {
            return Optional.of(ZonedDateTime.parse(text, DateTimeFormatter.RFC_1123_DATE_TIME));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    /** A header that occurs twice is ambiguous, and ignored. */
    private static Optional<String> one(HttpHeaders headers, String name) {
        List<String> values = headers.allValues(name);
        return values.size() == 1 ? Optional.of(values.get(0).strip()) : Optional.empty();
    }
}
