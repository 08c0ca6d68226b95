package io.github.frameiokit.client.request;

import java.util.Map;

/** Changes of a webhook. Immutable: every change gives a new one. */
public final class WebhookUpdate extends Draft {

    private WebhookUpdate(Map<String, Object> members) {
        super(members);
    }

    /** Starts with nothing. */
    public WebhookUpdate() {
        this(Map.of());
    }

    /**
     * Its name.
     *
     * @param name the value, not null
     * @return a new draft
     * @throws IllegalArgumentException if it is blank or longer than 255 characters
     */
    public WebhookUpdate name(String name) {
        return set("name", Draft.text("name", name, 255));
    }

    /**
     * Where its events are sent.
     *
     * @param url the value, not null
     * @return a new draft
     * @throws IllegalArgumentException if it is blank or longer than 2000 characters
     */
    public WebhookUpdate url(String url) {
        return set("url", Draft.text("url", url, 2000));
    }

    /**
     * The types of event.
     *
     * @param events the value, not null
     * @return a new draft
     * @throws IllegalArgumentException if it has too few or too many
     */
    public WebhookUpdate events(String... events) {
        return set("events", Draft.list("events", 1, Integer.MAX_VALUE, events));
    }

    /**
     * Whether it sends anything.
     *
     * @param active whether
     * @return a new draft
     */
    public WebhookUpdate active(boolean active) {
        return set("active", active);
    }

    private WebhookUpdate set(String member, Object value) {
        return new WebhookUpdate(with(member, value));
    }
}
