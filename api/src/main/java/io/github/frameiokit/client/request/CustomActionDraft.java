package io.github.frameiokit.client.request;

/** A custom action to create. Immutable: each method returns a copy. */
public final class CustomActionDraft extends RequestParameters<CustomActionDraft> {

    private CustomActionDraft() {}

    /**
     * Creates a draft with everything that Frame.io requires.
     *
     * @param name its name in the menu, not blank, at most 255 characters
     * @param description what it does, not blank, at most 255 characters
     * @param event the event that it sends, which is the {@link io.github.frameiokit.Action#value()} of its handler,
     *     not blank, at most 255 characters
     * @param url where Frame.io sends the event: the app's address followed by {@code /frameio}, not blank, at most
     *     2,000 characters
     * @return the draft
     * @throws IllegalArgumentException if an argument is outside these bounds
     */
    public static CustomActionDraft of(String name, String description, String event, String url) {
        return new CustomActionDraft()
                .setText("name", name, 255)
                .setText("description", description, 255)
                .setText("event", event, 255)
                .setText("url", url, 2000);
    }

    /**
     * Sets how long Frame.io waits for a response.
     *
     * @param timeout the time in seconds, from 5 to 10
     * @return a copy with this change
     * @throws IllegalArgumentException if it is less than 5 or greater than 10
     */
    public CustomActionDraft timeout(int timeout) {
        return setNumber("timeout", timeout, 5, 10);
    }

    /**
     * Sets whether users can run the action on several assets at once.
     *
     * @param multiAsset true if they can
     * @return a copy with this change
     */
    public CustomActionDraft multiAsset(boolean multiAsset) {
        return set("multi_asset", multiAsset);
    }
}
