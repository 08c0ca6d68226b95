package io.github.frameiokit.internal.delivery;

import io.github.frameiokit.FrameioEvent;
import io.github.frameiokit.delivery.DeliveryQueue;
import io.github.frameiokit.internal.events.Recording;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Sees what is put into the queue and handed out by it. Telemetry is one; without it, nothing is recorded.
 * Implementations are thread-safe and throw nothing.
 */
public interface DeliveryRecorder {

    /** Records nothing. */
    DeliveryRecorder NONE = new DeliveryRecorder() {};

    /** Has a recorder, if it is switched on. */
    interface Source {

        /** The recorder, the same one each time; {@link #NONE} while it is switched off. */
        DeliveryRecorder deliveries();
    }

    /** Entries that are being added to the queue. */
    interface Sending {

        /** Records nothing. */
        Sending NONE = new Sending() {};

        /** The {@code traceparent} that the entries take along; empty if there is none. */
        default Optional<String> trace() {
            return Optional.empty();
        }

        /**
         * They have been added, or that failed.
         *
         * @param failure why it failed; null if it didn't
         */
        default void ended(@Nullable Throwable failure) {}
    }

    /** A handler's work on an entry. */
    interface Working {

        /** Records nothing. */
        Working NONE = new Working() {};

        /** Sees the handler. */
        default Recording recording() {
            return Recording.NONE;
        }

        /** It has ended, on the thread on which it began. */
        default void ended(DeliveryQueue.Outcome outcome) {}
    }

    /**
     * Entries of an event are about to be added, by this thread.
     *
     * @param entries how many, from 1
     */
    default Sending sends(FrameioEvent event, int entries) {
        return Sending.NONE;
    }

    /**
     * A handler is about to be called by this thread, or by one for which it waits.
     *
     * @param event the event, whose {@code delivery()} is known
     * @param trace the {@code traceparent} that the entry brought along, perhaps from another version of the app
     */
    default Working works(FrameioEvent event, Optional<String> trace) {
        return Working.NONE;
    }
}
