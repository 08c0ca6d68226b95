package io.github.frameiokit.internal.delivery;

import io.github.frameiokit.ActionEvent;
import io.github.frameiokit.Delivery;
import io.github.frameiokit.FormDataException;
import io.github.frameiokit.FrameioEvent;
import io.github.frameiokit.WebhookEvent;
import io.github.frameiokit.delivery.DeadDelivery;
import io.github.frameiokit.delivery.DeliveryQueue;
import io.github.frameiokit.delivery.DeliveryQueue.Again;
import io.github.frameiokit.delivery.DeliveryQueue.Dead;
import io.github.frameiokit.delivery.DeliveryQueue.Done;
import io.github.frameiokit.delivery.DeliveryQueue.Entry;
import io.github.frameiokit.delivery.DeliveryQueue.Outcome;
import io.github.frameiokit.internal.AsyncEvents;
import io.github.frameiokit.internal.Causes;
import io.github.frameiokit.internal.Settings;
import io.github.frameiokit.internal.events.Handler;
import io.github.frameiokit.internal.events.HandlerRun;
import io.github.frameiokit.internal.events.Kind;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.RejectedExecutionException;
import org.eclipse.microprofile.config.Config;

/**
 * Calls the handler of an entry, and decides what becomes of the entry. Thread-safe.
 *
 * <p>While an app is being replaced, a node may get an entry whose handler only the other version has. It puts the
 * entry off without counting, as long as the event is younger than such a replacement can take.
 */
@Dependent
public class DeliveryWorker implements DeliveryQueue.Worker {

    private static final System.Logger LOG = System.getLogger(DeliveryWorker.class.getName());

    private static final Duration LONGEST_DEPLOYMENT = Duration.ofHours(1);
    private static final Duration PUT_OFF = Duration.ofSeconds(10);
    private static final Duration STOPPING = Duration.ofSeconds(1);
    private static final int MOST_DOUBLINGS = 20;

    private final HandlerRun run;
    private final Contents contents;
    private final DeliveryRecorder.Source recorders;
    private final AsyncEvents async;
    private final Event<DeadDelivery> died;
    private final int attempts;
    private final Duration backoff;
    private final Duration longestBackoff;

    @Inject
    DeliveryWorker(
            Config config,
            HandlerRun run,
            Contents contents,
            AsyncEvents async,
            Event<DeadDelivery> died,
            DeliveryRecorder.Source recorders) {
        this.async = async;
        this.run = run;
        this.contents = contents;
        this.died = died;
        this.recorders = recorders;
        attempts = Settings.DELIVERY_ATTEMPTS.get(config);
        backoff = Settings.DELIVERY_BACKOFF.get(config);
        longestBackoff = Settings.DELIVERY_BACKOFF_MAX.get(config);
    }

    @Override
    public Outcome work(Entry entry, int attempt) {
        try {
            Optional<Content> content = contents.open(entry);
            return content.isPresent() ? call(entry, content.get(), attempt) : unreadable(entry, attempt);
        } catch (Exception | Error e) {
            LOG.log(System.Logger.Level.ERROR, "The kit failed for the delivery " + entry.id(), e);
            return new Again(backoff(attempt), true);
        }
    }

    private Outcome call(Entry entry, Content content, int attempt) {
        FrameioEvent event = event(entry.id(), content, attempt);
        if (attempt > attempts) { // the servers that worked on it have died, and none could say so
            return die(entry, content, event, attempt - 1, Optional.empty());
        }
        Optional<Handler> handler = run.find(content.kind(), event.type(), content.handler());
        if (handler.isEmpty()) {
            return missing(entry, content, event, attempt);
        }
        DeliveryRecorder.Working working = recorders.deliveries().works(event, content.trace());
        Outcome outcome = new Again(backoff(attempt), true);
        try {
            Optional<Throwable> failure = run.call(handler.get(), event, working.recording());
            outcome = failure.isEmpty() ? new Done() : failed(entry, content, event, attempt, failure.get());
        } catch (RejectedExecutionException e) {
            outcome = new Again(STOPPING, false);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            working.ended(outcome);
        }
        return outcome;
    }

