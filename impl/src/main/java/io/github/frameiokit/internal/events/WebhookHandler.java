package io.github.frameiokit.internal.events;

import java.util.List;

/** An observer method that handles webhooks. */
public record WebhookHandler(Id id, List<String> types, boolean async, String secret) implements Handler {

    public WebhookHandler {
        types = List.copyOf(types);
    }

    /** Cheap, since each event looks up its handlers. */
    @Override
    public int hashCode() {
        return id.method().hashCode();
    }

    @Override
    public Kind kind() {
        return Kind.WEBHOOK;
    }
}
