package io.github.frameiokit.internal.console;

import io.github.frameiokit.FrameioEvent;
import io.github.frameiokit.delivery.DeadDelivery;
import io.github.frameiokit.delivery.Deliveries;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** What waits in the queue of durable delivery, and what has died. Keeps nothing. */
final class Queue {

    private static final int MOST = 50;

    private final Supplier<Optional<Deliveries>> deliveries;
    private final Mask mask;

    /**
     * Asks nothing yet.
     *
     * @param deliveries the app's deliveries; empty without durable delivery
     */
    Queue(Supplier<Optional<Deliveries>> deliveries, Mask mask) {
        this.deliveries = deliveries;
        this.mask = mask;
    }

    /** The numbers and the dead deliveries, as far as the engine knows them. */
    Tree all() {
        Optional<Deliveries> durable = deliveries.get();
        Tree all = new Tree().add("durable", durable.isPresent());
        durable.ifPresent(queue -> {
            try {
                all.add("pending", number(queue.pendingCount()));
                all.add("dead", number(queue.deadCount()));
                all.add("entries", queue.dead(MOST).stream().map(this::entry).toList());
            } catch (RuntimeException e) { // an app's own queue may throw any
                all.add("problem", problem(e));
            }
        });
        return all;
    }

    private static @Nullable Long number(OptionalLong count) {
        return count.isPresent() ? count.getAsLong() : null;
    }

    private Tree entry(DeadDelivery dead) {
        return new Tree()
                .add("id", dead.id())
                .add("handler", dead.handler())
                .add("type", dead.event().map(FrameioEvent::type))
                .add("payload", dead.event().map(event -> shown(event.json().toString())))
                .add("attempts", dead.attempts())
                .add("since", dead.since())
                .add("cause", dead.cause().map(this::shown));
    }

    private String shown(String text) {
        return Stack.cut(mask.apply(text));
    }

    Reply retry(String id) {
        return change(queue -> queue.retry(id));
    }

    Reply discard(String id) {
        return change(queue -> queue.discard(id));
    }

    private Reply change(Predicate<Deliveries> work) {
        try {
            return deliveries.get().filter(work).isPresent()
                    ? Reply.json(all().members())
                    : Reply.error(404, "There is no such dead delivery any more.");
        } catch (RuntimeException e) { // an app's own queue may throw any
            return Reply.error(409, problem(e));
        }
    }

    private String problem(RuntimeException failure) {
        return shown(Optional.ofNullable(failure.getMessage())
                .orElseGet(() -> failure.getClass().getSimpleName()));
    }
}
