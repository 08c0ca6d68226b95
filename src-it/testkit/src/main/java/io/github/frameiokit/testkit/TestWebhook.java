package io.github.frameiokit.testkit;

import io.github.frameiokit.WebhookEvent;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.util.UUID;

/**
 * A webhook for a test.
 *
 * @see FrameioEvents#webhook
 */
public final class TestWebhook extends TestEvent<TestWebhook> {

    private TestWebhook(JsonObject payload, Sending sending) {
        super(payload, sending);
    }

    static TestWebhook of(String type) {
        return new TestWebhook(
                Json.createObjectBuilder()
                        .add("account", reference("6f70f1bd-7e89-4a7e-b4d3-7e576585a181"))
                        .add("project", reference("7e46e495-4444-4555-8649-bee4d391a997"))
                        .add(
                                "resource",
                                asset(
                                        type.replaceFirst("\\..*", ""),
                                        UUID.randomUUID().toString()))
                        .add("type", type)
                        .add("user", reference("56556a3f-859f-4b38-b6c6-e8625b5da8a5"))
                        .add("workspace", reference("378fcbf7-6f88-4224-8139-6a743ed940b2"))
                        .build(),
                Sending.PLAIN);
    }

    /**
     * This event about another resource.
     *
     * @param type the resource's type, such as {@code file}, not null
     * @param id the resource's id, not null
     * @return a new event
     */
    public TestWebhook resource(String type, String id) {
        return with("resource", asset(type, id));
    }

    @Override
    public TestWebhook account(String id) {
        return with("account", reference(id));
    }

    @Override
    public WebhookEvent event() {
        return WebhookEvent.of(json(), time());
    }

    @Override
    TestWebhook copy(JsonObject changed, Sending other) {
        return new TestWebhook(changed, other);
    }
}
