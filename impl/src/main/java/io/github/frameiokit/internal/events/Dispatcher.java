package io.github.frameiokit.internal.events;

import io.github.frameiokit.Action;
import io.github.frameiokit.ActionEvent;
import io.github.frameiokit.FrameioEvent;
import io.github.frameiokit.ResourceType;
import io.github.frameiokit.Webhook;
import io.github.frameiokit.WebhookEvent;
import io.github.frameiokit.internal.Keys;
import io.github.frameiokit.internal.Settings;
import io.github.frameiokit.response.ActionResponse;
import io.github.frameiokit.response.Message;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.eclipse.microprofile.config.Config;

/** Fires a verified event into CDI and makes an outcome of what came of it. */
@Dependent
public class Dispatcher {

    private static final System.Logger LOG = System.getLogger(Dispatcher.class.getName());
    private static final int MOST_UNHANDLED_TYPES = 1000;

    @Inject
    private Handlers handlers;

    @Inject
    private Exchanges exchanges;

    @Inject
    private AsyncHandlers async;

    @Inject
    private Admission admission;

    @Inject
    @Webhook("*")
    private Event<WebhookEvent> webhooks;

    @Inject
    @Action("*")
    private Event<ActionEvent> actions;

    @Inject
    private Config config;

    private final Set<String> unhandledTypes = ConcurrentHashMap.newKeySet();
    private String onError;
    private String errorTitle;
    private String errorDescription;

    @PostConstruct
    void prepare() {
        onError = Settings.text(config, Keys.ACTION_ON_ERROR).orElse("message");
        errorTitle = Settings.text(config, Keys.ACTION_ERROR_TITLE).orElse("Something went wrong");
        errorDescription = Settings.text(config, Keys.ACTION_ERROR_DESCRIPTION)
                .orElse("The app could not finish this. Nothing will be tried again by itself; please try once more.");
    }

    Outcome webhook(WebhookEvent event) {
        if (!handlers.handle(Kind.WEBHOOK, event.type())) {
            logUnhandled(event); // and not fired: any secret may sign it, and an observer of Object would see it
            return Outcome.done();
        }
        Exchange exchange = fire(webhooks, event);
        return exchange.failures().isEmpty() && fireAsync(webhooks, event) ? Outcome.done() : Outcome.failed();
    }

    Outcome action(ActionEvent event) {
        Optional<Handler> found = handlers.action(event.type());
        if (found.isEmpty()) {
            logUnhandled(event);
            return Outcome.answered(Message.of("Not available", "This app has nothing that handles this action."));
        }
        Handler handler = found.get();
        if (!handler.isFor(event.resources())) {
            return Outcome.answered(
                    Message.of(handler.title(), "This action is for " + inWords(handler.on()) + " only."));
        }
        if (handler.userAuth()) {
            Optional<ActionResponse> refusal = admission.refuse(event, handler.title());
            if (refusal.isPresent()) {
                return Outcome.answered(refusal.get());
            }
        }
        Exchange exchange = fire(actions, event);
        if (!exchange.failures().isEmpty() || !fireAsync(actions, event)) {
            return onError.equals("status")
                    ? Outcome.failed()
                    : Outcome.answered(Message.of(errorTitle, errorDescription));
        }
        return exchange.answer().map(Outcome::answered).orElseGet(Outcome::done);
    }

    private <E extends FrameioEvent> Exchange fire(Event<E> observers, E event) {
        Exchange exchange = exchanges.open(event);
        try {
            observers.fire(event);
        } catch (RuntimeException e) {
            exchange.failed("an observer of a supertype", e);
        } finally {
            exchanges.close(event);
        }
        logFailures(event, exchange);
        return exchange;
    }

    /** Returns whether the asynchronous handlers were set going. */
    private <E extends FrameioEvent> boolean fireAsync(Event<E> observers, E event) {
        if (!handlers.asynchronous()) {
            return true;
        }
        Exchange exchange = exchanges.open(event);
        try {
            async.fire(observers, event, (done, unguarded) -> {
                exchanges.close(event);
                logFailures(event, exchange);
                if (unguarded != null) {
                    log(event, "an asynchronous observer of a supertype", unguarded);
                }
            });
            return true;
        } catch (RuntimeException e) {
            exchanges.close(event);
            log(event, "starting the asynchronous handlers", e);
            return false;
        }
    }

    private static void logFailures(FrameioEvent event, Exchange exchange) {
        exchange.failures().forEach(failure -> log(event, failure.handler(), failure.cause()));
    }

    private static void log(FrameioEvent event, String handler, Throwable cause) {
        LOG.log(System.Logger.Level.ERROR, handler + " failed for " + event, cause);
    }

    private void logUnhandled(FrameioEvent event) {
        if (unhandledTypes.size() < MOST_UNHANDLED_TYPES && unhandledTypes.add(event.type())) {
            LOG.log(
                    System.Logger.Level.WARNING,
                    "Nothing handles " + event + "; it was answered 200, or else Frame.io would send it again. Further"
                            + " ones of this type go unlogged.");
        }
    }

    private static String inWords(Set<ResourceType> types) {
        return types.stream().sorted().map(ResourceType::plural).collect(Collectors.joining(" and "));
    }
}
