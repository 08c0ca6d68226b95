package io.github.frameiokit.internal.events;

import io.github.frameiokit.Action;
import io.github.frameiokit.ActionEvent;
import io.github.frameiokit.FormDataException;
import io.github.frameiokit.FrameioEvent;
import io.github.frameiokit.ResourceType;
import io.github.frameiokit.Webhook;
import io.github.frameiokit.WebhookEvent;
import io.github.frameiokit.internal.AsyncEvents;
import io.github.frameiokit.internal.Causes;
import io.github.frameiokit.internal.Settings;
import io.github.frameiokit.internal.Texts;
import io.github.frameiokit.response.ActionResponse;
import io.github.frameiokit.response.Form;
import io.github.frameiokit.response.Message;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
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
    private AsyncEvents async;

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

    private ResponseJson json;
    private Texts texts;
    private final Set<String> unhandledTypes = ConcurrentHashMap.newKeySet();
    private String onError;
    private String errorTitle;
    private String errorDescription;
    private String formErrorDescription;

    @PostConstruct
    void prepare() {
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

    Outcome webhook(WebhookEvent event) {
        if (!handlers.handle(Kind.WEBHOOK, event.type())) {
            logUnhandled(event); // and not fired: any secret may sign it, and an observer of Object would see it
            return Outcome.done();
        }
        Exchange exchange = fire(webhooks, event, Kind.WEBHOOK);
        logFailures(event, exchange);
        return exchange.failures().isEmpty() && fireAsync(webhooks, event) ? Outcome.done() : Outcome.failed();
    }

    /** Whatever fails on the way of an action, its user sees the same message as when its handler does. */
    Outcome action(ActionEvent event) {
        Optional<Handler> handler = handlers.action(event.type());
        if (handler.isEmpty()) {
            logUnhandled(event);
            return answered(Message.of(texts.get("action.unknown.title"), texts.get("action.unknown.description")));
        }
        try {
            return action(handler.get(), event);
        } catch (Exception | Error e) {
            log(event, handler.get().method(), e);
            return failed();
        }
    }

    private Outcome action(Handler handler, ActionEvent event) {
        if (!handler.isFor(event.resources())) {
            return answered(Message.of(
                    handler.title(), texts.get("action.wrong-asset.description", "types", inWords(handler.on()))));
        }
        if (handler.userAuth()) {
            Optional<ActionResponse> refusal = admission.refuse(event, handler.title());
            if (refusal.isPresent()) {
                return answered(refusal.get());
            }
        }
        Exchange exchange = fire(actions, event, Kind.ACTION);
        Optional<ActionResponse> remedy = Optional.empty();
        for (Exchange.Failure failure : exchange.failures()) {
            Optional<ActionResponse> own = admission.remedy(event, handler.title(), failure.cause());
            if (own.isEmpty()) {
                logFailure(event, failure);
            }
            remedy = remedy.or(() -> own);
        }
        if (remedy.isPresent()) {
            return answered(remedy.get());
        }
        if (exchange.failures().stream().anyMatch(failure -> misfit(failure).isPresent())) {
            return answered(Message.of(errorTitle, formErrorDescription));
        }
        if (!exchange.failures().isEmpty() || !fireAsync(actions, event)) {
            return failed();
        }
        return exchange.answer().map(this::answered).orElseGet(Outcome::done);
    }

    private Outcome answered(ActionResponse response) {
        return Outcome.answered(json.of(response), response instanceof Form);
    }

    private Outcome failed() {
        return onError.equals("status") ? Outcome.failed() : answered(Message.of(errorTitle, errorDescription));
    }

    /** The user's to mend: running it again couldn't help, so the user is told, whatever is configured for failures. */
    private static Optional<FormDataException> misfit(Exchange.Failure failure) {
        return Causes.of(failure.cause())
                .filter(FormDataException.class::isInstance)
                .map(FormDataException.class::cast)
                .findFirst();
    }

    /** What is thrown here and not kept by the exchange, CDI has met beside the handlers: what they have injected. */
    private <E extends FrameioEvent> Exchange fire(Event<E> observers, E event, Kind kind) {
        Exchange exchange = exchanges.open(event);
        try {
            observers.fire(event);
        } catch (Exception | Error e) {
            exchange.failed(handlers.names(kind, event.type()) + "an observer of a supertype", e);
        } finally {
            exchanges.close(event);
        }
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
        } catch (Exception | Error e) {
            exchanges.close(event);
            log(event, "starting the asynchronous handlers", e);
            return false;
        }
    }

    private static void logFailures(FrameioEvent event, Exchange exchange) {
        exchange.failures().forEach(failure -> logFailure(event, failure));
    }

    /** Without the cause of what a form doesn't fit, in which a value may be. */
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
                    "Nothing handles " + event + "; it was answered 200, or else Frame.io would send it again. Further"
                            + " ones of this type go unlogged.");
        }
    }

    private String inWords(Set<ResourceType> types) {
        return texts.list(
                types.stream().sorted().map(type -> "asset." + type.wireName()).toList());
    }
}
