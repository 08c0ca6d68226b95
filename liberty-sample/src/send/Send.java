import io.github.frameiokit.signing.Signature;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.UUID;

/**
 * Sends signed events to the running sample, as Frame.io would, and prints the answers:
 *
 * <pre>java -cp api/target/classes liberty-sample/src/send/Send.java [http://localhost:9080]</pre>
 */
class Send {

    private static final String WEBHOOK_SECRET =
            System.getenv().getOrDefault("FRAMEIO_WEBHOOK_SECRET", "development-webhook-secret");
    private static final String ACTION_SECRET =
            System.getenv().getOrDefault("FRAMEIO_ACTION_SECRET", "development-action-secret");
    private static final HttpClient CLIENT = HttpClient.newHttpClient();

    private final URI endpoint;
    private boolean allAccepted = true;

    Send(String baseUrl) {
        endpoint = URI.create(baseUrl.replaceAll("/+$", "") + "/frameio");
    }

    public static void main(String[] args) throws InterruptedException {
        Send send = new Send(args.length > 0 ? args[0] : "http://localhost:9080");
        try {
            send.everything();
        } catch (IOException e) {
            System.err.println("No answer from " + send.endpoint + "; start the sample first.");
            System.exit(1);
        }
        System.exit(send.allAccepted ? 0 : 1);
    }

    private void everything() throws IOException, InterruptedException {
        send("webhook file.ready", WEBHOOK_SECRET, webhook("file.ready", "file"));
        send("webhook comment.created", WEBHOOK_SECRET, webhook("comment.created", "comment"));
        send("action greeting", ACTION_SECRET, action("greeting", newId(), ""));
        // all steps of one run of an action have the same interaction id
        String interaction = newId();
        send("action transcribe.file", ACTION_SECRET, action("transcribe.file", interaction, ""));
        send("action transcribe.file, submitted", ACTION_SECRET, action("transcribe.file", interaction, """
                "data":{"language":"es"},"""));
    }

    private void send(String what, String secrets, String body) throws IOException, InterruptedException {
        String secret = secrets.split(",")[0].strip();
        String timestamp = Long.toString(Instant.now().getEpochSecond());
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        HttpRequest request = HttpRequest.newBuilder(endpoint)
                .header("Content-Type", "application/json")
                .header(Signature.TIMESTAMP_HEADER, timestamp)
                .header(Signature.HEADER, Signature.sign(secret, timestamp, bytes))
                .POST(HttpRequest.BodyPublishers.ofByteArray(bytes))
                .build();
        HttpResponse<String> answer = CLIENT.send(request, HttpResponse.BodyHandlers.ofString());
        allAccepted &= answer.statusCode() == 200;
        System.out.println(what + " -> " + answer.statusCode() + " "
                + answer.body().lines().findFirst().orElse(""));
    }

    private static String webhook(String type, String resourceType) {
        return """
                {"account":{"id":"6f70f1bd-7e89-4a7e-b4d3-7e576585a181"},\
                "project":{"id":"7e46e495-4444-4555-8649-bee4d391a997"},\
                "resource":{"id":"%s","type":"%s"},"type":"%s",\
                "user":{"id":"56556a3f-859f-4b38-b6c6-e8625b5da8a5"},\
                "workspace":{"id":"378fcbf7-6f88-4224-8139-6a743ed940b2"}}""".formatted(newId(), resourceType, type);
    }

    private static String action(String type, String interaction, String data) {
        return """
                {"account_id":"9a44f696-ae69-4e0c-9731-806d27ea46f1",\
                "action_id":"ecd40785-4485-4f07-9d26-a006ea84efdf",%s\
                "interaction_id":"%s","project":{"id":"3dda6833-ec3b-46bd-a7d9-1a77c03a165b"},\
                "resource":{"id":"f9d5728c-ac1a-4f48-92bb-ea2f9be3c58b","type":"file"},"type":"%s",\
                "user":{"id":"50d976e6-27d2-47cb-9388-45b38d55f4f0"},\
                "workspace":{"id":"382a1fe6-67cf-481e-9b65-79cfd9e9727f"}}""".formatted(data, interaction, type);
    }

    private static String newId() {
        return UUID.randomUUID().toString();
    }
}
