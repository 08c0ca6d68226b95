package io.github.frameiokit.client.request;

import java.util.Map;

/** Changes of a custom action. Immutable: every change gives a new one. */
public final class CustomActionUpdate extends Draft {

    private CustomActionUpdate(Map<String, Object> members) {
        super(members);
    }

    /** Starts with nothing. */
    public CustomActionUpdate() {
        this(Map.of());
    }

    /**
     * What users choose in the menu.
     *
     * @param name the value, not null
     * @return a new draft
     * @throws IllegalArgumentException if it is blank or longer than 255 characters
     */
    public CustomActionUpdate name(String name) {
        return set("name", Draft.text("name", name, 255));
    }

    /**
     * What it does.
     *
     * @param description the value, not null
     * @return a new draft
     * @throws IllegalArgumentException if it is blank or longer than 255 characters
     */
    public CustomActionUpdate description(String description) {
        return set("description", Draft.text("description", description, 255));
    }

    /**
     * The event it sends.
     *
     * @param event the value, not null
     * @return a new draft
     * @throws IllegalArgumentException if it is blank or longer than 255 characters
     */
    public CustomActionUpdate event(String event) {
        return set("event", Draft.text("event", event, 255));
    }

    /**
     * Where it is sent.
     *
     * @param url the value, not null
     * @return a new draft
     * @throws IllegalArgumentException if it is blank or longer than 2000 characters
     */
    public CustomActionUpdate url(String url) {
        return set("url", Draft.text("url", url, 2000));
    }

    /**
     * How long Frame.io waits for an answer, 5 to 10 seconds.
     *
     * @param timeout the value
     * @return a new draft
     * @throws IllegalArgumentException if it is out of range
     */
    public CustomActionUpdate timeout(int timeout) {
        return set("timeout", Draft.number("timeout", timeout, 5, 10));
    }

    /**
     * Whether it can be run on several assets at once.
     *
     * @param multiAsset whether
     * @return a new draft
     */
    public CustomActionUpdate multiAsset(boolean multiAsset) {
        return set("multi_asset", multiAsset);
    }

    /**
     * Whether users see it.
     *
     * @param active whether
     * @return a new draft
     */
    public CustomActionUpdate active(boolean active) {
        return set("active", active);
    }

    private CustomActionUpdate set(String member, Object value) {
        return new CustomActionUpdate(with(member, value));
    }
}
