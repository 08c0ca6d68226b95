package io.github.frameiokit.internal.events;

import io.github.frameiokit.Action;
import io.github.frameiokit.ActionEvent;
import io.github.frameiokit.FrameioEvent;
import io.github.frameiokit.Webhook;
import io.github.frameiokit.WebhookEvent;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.inject.Any;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The CDI events that the dispatcher fires: per set of handlers, one that reaches just these and the observers without
 * a qualifier. Thread-safe.
 *
 * <p>The events are fields, since OpenWebBeans drops the qualifiers of an {@code Event} that a constructor takes, and
 * no handler would be called.
 */
@Dependent
public class EventSources {

    @Inject
    @Any
    private Event<WebhookEvent> webhooks;

    @Inject
    @Any
    private Event<ActionEvent> actions;

    @Inject
    @Webhook("*")
    private Event<WebhookEvent> allWebhooks;

    @Inject
    @Action("*")
    private Event<ActionEvent> allActions;

    @Inject
    private Handlers handlers;

    private final Map<List<Handler>, Event<WebhookEvent>> routedWebhooks = new ConcurrentHashMap<>();
    private final Map<List<Handler>, Event<ActionEvent>> routedActions = new ConcurrentHashMap<>();

    Event<WebhookEvent> webhooks(List<Handler> handling) {
        return routed(handlers.apart() ? webhooks : allWebhooks, handling, routedWebhooks);
    }

    Event<ActionEvent> actions(List<Handler> handling) {
        return routed(handlers.apart() ? actions : allActions, handling, routedActions);
    }

    private static <E extends FrameioEvent> Event<E> routed(
            Event<E> all, List<Handler> handling, Map<List<Handler>, Event<E>> known) {
        Event<E> event = known.get(handling);
        return event != null
                ? event
                : known.computeIfAbsent(
                        handling,
                        same -> all.select(
                                same.stream().map(Route.Literal::to).distinct().toArray(Route[]::new)));
    }
}
