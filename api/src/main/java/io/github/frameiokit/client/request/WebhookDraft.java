package io.github.frameiokit.client.request;

import java.util.List;
import java.util.Map;

/** A webhook to be made. Immutable: every change gives a new one. */
public final class WebhookDraft extends Draft {

    private WebhookDraft(Map<String, Object> members) {
        super(members);
    }

    /**
     * Starts with what Frame.io requires.
     *
     * @param name its name
     * @param url where its events are sent: the app's address with {@code /frameio} at its end
     * @param events the types of event, such as those of {@link io.github.frameiokit.WebhookType}
     * @return the draft
     * @throws IllegalArgumentException if something required is missing, blank, too long or out of range
     */
    public static WebhookDraft of(String name, String url, String... events) {
        return new WebhookDraft(Map.of())
                .set("name", Draft.text("name", name, 255))
                .set("url", Draft.text("url", url, 2000))
                .set("events", Draft.list("events", 1, Integer.MAX_VALUE, events));
    }

    /**
     * Starts with what Frame.io requires.
     *
     * @param name its name
     * @param url where its events are sent: the app's address with {@code /frameio} at its end
     * @param events the types of event, such as those of {@link io.github.frameiokit.WebhookType}
     * @return the draft
     * @throws IllegalArgumentException if something required is missing, blank, too long or out of range
     */
    public static WebhookDraft of(String name, String url, List<String> events) {
        return of(name, url, Draft.given("events", events).toArray(String[]::new));
    }

    private WebhookDraft set(String member, Object value) {
        return new WebhookDraft(with(member, value));
    }
}
