package io.github.frameiokit.client.request;

import java.util.List;

/** A webhook to create. Immutable: each method returns a copy. */
public final class WebhookDraft extends RequestParameters<WebhookDraft> {

    private WebhookDraft() {}

    /**
     * Creates a draft with everything that Frame.io requires.
     *
     * @param name its name, not blank, at most 255 characters
     * @param url where Frame.io sends the events: the app's address followed by {@code /frameio}, not blank, at most
     *     2,000 characters
     * @param events one or more types of event, such as those of {@link io.github.frameiokit.WebhookType}, none blank
     * @return the draft
     * @throws IllegalArgumentException if an argument is outside these bounds
     */
    public static WebhookDraft of(String name, String url, String... events) {
        return new WebhookDraft()
                .setText("name", name, 255)
                .setText("url", url, 2000)
                .setList("events", 1, Integer.MAX_VALUE, events);
    }

    /**
     * Creates a draft with everything that Frame.io requires.
     *
     * @param name its name, not blank, at most 255 characters
     * @param url where Frame.io sends the events: the app's address followed by {@code /frameio}, not blank, at most
     *     2,000 characters
     * @param events one or more types of event, such as those of {@link io.github.frameiokit.WebhookType}, none blank,
     *     not null
     * @return the draft
     * @throws IllegalArgumentException if an argument is outside these bounds
     */
    public static WebhookDraft of(String name, String url, List<String> events) {
        return new WebhookDraft()
                .setText("name", name, 255)
                .setText("url", url, 2000)
                .setList("events", 1, Integer.MAX_VALUE, events);
    }
}
