package io.github.frameiokit.delivery;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * An engine of durable delivery: it stores entries, and hands each to a worker until the worker is done with it. The
 * kit has engines on a SQL database and others ({@code frameio.delivery}). A CDI bean of this type in the app replaces
 * them.
 *
 * <p>All nodes of an app share one queue. What the kit promises to an app rests on this:
 *
 * <ul>
 *   <li>What {@link #add} has accepted survives the death of every node.
 *   <li>Each entry is handed to a worker, on any node that has {@linkplain #start started}, until a worker returns
 *       {@link Done} or {@link Dead}. While a node works on it, others don't, as far as they can know. If the node
 *       dies, another one gets the entry, or the same one after its restart.
 *   <li>An engine counts how often an entry is handed over. A node that dies while it works counts as well, so an event
 *       that kills its server can't do so for ever.
 *   <li>An id that waits already isn't added again, if the engine can know that. Ids have 64 characters: digits and the
 *       letters a to f.
 *   <li>An engine that is out of reach makes {@link #add} fail within about 15 seconds, and works again without a
 *       restart of the app once it is back. That holds for the start of the app, too.
 * </ul>
 *
 * <p>Order isn't promised. Implementations are thread-safe. They throw {@link DeliveryException} if they don't know
 * whether a call had its effect. The test kit's {@code DeliveryQueueContract} tests this.
 */
public interface DeliveryQueue {

    /**
     * Stores entries, each of which then waits for a worker. May be called before {@link #start}. An entry whose id
     * waits already, or is under way, is left out if the engine can know that. If the call fails, some of the entries
     * may be stored.
     *
     * @param entries the entries, at least one, not null
     * @throws DeliveryException if not all are stored
     */
    void add(List<Entry> entries);

    /**
     * Begins to hand out entries, several at the same time, on threads of the engine's own. Returns at once. Called
     * once, perhaps while the engine is out of reach; then it begins as soon as the engine is back.
     *
     * @param worker the worker, not null
     */
    void start(Worker worker);

    /**
     * Hands out no more entries, waits for those that are handed out, and releases all threads and connections. What is
     * not done by then stays in the queue. Called once, also if {@link #start} wasn't.
     *
     * @param longest how long to wait at most, not null
     */
    void stop(Duration longest);

    /**
     * How many entries wait or are handed out, on all nodes.
     *
     * @return the number, perhaps an estimate; empty if the engine doesn't know, which is the default
     * @throws DeliveryException if the engine can't be reached
     */
    default OptionalLong pendingCount() {
        return OptionalLong.empty();
    }

    /**
     * How many entries are dead.
     *
     * @return the number, perhaps an estimate; empty if the engine doesn't know, which is the default
     * @throws DeliveryException if the engine can't be reached
     */
    default OptionalLong deadCount() {
        return OptionalLong.empty();
    }

    /**
     * When the entry that has waited longest was due: when it was added, or when the pause after its last attempt was
     * over. Entries that are handed out now aren't counted. How long ago this is tells how far the handlers are behind.
     *
     * @return the time, in the future if all entries wait for their next attempt; empty if none waits, or if the engine
     *     doesn't know, which is the default
     * @throws DeliveryException if the engine can't be reached
     */
    default Optional<Instant> earliestDue() {
        return Optional.empty();
    }

    /**
     * When the engine has last looked for entries on this node, even if it failed because the engine was out of reach.
     * While it can't look because all its threads are busy with entries, that is now. The health check calls this at
     * each probe and says that the node has to be restarted if this is more than a minute ago, so an engine that looks
     * less often than every six seconds should return nothing. It asks only its own memory.
     *
     * @return the time; empty before {@link #start}, or if the engine doesn't know, which is the default
     */
    default Optional<Instant> lastPoll() {
        return Optional.empty();
    }

    /**
     * Asks the engine whether it can be reached, without storing an entry. The health check calls this every few
     * seconds, on a thread that may wait, so it has to be cheap. The default asks for {@link #pendingCount}.
     *
     * @throws DeliveryException if it can't
     */
    default void check() {
        pendingCount();
    }

    /**
     * Lists dead entries, with the content that {@link Dead} had.
     *
     * @param most how many at most, positive
     * @return the entries
     * @throws DeliveryException if the engine can't be reached
     * @throws UnsupportedOperationException if the engine can't list them, which is the default; the message says where
     *     they are
     */
    default List<Entry> dead(int most) {
        throw new UnsupportedOperationException(
                "This queue can't list dead deliveries; look at them with its own tools.");
    }

    /**
     * Lets a dead entry wait for a worker again, as if it had just been added.
     *
     * @param id the entry's id, not null
     * @return whether there was such a dead entry
     * @throws DeliveryException if the engine can't be reached
     * @throws UnsupportedOperationException if the engine can't do this, which is the default; the message says what
     *     can
     */
    default boolean retry(String id) {
        throw new UnsupportedOperationException("This queue can't retry a dead delivery; move it with its own tools.");
    }

    /**
     * Removes a dead entry.
     *
     * @param id the entry's id, not null
     * @return whether there was such a dead entry
     * @throws DeliveryException if the engine can't be reached
     * @throws UnsupportedOperationException if the engine can't do this, which is the default; the message says what
     *     can
     */
    default boolean discard(String id) {
        throw new UnsupportedOperationException(
                "This queue can't discard a dead delivery; remove it with its own tools.");
    }

    /**
     * What waits in the queue. Immutable.
     *
     * @param id 64 characters: digits and the letters a to f, not null
     * @param content what the worker needs, which is the kit's own: printable ASCII, sealed if there is an encryption
     *     key; usually some thousand characters, at most about three times {@code frameio.max-body-size}, not null
     */
    record Entry(String id, String content) {

        /** Creates an entry. */
        public Entry {
            Objects.requireNonNull(id, "id");
            Objects.requireNonNull(content, "content");
        }

        /** Without the content. */
        @Override
        public String toString() {
            return "Entry[" + id + "]";
        }
    }

    /** Works on entries: the kit's, which calls a handler. Thread-safe. */
    @FunctionalInterface
    interface Worker {

        /**
         * Works on an entry, and returns when that has ended, perhaps after hours.
         *
         * @param entry the entry, not null
         * @param attempt how often the entry has been handed to a worker, this time included, at least 1; times that
         *     ended with a {@link Again} that doesn't count are left out, if the engine can do so
         * @return what becomes of the entry; never throws
         */
        Outcome work(Entry entry, int attempt);
    }

    /** What becomes of an entry that a worker has worked on. */
    sealed interface Outcome permits Done, Again, Dead {}

    /** The entry is removed from the queue. */
    record Done() implements Outcome {}

    /**
     * The entry is handed out again.
     *
     * @param after not before this time has passed, not negative; an engine may round it to its own units, not null
     * @param counts whether this attempt counts
     */
    record Again(Duration after, boolean counts) implements Outcome {

        /** Creates an outcome. */
        public Again {
            Objects.requireNonNull(after, "after");
        }
    }

    /**
     * The entry isn't handed out any more, and kept where the dead are.
     *
     * @param content what is kept instead of the entry's content: the same, and why it died; as long as that at most
     *     plus 2,000 characters, not null
     */
    record Dead(String content) implements Outcome {

        /** Creates an outcome. */
        public Dead {
            Objects.requireNonNull(content, "content");
        }

        /** Without the content. */
        @Override
        public String toString() {
            return "Dead[]";
        }
    }
}
