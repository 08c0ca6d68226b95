package io.github.frameiokit.benchmark;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.security.GeneralSecurityException;
import java.util.UUID;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * The bytes of an HTTP request that is sent again and again. Before each time it gets a new id, the current timestamp
 * and the signature of both, in place: the load must cost little, or it would be what the benchmark measures.
 */
final class SignedRequest {

    private static final String SECRET = "benchmark-secret";
    private static final String TIMESTAMP = "0".repeat(10);
    private static final String SIGNATURE = "f".repeat(64);
    private static final int COUNTER_DIGITS = 12;

    private final Mac mac;
    private final byte[] bytes;
    private final byte[] digest = new byte[32];
    private final byte[] signed = "v0:0000000000:".getBytes(US_ASCII);
    private final int counterAt;
    private final int timestampAt;
    private final int signatureAt;
    private final int bodyAt;
    private long counter;

    SignedRequest(Target target) throws GeneralSecurityException {
        mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(SECRET.getBytes(US_ASCII), mac.getAlgorithm()));
        Event event = target.event();
        String id = UUID.randomUUID().toString();
        String body = event.body.formatted(id);
        String head = "POST " + target.path() + " HTTP/1.1\r\nHost: localhost\r\nContent-Type: " + event.contentType
                + "\r\nContent-Length: " + body.length() + "\r\n" + event.timestampHeader + ": " + TIMESTAMP + "\r\n"
                + event.signatureHeader + ": v0=" + SIGNATURE + "\r\n\r\n";
        bytes = (head + body).getBytes(US_ASCII);
        bodyAt = head.length();
        timestampAt = head.indexOf(TIMESTAMP);
        signatureAt = head.indexOf(SIGNATURE);
        counterAt = head.length() + body.indexOf(id) + id.length() - COUNTER_DIGITS;
    }

    /** Returns the next request in the same array as the one before. */
    byte[] next() throws GeneralSecurityException {
        writeId();
        writeTimestamp();
        mac.update(signed);
        mac.update(bytes, bodyAt, bytes.length - bodyAt);
        mac.doFinal(digest, 0);
        for (int i = 0; i < digest.length; i++) {
            bytes[signatureAt + 2 * i] = hex(digest[i] >> 4);
            bytes[signatureAt + 2 * i + 1] = hex(digest[i]);
        }
        return bytes;
    }

    private void writeId() {
        long rest = counter++;
        for (int i = counterAt + COUNTER_DIGITS - 1; i >= counterAt; i--) {
            bytes[i] = hex((int) rest);
            rest >>= 4;
        }
    }

    private void writeTimestamp() {
        long rest = System.currentTimeMillis() / 1000;
        for (int i = TIMESTAMP.length() - 1; i >= 0; i--) {
            byte digit = (byte) ('0' + rest % 10);
            bytes[timestampAt + i] = digit;
            signed["v0:".length() + i] = digit;
            rest /= 10;
        }
    }

    private static byte hex(int digit) {
        return (byte) "0123456789abcdef".charAt(digit & 15);
    }
}
