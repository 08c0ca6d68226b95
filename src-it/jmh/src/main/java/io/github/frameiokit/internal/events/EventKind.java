package io.github.frameiokit.internal.events;

/** The events that are measured, with the payloads of Frame.io's guide. */
public enum EventKind {
    WEBHOOK("""
            {"account":{"id":"6f70f1bd-7e89-4a7e-b4d3-7e576585a181"},\
            "project":{"id":"7e46e495-4444-4555-8649-bee4d391a997"},\
            "resource":{"id":"%s","type":"file"},"type":"file.ready",\
            "user":{"id":"56556a3f-859f-4b38-b6c6-e8625b5da8a5"},\
            "workspace":{"id":"378fcbf7-6f88-4224-8139-6a743ed940b2"}}"""),
    ACTION("""
            {"account_id":"9a44f696-ae69-4e0c-9731-806d27ea46f1",\
            "action_id":"ecd40785-4485-4f07-9d26-a006ea84efdf","interaction_id":"%s",\
            "project":{"id":"3dda6833-ec3b-46bd-a7d9-1a77c03a165b"},\
            "resource":{"id":"f9d5728c-ac1a-4f48-92bb-ea2f9be3c58b","type":"file"},\
            "type":"greeting","user":{"id":"50d976e6-27d2-47cb-9388-45b38d55f4f0"},\
            "workspace":{"id":"382a1fe6-67cf-481e-9b65-79cfd9e9727f"}}""");

    private final String payload;

    EventKind(String payload) {
        this.payload = payload;
    }

    /** The JSON, with an id that differs from request to request. */
    String payload(String id) {
        return payload.replace("%s", id);
    }
}