    private FrameioEvent event(String id, Content content, int attempt) {
        JsonObject payload = run.payload(content.body());
        Delivery delivery = new Delivery(id, attempt);
        return content.kind() == Kind.WEBHOOK
                ? WebhookEvent.of(payload, content.sent(), delivery)
                : ActionEvent.of(payload, content.sent(), delivery);
    }

    private Outcome missing(Entry entry, Content content, FrameioEvent event, int attempt) {
        if (Instant.now().isBefore(content.sent().plus(LONGEST_DEPLOYMENT))) {
            return new Again(PUT_OFF, false);
        }
        return failed(
                entry,
                content,
                event,
                attempt,
                new IllegalStateException("This app has no such asynchronous handler of " + event.type()
                        + "; deploy a version that has it, or discard the delivery."));
    }

    private Outcome failed(Entry entry, Content content, FrameioEvent event, int attempt, Throwable failure) {
        Optional<FormDataException> misfit = Causes.of(failure)
                .filter(FormDataException.class::isInstance)
                .map(FormDataException.class::cast)
                .findFirst();
        boolean last = attempt >= attempts;
        Duration pause = backoff(attempt);
        String said = content.handlerName() + " failed for " + event + " at attempt " + attempt + " of " + attempts
                + (last ? ", the last one" : " and is called again in " + pause.toSeconds() + " s")
                + misfit.map(it -> ": " + it.getMessage()).orElse("");
        // without the cause of a form that can't be read, since it may contain a submitted value
        LOG.log(
                last ? System.Logger.Level.ERROR : System.Logger.Level.WARNING,
                said,
                misfit.isPresent() ? null : failure);
        return last
                ? die(
                        entry,
                        content,
                        event,
                        attempt,
                        Optional.of(shown(misfit.<Throwable>map(it -> it).orElse(failure))))
                : new Again(pause, true);
    }

    private static String shown(Throwable failure) {
        return failure.getClass().getName() + (failure.getMessage() == null ? "" : ": " + failure.getMessage());
    }

    private Outcome die(Entry entry, Content content, FrameioEvent event, int made, Optional<String> cause) {
        Content dead = content.died(made, Instant.now(), cause);
        LOG.log(
                System.Logger.Level.ERROR,
                "The delivery " + entry.id() + " of " + event + " to " + content.handlerName() + " has died after "
                        + made
                        + (made == 1 ? " attempt" : " attempts")
                        + (cause.isEmpty() ? ", in which its servers have ended" : "")
                        + "; the Deliveries bean can retry it.");
        tell(new DeadDelivery(
                entry.id(),
                content.handlerName(),
                Optional.of(event),
                made,
                dead.death().map(Content.Death::at),
                cause));
        return new Dead(contents.entry(entry.id(), dead).content());
    }

    private Outcome unreadable(Entry entry, int attempt) {
        boolean last = attempt >= attempts;
        LOG.log(
                last ? System.Logger.Level.ERROR : System.Logger.Level.WARNING,
                "The delivery " + entry.id() + " can't be opened with the configured keys"
                        + (last ? ", so it has died" : "")
                        + "; if a key was replaced, keep the old one in " + Settings.ENCRYPTION_KEY + ".");
        if (!last) {
            return new Again(backoff(attempt), true);
        }
        tell(new DeadDelivery(entry.id(), "", Optional.empty(), 0, Optional.of(Instant.now()), Optional.empty()));
        return new Dead(entry.content());
    }

    /** Tells it on the handlers' threads: these of the queue have neither JNDI nor a request scope. */
    private void tell(DeadDelivery dead) {
        try {
            async.fire(died, dead, (done, failure) -> {
                if (failure != null) {
                    logUntold(dead, failure);
                }
            });
        } catch (RuntimeException e) {
            logUntold(dead, e);
        }
    }

    private static void logUntold(DeadDelivery dead, Throwable failure) {
        LOG.log(System.Logger.Level.ERROR, "An observer of DeadDelivery failed for " + dead.id(), failure);
    }

    private Duration backoff(int attempt) {
        Duration pause = backoff.multipliedBy(1L << Math.min(attempt - 1, MOST_DOUBLINGS));
        return pause.compareTo(longestBackoff) < 0 ? pause : longestBackoff;
    }
}
