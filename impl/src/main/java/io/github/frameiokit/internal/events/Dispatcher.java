package io.github.frameiokit.internal.events;

import io.github.frameiokit.ActionEvent;
import io.github.frameiokit.FormDataException;
import io.github.frameiokit.FrameioEvent;
import io.github.frameiokit.ResourceType;
import io.github.frameiokit.WebhookEvent;
import io.github.frameiokit.internal.AsyncEvents;
import io.github.frameiokit.internal.Causes;
import io.github.frameiokit.internal.Settings;
import io.github.frameiokit.internal.Texts;
import io.github.frameiokit.response.ActionResponse;
import io.github.frameiokit.response.Form;
import io.github.frameiokit.response.Message;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;
import org.eclipse.microprofile.config.Config;

/**
 * Fires a verified event into CDI and turns the result into an outcome. Thread-safe.
 *
 * <p>It has state and the scope {@code @Dependent} for the same reason as {@link Reception}, which has the one
 * instance.
 */
@Dependent
public class Dispatcher {

    private static final System.Logger LOG = System.getLogger(Dispatcher.class.getName());
    private static final int MOST_UNHANDLED_TYPES = 1000;
    private static final String UNGUARDED = "an asynchronous observer of a supertype";
    private static final String STORING = "storing it for the asynchronous handlers";
    private static final String STARTING = "starting the asynchronous handlers";

    private final Handlers handlers;
    private final Exchanges exchanges;
    private final AsyncEvents async;
    private final Admission admission;
    private final EventSources events;
    private final Interactions interactions;
    private final Inbox inbox;
    private final boolean durable;
    private final ResponseJson json;
    private final Texts texts;
    private final Set<String> unhandledTypes = ConcurrentHashMap.newKeySet();
    private final String onError;
    private final String errorTitle;
    private final String errorDescription;
    private final String formErrorDescription;

    @Inject
    Dispatcher(
            Config config,
            Handlers handlers,
            Exchanges exchanges,
            AsyncEvents async,
            Admission admission,
            EventSources events,
            Interactions interactions,
            Inbox inbox) {
        this.handlers = handlers;
        this.exchanges = exchanges;
        this.async = async;
        this.admission = admission;
        this.events = events;
        this.interactions = interactions;
        this.inbox = inbox;
        durable = inbox.isDurable();
        json = ResponseJson.configured(config);
        onError = Settings.ACTION_ON_ERROR.get(config);
        texts = Texts.of(config);
        errorTitle = Settings.ACTION_ERROR_TITLE.find(config).orElse(texts.get("action.failed.title"));
        errorDescription =
                Settings.ACTION_ERROR_DESCRIPTION.find(config).orElse(texts.get("action.failed.description"));
        formErrorDescription = Settings.ACTION_FORM_ERROR_DESCRIPTION
                .find(config)
                .orElse(texts.get("action.form-unreadable.description"));
    }

    /**
     * Dispatches a webhook.
     *
     * @param original the request, to be stored for asynchronous handlers; empty if they are to run at once anyway
     */
    Outcome webhook(WebhookEvent event, Optional<Inbox.Original> original, Recording recording) {
        List<Handler> handling = handlers.handling(Kind.WEBHOOK, event.type());
        recording.dispatched(!handling.isEmpty());
        if (handling.isEmpty()) {
            logUnhandled(event); // and not fired: any secret may sign it, and an observer of Object would see it
            return Outcome.done();
        }
        Event<WebhookEvent> observers = events.webhooks(handling);
        Exchange exchange = fire(observers, event, Kind.WEBHOOK, recording);
        logFailures(event, exchange);
        return exchange.failures().isEmpty() && handOver(observers, event, handling, original, recording)
                ? Outcome.done()
                : Outcome.failed();
    }

    /**
     * Dispatches an action. If anything fails before or after the handler, the user sees the same message as when the
     * handler fails.
     *
     * @param original the request, to be stored for an asynchronous handler; empty if it is to run at once anyway
     */
    Outcome action(ActionEvent event, Optional<Inbox.Original> original, Recording recording) {
        Optional<ActionHandler> handler = handlers.action(event.type());
        recording.dispatched(handler.isPresent());
        if (handler.isEmpty()) {
            logUnhandled(event);
            return answered(Message.of(texts.get("action.unknown.title"), texts.get("action.unknown.description")));
        }
        try {
            return action(handler.get(), event, original, recording);
        } catch (Exception | Error e) {
            recording.failed(handler.get().id().toString(), e);
            log(event, handler.get().id().toString(), e);
            return failed();
        }
    }

    private Outcome action(
            ActionHandler handler, ActionEvent event, Optional<Inbox.Original> original, Recording recording) {
        if (!handler.isFor(event.resources())) {
            return answered(Message.of(
                    handler.title(), texts.get("action.wrong-asset.description", "types", inWords(handler.on()))));
        }
        if (handler.userAuth()) {
            Admission.Decision decision = admission.admit(event, handler.title());
            if (!decision.isAdmitted()) {
                return answered(decision.instead().orElseThrow());
            }
        }
        List<Handler> handling = List.of(handler);
        Event<ActionEvent> observers = events.actions(handling);
        Interactions.Step step = interactions.begin(event);
        Exchange exchange;
        try {
            exchange = fire(observers, event, Kind.ACTION, recording);
        } finally {
            step.leave();
        }
        List<Exchange.Failure> failures = exchange.failures();
        if (!failures.isEmpty()) {
            return failed(handler, event, failures);
        }
        Outcome outcome = exchange.answer().map(this::answered).orElseGet(Outcome::done);
        step.end(outcome.asks());
        return handOver(observers, event, handling, original, recording) ? outcome : failed();
    }

