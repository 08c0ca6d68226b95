package io.github.frameiokit.internal.opentelemetry;

import io.opentelemetry.api.common.AttributeKey;

/**
 * The attributes of the kit's spans and metrics. Those of OpenTelemetry's semantic conventions come first; the others
 * have the Python kit's names where it has them.
 */
final class Keys {

    static final AttributeKey<String> CODE_FUNCTION_NAME = AttributeKey.stringKey("code.function.name");
    static final AttributeKey<String> ERROR_TYPE = AttributeKey.stringKey("error.type");
    static final AttributeKey<String> HTTP_REQUEST_METHOD = AttributeKey.stringKey("http.request.method");
    static final AttributeKey<Long> HTTP_RESPONSE_STATUS_CODE = AttributeKey.longKey("http.response.status_code");
    static final AttributeKey<Long> MESSAGING_BATCH_MESSAGE_COUNT =
            AttributeKey.longKey("messaging.batch.message_count");
    static final AttributeKey<String> MESSAGING_DESTINATION_NAME = AttributeKey.stringKey("messaging.destination.name");
    static final AttributeKey<String> MESSAGING_MESSAGE_ID = AttributeKey.stringKey("messaging.message.id");
    static final AttributeKey<String> MESSAGING_OPERATION_NAME = AttributeKey.stringKey("messaging.operation.name");
    static final AttributeKey<String> MESSAGING_OPERATION_TYPE = AttributeKey.stringKey("messaging.operation.type");
    static final AttributeKey<String> MESSAGING_SYSTEM = AttributeKey.stringKey("messaging.system");
    static final AttributeKey<String> SERVER_ADDRESS = AttributeKey.stringKey("server.address");
    static final AttributeKey<String> URL_TEMPLATE = AttributeKey.stringKey("url.template");

    static final AttributeKey<String> ACCOUNT_ID = AttributeKey.stringKey("frameio.account.id");
    static final AttributeKey<String> ACTION_ID = AttributeKey.stringKey("frameio.action.id");
    static final AttributeKey<Long> DELIVERY_ATTEMPT = AttributeKey.longKey("frameio.delivery.attempt");
    static final AttributeKey<String> DELIVERY_OUTCOME = AttributeKey.stringKey("frameio.delivery.outcome");
    static final AttributeKey<String> EVENT_TYPE = AttributeKey.stringKey("frameio.event.type");
    static final AttributeKey<String> INSTALLATION_STATE = AttributeKey.stringKey("frameio.installation.state");
    static final AttributeKey<String> INTERACTION_ID = AttributeKey.stringKey("frameio.interaction.id");
    static final AttributeKey<String> PROJECT_ID = AttributeKey.stringKey("frameio.project.id");
    static final AttributeKey<String> REQUEST_OUTCOME = AttributeKey.stringKey("frameio.request.outcome");
    static final AttributeKey<String> RESOURCE_ID = AttributeKey.stringKey("frameio.resource.id");
    static final AttributeKey<String> RESOURCE_TYPE = AttributeKey.stringKey("frameio.resource.type");
    static final AttributeKey<String> TOKEN_GRANT = AttributeKey.stringKey("frameio.token.grant");
    static final AttributeKey<String> TOKEN_OUTCOME = AttributeKey.stringKey("frameio.token.outcome");
    static final AttributeKey<String> WAIT_REASON = AttributeKey.stringKey("frameio.wait.reason");
    static final AttributeKey<String> WORKSPACE_ID = AttributeKey.stringKey("frameio.workspace.id");

    private Keys() {}
}
