package io.github.frameiokit.client.request;

import java.util.Map;

/** A custom action to be made. Immutable: every change gives a new one. */
public final class CustomActionDraft extends Draft {

    private CustomActionDraft(Map<String, Object> members) {
        super(members);
    }

    /**
     * Starts with what Frame.io requires.
     *
     * @param name what users choose in the menu
     * @param description what it does
     * @param event the event it sends, what {@link io.github.frameiokit.Action#value()} names
     * @param url where it is sent: the app's address with {@code /frameio} at its end
     * @return the draft
     * @throws IllegalArgumentException if something required is missing, blank, too long or out of range
     */
    public static CustomActionDraft of(String name, String description, String event, String url) {
        return new CustomActionDraft(Map.of())
                .set("name", Draft.text("name", name, 255))
                .set("description", Draft.text("description", description, 255))
                .set("event", Draft.text("event", event, 255))
                .set("url", Draft.text("url", url, 2000));
    }

    /**
     * How long Frame.io waits for an answer, 5 to 10 seconds.
     *
     * @param timeout the value
     * @return a new draft
     * @throws IllegalArgumentException if it is out of range
     */
    public CustomActionDraft timeout(int timeout) {
        return set("timeout", Draft.number("timeout", timeout, 5, 10));
    }

    /**
     * Whether it can be run on several assets at once.
     *
     * @param multiAsset whether
     * @return a new draft
     */
    public CustomActionDraft multiAsset(boolean multiAsset) {
        return set("multi_asset", multiAsset);
    }

    private CustomActionDraft set(String member, Object value) {
        return new CustomActionDraft(with(member, value));
    }
}
