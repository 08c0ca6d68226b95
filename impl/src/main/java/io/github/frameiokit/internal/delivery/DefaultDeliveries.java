package io.github.frameiokit.internal.delivery;

import io.github.frameiokit.ActionEvent;
import io.github.frameiokit.FrameioEvent;
import io.github.frameiokit.WebhookEvent;
import io.github.frameiokit.delivery.DeadDelivery;
import io.github.frameiokit.delivery.Deliveries;
import io.github.frameiokit.delivery.DeliveryQueue;
import io.github.frameiokit.internal.events.HandlerRun;
import io.github.frameiokit.internal.events.Kind;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;

/** The deliveries, as apps see them. Called outside of the caller's JTA transaction, as the queue is. */
@ApplicationScoped
@Transactional(Transactional.TxType.NOT_SUPPORTED)
public class DefaultDeliveries implements Deliveries {

    @Inject
    private ConfiguredQueue queues;

    @Inject
    private Contents contents;

    @Inject
    private HandlerRun run;

    @Override
    public OptionalLong pendingCount() {
        return queues.find().map(DeliveryQueue::pendingCount).orElseGet(OptionalLong::empty);
    }

    @Override
    public OptionalLong deadCount() {
        return queues.find().map(DeliveryQueue::deadCount).orElseGet(() -> OptionalLong.of(0));
    }

    @Override
    public List<DeadDelivery> dead(int most) {
        if (most <= 0) {
            throw new IllegalArgumentException("'most' must be positive.");
        }
        return queues.find().map(queue -> queue.dead(most)).orElse(List.of()).stream()
                .map(this::dead)
                .toList();
    }

    private DeadDelivery dead(DeliveryQueue.Entry entry) {
        Optional<Content> content = contents.open(entry);
        Optional<Content.Death> death = content.flatMap(Content::death);
        return new DeadDelivery(
                entry.id(),
                content.map(Content::handlerName).orElse(""),
                content.map(this::event),
                death.map(Content.Death::attempts).orElse(0),
                death.map(Content.Death::at),
                death.flatMap(Content.Death::cause));
    }

    private FrameioEvent event(Content content) {
        JsonObject payload = run.payload(content.body());
        return content.kind() == Kind.WEBHOOK
                ? WebhookEvent.of(payload, content.sent())
                : ActionEvent.of(payload, content.sent());
    }

    @Override
    public boolean retry(String id) {
        Objects.requireNonNull(id, "id");
        return queues.find().map(queue -> queue.retry(id)).orElse(false);
    }

    @Override
    public boolean discard(String id) {
        Objects.requireNonNull(id, "id");
        return queues.find().map(queue -> queue.discard(id)).orElse(false);
    }
}
