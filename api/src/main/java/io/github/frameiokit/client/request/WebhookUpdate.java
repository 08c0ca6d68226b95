package io.github.frameiokit.client.request;

/** Changes to a webhook. Immutable: each method returns a copy. */
public final class WebhookUpdate extends RequestParameters<WebhookUpdate> {

    /** An update that changes nothing yet. */
    public WebhookUpdate() {}

    /**
     * Sets the name.
     *
     * @param name the name, not blank, at most 255 characters
     * @return a copy with this change
     * @throws IllegalArgumentException if it is null, blank or longer than 255 characters
     */
    public WebhookUpdate name(String name) {
        return setText("name", name, 255);
    }

    /**
     * Sets where Frame.io sends the events.
     *
     * @param url the URL, which is the app's address followed by {@code /frameio}, not blank, at most 2,000 characters
     * @return a copy with this change
     * @throws IllegalArgumentException if it is null, blank or longer than 2,000 characters
     */
    public WebhookUpdate url(String url) {
        return setText("url", url, 2000);
    }

    /**
     * Sets the types of event.
     *
     * @param events one or more types, none blank
     * @return a copy with this change
     * @throws IllegalArgumentException if there are none, or if one is blank
     */
    public WebhookUpdate events(String... events) {
        return setList("events", 1, Integer.MAX_VALUE, events);
    }

    /**
     * Sets whether the webhook sends events.
     *
     * @param active true if it does
     * @return a copy with this change
     */
    public WebhookUpdate active(boolean active) {
        return set("active", active);
    }
}
