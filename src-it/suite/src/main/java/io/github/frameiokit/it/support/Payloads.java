package io.github.frameiokit.it.support;

import jakarta.json.Json;
import jakarta.json.JsonObjectBuilder;
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
        return Json.createObjectBuilder()
                .add("account", id(ACCOUNT))
                .add("project", id("7e46e495-4444-4555-8649-bee4d391a997"))
                .add("resource", id(resourceId).add("type", type.substring(0, Math.max(0, type.indexOf('.')))))
                .add("type", type)
                .add("user", id("56556a3f-859f-4b38-b6c6-e8625b5da8a5"))
                .add("workspace", id("378fcbf7-6f88-4224-8139-6a743ed940b2"))
                .build()
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
        return builder(type, interactionId)
                .add("account_id", ACCOUNT)
                .add("project", id("3dda6833-ec3b-46bd-a7d9-1a77c03a165b"))
                .add("resource", id("f9d5728c-ac1a-4f48-92bb-ea2f9be3c58b").add("type", resourceType))
                .add("user", id(USER))
                .add("workspace", id("382a1fe6-67cf-481e-9b65-79cfd9e9727f"))
                .build()
                .toString();
    }

    /** The submission of a form, with only the documented members. */
    public static String submission(String type, String interactionId, JsonValue data) {
        return builder(type, interactionId).add("data", data).build().toString();
    }

    private static JsonObjectBuilder builder(String type, String interactionId) {
        return Json.createObjectBuilder()
                .add("type", type)
                .add("interaction_id", interactionId)
                .add("action_id", ACTION);
    }

    private static JsonObjectBuilder id(String id) {
        return Json.createObjectBuilder().add("id", id);
    }
}
