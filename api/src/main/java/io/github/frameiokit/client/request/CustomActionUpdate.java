package io.github.frameiokit.client.request;

/** Changes to a custom action. Immutable: each method returns a copy. */
public final class CustomActionUpdate extends RequestParameters<CustomActionUpdate> {

    /** An update that changes nothing yet. */
    public CustomActionUpdate() {}

    /**
     * Sets the name in the menu.
     *
     * @param name the name, not blank, at most 255 characters
     * @return a copy with this change
     * @throws IllegalArgumentException if it is null, blank or longer than 255 characters
     */
    public CustomActionUpdate name(String name) {
        return setText("name", name, 255);
    }

    /**
     * Sets the description.
     *
     * @param description what the action does, not blank, at most 255 characters
     * @return a copy with this change
     * @throws IllegalArgumentException if it is null, blank or longer than 255 characters
     */
    public CustomActionUpdate description(String description) {
        return setText("description", description, 255);
    }

    /**
     * Sets the event that the action sends.
     *
     * @param event the event, not blank, at most 255 characters
     * @return a copy with this change
     * @throws IllegalArgumentException if it is null, blank or longer than 255 characters
     */
    public CustomActionUpdate event(String event) {
        return setText("event", event, 255);
    }

    /**
     * Sets where Frame.io sends the event.
     *
     * @param url the URL, which is the app's address followed by {@code /frameio}, not blank, at most 2,000 characters
     * @return a copy with this change
     * @throws IllegalArgumentException if it is null, blank or longer than 2,000 characters
     */
    public CustomActionUpdate url(String url) {
        return setText("url", url, 2000);
    }

    /**
     * Sets how long Frame.io waits for a response.
     *
     * @param timeout the time in seconds, from 5 to 10
     * @return a copy with this change
     * @throws IllegalArgumentException if it is less than 5 or greater than 10
     */
    public CustomActionUpdate timeout(int timeout) {
        return setNumber("timeout", timeout, 5, 10);
    }

    /**
     * Sets whether users can run the action on several assets at once.
     *
     * @param multiAsset true if they can
     * @return a copy with this change
     */
    public CustomActionUpdate multiAsset(boolean multiAsset) {
        return set("multi_asset", multiAsset);
    }

    /**
     * Sets whether users see the action.
     *
     * @param active true if they see it
     * @return a copy with this change
     */
    public CustomActionUpdate active(boolean active) {
        return set("active", active);
    }
}
