package io.github.frameiokit.internal.events;

import io.github.frameiokit.Action;
import io.github.frameiokit.ActionEvent;
import io.github.frameiokit.Webhook;
import io.github.frameiokit.WebhookEvent;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;

/**
 * The CDI events that the dispatcher fires. They are fields, since OpenWebBeans drops the qualifiers of an
 * {@code Event} that a constructor takes, and no handler would be called.
 */
@Dependent
public class EventSources {

    @Inject
    @Webhook("*")
    private Event<WebhookEvent> webhooks;

    @Inject
    @Action("*")
    private Event<ActionEvent> actions;

    Event<WebhookEvent> webhooks() {
        return webhooks;
    }

    Event<ActionEvent> actions() {
        return actions;
    }
}
