package io.github.frameiokit.endurance;

import io.github.frameiokit.signing.Signature;
import io.github.frameiokit.signing.SigningKey;
import java.nio.charset.StandardCharsets;
import java.time.Instant;

/** The bytes of a signed HTTP request, from its first line to the end of its body. */
final class Request {

    private static final SigningKey WEBHOOKS = SigningKey.of("endurance-webhook-secret");
    private static final SigningKey ACTIONS = SigningKey.of("endurance-action-secret");
    private static final SigningKey NONE_OF_THE_APPS = SigningKey.of("another-secret-than-the-apps");
    private static final String HOST = "localhost";
    /** More than the kit's limit of a mebibyte. */
    private static final String TOO_MUCH = "x".repeat(1 << 20);

    private Request() {}

    /** An event of the mix, signed now. */
    static byte[] of(Event event) {
        Kind kind = event.kind();
        if (kind.isAction()) {
            return action(HOST, kind.type, event.id(), "50d976e6-27d2-47cb-9388-45b38d55f4f0");
        }
        String body = """
                {"account":{"id":"6f70f1bd-7e89-4a7e-b4d3-7e576585a181"},\
                "project":{"id":"7e46e495-4444-4555-8649-bee4d391a997"},\
                "resource":{"id":"%s","type":"file"},"type":"%s","new":"%s",\
                "user":{"id":"56556a3f-859f-4b38-b6c6-e8625b5da8a5"},\
                "workspace":{"id":"378fcbf7-6f88-4224-8139-6a743ed940b2"}}""".formatted(event.id(), kind.type, kind == Kind.OVERSIZE ? TOO_MUCH : "");
        return signed(HOST, kind == Kind.BAD_SIGNATURE ? NONE_OF_THE_APPS : WEBHOOKS, body);
    }

    /**
     * A step of an action, signed now.
     *
     * @param host how the app is reached, for the links of a sign-in
     */
    static byte[] action(String host, String type, String interaction, String user) {
        return signed(host, ACTIONS, """
                {"account_id":"9a44f696-ae69-4e0c-9731-806d27ea46f1",\
                "action_id":"ecd40785-4485-4f07-9d26-a006ea84efdf","interaction_id":"%s",\
                "project":{"id":"3dda6833-ec3b-46bd-a7d9-1a77c03a165b"},\
                "resource":{"id":"f9d5728c-ac1a-4f48-92bb-ea2f9be3c58b","type":"file"},\
                "type":"%s","user":{"id":"%s"},\
                "workspace":{"id":"382a1fe6-67cf-481e-9b65-79cfd9e9727f"}}""".formatted(interaction, type, user));
    }

    private static byte[] signed(String host, SigningKey key, String text) {
        byte[] body = text.getBytes(StandardCharsets.UTF_8);
        String timestamp = Long.toString(Instant.now().getEpochSecond());
        byte[] head = ("POST /frameio HTTP/1.1\r\nHost: " + host
                        + "\r\nContent-Type: application/json\r\nContent-Length: "
                        + body.length + "\r\n" + Signature.TIMESTAMP_HEADER + ": " + timestamp + "\r\n"
                        + Signature.HEADER + ": " + key.sign(timestamp, body) + "\r\n\r\n")
                .getBytes(StandardCharsets.US_ASCII);
        byte[] request = new byte[head.length + body.length];
        System.arraycopy(head, 0, request, 0, head.length);
        System.arraycopy(body, 0, request, head.length, body.length);
        return request;
    }
}
