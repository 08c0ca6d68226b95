package io.github.frameiokit.internal.console;

import io.github.frameiokit.signing.Signature;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * A request, as far as it is kept.
 *
 * @param headers names and values; of those that may have a secret, only the name
 * @param body the body; empty if it is too large to be kept, or isn't UTF-8
 * @param bytes the length of the body
 * @param timestamp the timestamp header, or empty
 * @param signature the signature header, or empty
 * @param send the console's own mark on what it has sent, or empty
 */
record Arrived(
        List<List<Optional<String>>> headers,
        Optional<String> body,
        int bytes,
        Optional<String> timestamp,
        Optional<String> signature,
        Optional<String> send) {

    /** The header with which the page finds what it has sent. */
    static final String SEND_HEADER = "X-Frameio-Console-Send";

    private static final int LARGEST_BODY = 256 * 1024;
    private static final int MOST_HEADERS = 100;
    private static final Pattern SEND = Pattern.compile("[\\w-]{1,64}");
    private static final Set<String> SHOWN = Set.of(
            "accept",
            "accept-encoding",
            "connection",
            "content-length",
            "content-type",
            "host",
            "transfer-encoding",
            "user-agent",
            "x-frameio-console-send",
            "x-frameio-request-timestamp",
            "x-frameio-signature");

    static Arrived of(Map<String, List<String>> sent, byte[] body) {
        Map<String, List<String>> headers = Call.copy(sent);
        return new Arrived(
                shown(headers),
                body.length > LARGEST_BODY ? Optional.empty() : text(body),
                body.length,
                first(headers, Signature.TIMESTAMP_HEADER),
                first(headers, Signature.HEADER),
                first(headers, SEND_HEADER).filter(SEND.asMatchPredicate()));
    }

    private static List<List<Optional<String>>> shown(Map<String, List<String>> headers) {
        List<List<Optional<String>>> shown = new ArrayList<>();
        headers.forEach((name, values) -> values.stream()
                .limit(MOST_HEADERS - Math.min(MOST_HEADERS, shown.size()))
                .forEach(value -> shown.add(List.of(
                        Optional.of(Stack.cut(name)),
                        Optional.of(Stack.cut(value)).filter(it -> SHOWN.contains(name.toLowerCase(Locale.ROOT)))))));
        return List.copyOf(shown);
    }

    private static Optional<String> first(Map<String, List<String>> headers, String name) {
        return headers.getOrDefault(name, List.of()).stream().findFirst();
    }

    /** The text of bytes; empty if they aren't UTF-8. */
    static Optional<String> text(byte[] bytes) {
        try {
            return Optional.of(StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(Arrays.copyOf(bytes, bytes.length)))
                    .toString());
        } catch (CharacterCodingException e) {
            return Optional.empty();
        }
    }

    /** Without what was sent. */
    @Override
    public String toString() {
        return "Arrived[" + bytes + "]";
    }
}