    private Outcome failed(ActionHandler handler, ActionEvent event, List<Exchange.Failure> failures) {
        Optional<ActionResponse> remedy = Optional.empty();
        for (Exchange.Failure failure : failures) {
            Optional<ActionResponse> own = admission.remedy(event, handler.title(), failure.cause());
            if (own.isEmpty()) {
                logFailure(event, failure);
            }
            remedy = remedy.or(() -> own);
        }
        if (remedy.isPresent()) {
            return answered(remedy.get());
        }
        return failures.stream().anyMatch(failure -> misfit(failure).isPresent())
                ? answered(Message.of(errorTitle, formErrorDescription))
                : failed();
    }

    private Outcome answered(ActionResponse response) {
        return Outcome.answered(json.of(response), response instanceof Form);
    }

    private Outcome failed() {
        return onError.equals("status") ? Outcome.failed() : answered(Message.of(errorTitle, errorDescription));
    }

    /**
     * Only the user can correct a form, and running it again can't help, so the user sees this whatever is configured.
     */
    private static Optional<FormDataException> misfit(Exchange.Failure failure) {
        return Causes.of(failure.cause())
                .filter(FormDataException.class::isInstance)
                .map(FormDataException.class::cast)
                .findFirst();
    }

    /**
     * The exchange keeps failures of handlers; an exception that arrives here is from CDI, such as a failed injection.
     */
    private <E extends FrameioEvent> Exchange fire(Event<E> observers, E event, Kind kind, Recording recording) {
        Exchange exchange = exchanges.open(event, recording);
        try {
            observers.fire(event);
        } catch (Exception | Error e) {
            exchange.failed(handlers.names(kind, event.type()) + "an observer of a supertype", e);
        } finally {
            exchanges.close(event);
        }
        return exchange;
    }

    /**
     * Hands the event over to its asynchronous handlers, or to the queue in which it waits for them; returns false if
     * that failed. Observers that only listen have no queue.
     */
    private <E extends FrameioEvent> boolean handOver(
            Event<E> observers,
            E event,
            List<Handler> handling,
            Optional<Inbox.Original> original,
            Recording recording) {
        if (!handlers.asynchronous()) {
            return true;
        }
        return durable && original.isPresent()
                ? store(event, handling, original.get(), recording)
                        && fireAsync(
                                observers, event, observer -> observer.handler().isEmpty(), recording)
                : fireAsync(observers, event, observer -> true, recording);
    }

    private boolean store(FrameioEvent event, List<Handler> handling, Inbox.Original original, Recording recording) {
        List<Handler> waiting = handling.stream().filter(Handler::async).toList();
        try {
            if (!waiting.isEmpty()) {
                inbox.add(event, original, waiting);
            }
            return true;
        } catch (Exception | Error e) {
            recording.failed(STORING, e);
            log(event, STORING, e);
            return false;
        }
    }

    /** Starts asynchronous observers; returns false if that failed. */
    private <E extends FrameioEvent> boolean fireAsync(
            Event<E> observers, E event, Predicate<HandlerGuard> called, Recording recording) {
        Exchange exchange = exchanges.open(event, recording, called);
        recording.asyncBegins();
        try {
            async.fire(observers, event, (done, unguarded) -> {
                exchanges.close(event);
                logFailures(event, exchange);
                if (unguarded != null) {
                    recording.failed(UNGUARDED, unguarded);
                    log(event, UNGUARDED, unguarded);
                }
                recording.asyncEnded();
            });
            return true;
        } catch (Exception | Error e) {
            exchanges.close(event);
            recording.failed(STARTING, e);
            log(event, STARTING, e);
            recording.asyncEnded();
            return false;
        }
    }

    private static void logFailures(FrameioEvent event, Exchange exchange) {
        exchange.failures().forEach(failure -> logFailure(event, failure));
    }

    /** Without the cause of a form that can't be read, since it may contain a submitted value. */
    private static void logFailure(FrameioEvent event, Exchange.Failure failure) {
        misfit(failure)
                .ifPresentOrElse(
                        misfit -> LOG.log(
                                System.Logger.Level.WARNING,
                                failure.handler() + " can't read the form of " + event + ": " + misfit.getMessage()),
                        () -> log(event, failure.handler(), failure.cause()));
    }

    private static void log(FrameioEvent event, String handler, Throwable cause) {
        LOG.log(System.Logger.Level.ERROR, handler + " failed for " + event, cause);
    }

    private void logUnhandled(FrameioEvent event) {
        if (unhandledTypes.size() < MOST_UNHANDLED_TYPES && unhandledTypes.add(event.type())) {
            LOG.log(
                    System.Logger.Level.WARNING,
                    "Nothing handles " + event + "; it was answered 200, since otherwise Frame.io would send it again."
                            + " Further events of this type are not logged.");
        }
    }

    private String inWords(Set<ResourceType> types) {
        return texts.list(
                types.stream().sorted().map(type -> "asset." + type.wireName()).toList());
    }
}
