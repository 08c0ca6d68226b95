package io.github.frameiokit.benchmark;

import io.github.frameiokit.signing.Signature;

/** What the load sends. Each request has an id of its own, so none is a copy of another. */
enum Event {
    WEBHOOK("file.ready"),
    /** For an asynchronous handler. */
    LATER("comment.created"),
    ACTION(
            "application/json",
            Signature.TIMESTAMP_HEADER,
            Signature.HEADER,
            "{\"account_id\":\"9a44f696-ae69-4e0c-9731-806d27ea46f1\","
                    + "\"action_id\":\"ecd40785-4485-4f07-9d26-a006ea84efdf\",\"interaction_id\":\"%s\","
                    + "\"project\":{\"id\":\"3dda6833-ec3b-46bd-a7d9-1a77c03a165b\"},"
                    + "\"resource\":{\"id\":\"f9d5728c-ac1a-4f48-92bb-ea2f9be3c58b\",\"type\":\"file\"},"
                    + "\"type\":\"greeting\",\"user\":{\"id\":\"50d976e6-27d2-47cb-9388-45b38d55f4f0\"},"
                    + "\"workspace\":{\"id\":\"382a1fe6-67cf-481e-9b65-79cfd9e9727f\"}}"),
    /** Slack's, for Bolt. It is signed in the same way. */
    COMMAND(
            "application/x-www-form-urlencoded",
            "X-Slack-Request-Timestamp",
            "X-Slack-Signature",
            "token=gIkuvaNzQIHg97ATvDxqgjtO&team_id=T0001&team_domain=example&enterprise_id=E0001"
                    + "&enterprise_name=Globular%%20Construct%%20Inc&channel_id=C2147483705&channel_name=test"
                    + "&user_id=U2147483697&user_name=Steve&command=%%2Fgreeting&text=hello&api_app_id=A123456"
                    + "&response_url=https%%3A%%2F%%2Fhooks.slack.com%%2Fcommands%%2F1234%%2F5678"
                    + "&trigger_id=%s");

    final String contentType;
    final String timestampHeader;
    final String signatureHeader;
    /** With {@code %s} in the place of the id. */
    final String body;

    /** A webhook of Frame.io's. */
    Event(String type) {
        this(
                "application/json",
                Signature.TIMESTAMP_HEADER,
                Signature.HEADER,
                "{\"account\":{\"id\":\"6f70f1bd-7e89-4a7e-b4d3-7e576585a181\"},"
                        + "\"project\":{\"id\":\"7e46e495-4444-4555-8649-bee4d391a997\"},"
                        + "\"resource\":{\"id\":\"%s\",\"type\":\"file\"},\"type\":\"" + type + "\","
                        + "\"user\":{\"id\":\"56556a3f-859f-4b38-b6c6-e8625b5da8a5\"},"
                        + "\"workspace\":{\"id\":\"378fcbf7-6f88-4224-8139-6a743ed940b2\"}}");
    }

    Event(String contentType, String timestampHeader, String signatureHeader, String body) {
        this.contentType = contentType;
        this.timestampHeader = timestampHeader;
        this.signatureHeader = signatureHeader;
        this.body = body;
    }
}
