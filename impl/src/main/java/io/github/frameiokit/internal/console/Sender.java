package io.github.frameiokit.internal.console;

import io.github.frameiokit.internal.RandomToken;
import io.github.frameiokit.internal.events.Signer;
import io.github.frameiokit.signing.Signature;
import io.github.frameiokit.signing.SigningKey;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Signs what the page sends. The page sends it itself, to the real endpoint, so that nothing of the way of a request is
 * skipped. Thread-safe.
 */
final class Sender {

    private static final int REMEMBERED = 100;
    private static final Duration BEYOND = Duration.ofSeconds(60);

    private final Signer signer;
    private final Duration tolerance;
    private final InstantSource clock;

    /** When a body was signed last, since two of one second would be exact copies. */
    private final Map<String, Long> last = new LinkedHashMap<>();

    Sender(Signer signer, Duration tolerance, InstantSource clock) {
        this.signer = signer;
        this.tolerance = tolerance;
        this.clock = clock;
    }

    /** How a request is signed. */
    enum Mode {
        FRESH,
        WRONG_SIGNATURE,
        STALE
    }

    /**
     * Signs a body.
     *
     * @throws IllegalArgumentException if it isn't the body of an event, or there is no secret for it; the message is a
     *     sentence
     */
    Tree sign(String body, Mode mode, String path) {
        Signer.Found found = signer.find(body);
        SigningKey key = mode == Mode.WRONG_SIGNATURE
                ? SigningKey.of(RandomToken.create())
                : found.key()
                        .orElseThrow(() -> new IllegalArgumentException("There is no secret for this type; set "
                                + found.property() + ", or let the SigningSecretResolver return one."));
        String timestamp = Long.toString(
                mode == Mode.STALE ? now() - tolerance.plus(BEYOND).toSeconds() : later(body));
        String signature = key.sign(timestamp, body.getBytes(StandardCharsets.UTF_8));
        return request(path, body, timestamp, signature).add("variable", found.variable());
    }

    /** A request as it came. */
    Tree replay(Received received, String path) {
        return request(
                        path,
                        received.arrived().body().orElseThrow(),
                        received.arrived().timestamp().orElse(""),
                        received.arrived().signature().orElse(""))
                .add("variable", null);
    }

    private static Tree request(String path, String body, String timestamp, String signature) {
        String send = RandomToken.create();
        return new Tree()
                .add("method", "POST")
                .add("path", path)
                .add(
                        "headers",
                        new Tree()
                                .add("Content-Type", "application/json")
                                .add(Signature.TIMESTAMP_HEADER, timestamp)
                                .add(Signature.HEADER, signature)
                                .add(Arrived.SEND_HEADER, send))
                .add("body", body)
                .add("send", send);
    }

    private long later(String body) {
        synchronized (last) {
            Long before = last.remove(body);
            long timestamp = before == null ? now() : Math.max(now(), before + 1);
            last.put(body, timestamp);
            if (last.size() > REMEMBERED) {
                last.remove(last.keySet().iterator().next());
            }
            return timestamp;
        }
    }

    private long now() {
        return clock.instant().getEpochSecond();
    }
}
