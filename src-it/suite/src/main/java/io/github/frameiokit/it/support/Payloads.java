package io.github.frameiokit.it.support;

import io.github.frameiokit.testkit.FrameioEvents;
import io.github.frameiokit.testkit.TestAction;
import jakarta.json.JsonValue;

/** Payloads as Frame.io documents them. */
public final class Payloads {

    public static final String ACCOUNT = "6f70f1bd-7e89-4a7e-b4d3-7e576585a181";

    /** The id of the registered action. */
    public static final String ACTION = "ecd40785-4485-4f07-9d26-a006ea84efdf";

    /** The user who runs actions. */
    public static final String USER = "50d976e6-27d2-47cb-9388-45b38d55f4f0";

    private Payloads() {}

    public static String webhook(String type, String resourceId) {
        return FrameioEvents.webhook(type)
                .resource(type.replaceFirst("\\..*", ""), resourceId)
                .toString();
    }

    /** A webhook of this many characters, filled up with a member that Frame.io doesn't send yet. */
    public static String ofLength(int length, String type, String resourceId) {
        String webhook = webhook(type, resourceId);
        String start = webhook.substring(0, webhook.length() - 1) + ",\"new\":[";
        String item = "\"" + "x".repeat(1000) + "\",";
        int items = (length - start.length() - 4) / item.length();
        String full = start + item.repeat(items);
        return full + "\"" + "x".repeat(length - full.length() - 4) + "\"]}";
    }

    public static String action(String type, String interactionId, String resourceType) {
        return run(type, interactionId)
                .user(USER)
                .resource(resourceType, "f9d5728c-ac1a-4f48-92bb-ea2f9be3c58b")
                .toString();
    }

    /** The submission of a form, with only the documented members. */
    public static String submission(String type, String interactionId, JsonValue data) {
        return run(type, interactionId)
                .without("account_id", "project", "resource", "user", "workspace")
                .with("data", data)
                .toString();
    }

    private static TestAction run(String type, String interactionId) {
        return FrameioEvents.action(type).interactionId(interactionId);
    }
}
