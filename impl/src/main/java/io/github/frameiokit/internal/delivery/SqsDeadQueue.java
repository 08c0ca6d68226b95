package io.github.frameiokit.internal.delivery;

import io.github.frameiokit.delivery.DeliveryException;
import io.github.frameiokit.delivery.DeliveryQueue.Entry;
import io.github.frameiokit.internal.JsonText;
import io.github.frameiokit.internal.Settings;
import jakarta.json.JsonException;
import jakarta.json.JsonObject;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** The dead-letter queue of a queue of Amazon SQS. Thread-safe. */
final class SqsDeadQueue {

    private static final System.Logger LOG = System.getLogger(SqsDeadQueue.class.getName());

    private static final Duration LONG_POLL = Duration.ofSeconds(1);
    private static final Duration INVISIBLE = Duration.ofSeconds(30);
    /** Those looked at first are visible again after half a minute. */
    private static final int MOST_LOOKED_AT = 5000;

    private final SqsQueue of;
    private final Optional<URI> named;
    private final int attempts;
    private volatile @Nullable SqsQueue found;

    /**
     * Asks nothing yet.
     *
     * @param named its URL; without it, the queue's redrive policy has it
     * @param attempts how often a handler is called, for which SQS must not have removed the message before
     */
    SqsDeadQueue(SqsQueue of, Optional<URI> named, int attempts) {
        this.of = of;
        this.named = named;
        this.attempts = attempts;
    }

    /** The queue. Reads the redrive policy when it is first needed. */
    SqsQueue queue() {
        SqsQueue known = found;
        if (known == null) {
            Optional<JsonObject> policy = redrivePolicy();
            policy.ifPresent(this::checkReceives);
            known = named.map(URI::toString)
                    .map(of::other)
                    .or(() -> policy.flatMap(it -> JsonText.text(it, "deadLetterTargetArn"))
                            .map(this::byArn))
                    .orElseThrow(() -> new DeliveryException("The queue " + of.url()
                            + " has no redrive policy, so there is no place for dead deliveries; give it one,"
                            + " or set " + Settings.DELIVERY_SQS_DEAD_QUEUE_URL + "."));
            found = known;
        }
        return known;
    }

    private Optional<JsonObject> redrivePolicy() {
        try {
            return of.redrivePolicy().map(JsonText::object);
        } catch (JsonException e) {
            return Optional.empty();
        }
    }

    private void checkReceives(JsonObject policy) {
        String most = String.valueOf(policy.get("maxReceiveCount")).replace("\"", "");
        if (most.matches("\\d{1,4}") && Integer.parseInt(most) <= attempts) {
            LOG.log(
                    System.Logger.Level.WARNING,
                    "The redrive policy of " + of.url() + " removes a message after " + most
                            + " receives, but a handler is called " + attempts
                            + " times; raise maxReceiveCount to 100, or lower " + Settings.DELIVERY_ATTEMPTS + ".");
        }
    }

    /** A queue by its ARN: arn, partition, service, region, account, name. */
    private SqsQueue byArn(String arn) {
        String[] parts = arn.split(":");
        if (parts.length != 6) {
            throw new DeliveryException("The redrive policy of " + of.url() + " names no queue; set "
                    + Settings.DELIVERY_SQS_DEAD_QUEUE_URL + ".");
        }
        return of.other(parts[5], parts[4]);
    }

    List<Entry> list(int most) {
        List<SqsMessage> messages = lookAt(most, message -> false);
        queue().show(messages);
        return messages.stream().map(SqsMessage::entry).toList();
    }

    /**
     * Removes a message.
     *
     * @param before what is done with it before
     * @return whether it was there
     */
    boolean take(String id, Consumer<SqsMessage> before) {
        List<SqsMessage> messages =
                lookAt(MOST_LOOKED_AT, message -> message.id().equals(id));
        Optional<SqsMessage> dead =
                messages.stream().filter(message -> message.id().equals(id)).findFirst();
        dead.ifPresent(message -> {
            before.accept(message);
            queue().delete(message);
            messages.remove(message);
        });
        queue().show(messages);
        if (dead.isEmpty() && messages.size() == MOST_LOOKED_AT) {
            throw new UnsupportedOperationException("The delivery isn't among the first " + MOST_LOOKED_AT
                    + " in the dead-letter queue; move or delete it with the tools of Amazon SQS.");
        }
        return dead.isPresent();
    }

    /**
     * Receives messages, since SQS can't show them otherwise. Others don't see them meanwhile. So a node does this once
     * at a time: otherwise two lists would share the messages, and neither would have all.
     */
    private synchronized List<SqsMessage> lookAt(int most, Predicate<SqsMessage> last) {
        List<SqsMessage> messages = new ArrayList<>();
        while (messages.size() < most) {
            List<SqsMessage> more =
                    queue().receive(Math.min(SqsQueue.MOST, most - messages.size()), LONG_POLL, INVISIBLE);
            messages.addAll(more);
            if (more.isEmpty() || more.stream().anyMatch(last)) {
                break;
            }
        }
        return messages;
    }
}
