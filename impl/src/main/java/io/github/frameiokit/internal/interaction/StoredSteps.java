package io.github.frameiokit.internal.interaction;

import io.github.frameiokit.internal.LogLimit;
import io.github.frameiokit.internal.Settings;
import io.github.frameiokit.internal.events.Outcome;
import io.github.frameiokit.internal.events.StepMemory;
import io.github.frameiokit.internal.oauth.SealedStore;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import org.eclipse.microprofile.config.Config;
import org.jspecify.annotations.Nullable;

/**
 * Runs a step once on all nodes, if they share a token store. A node claims the step with an entry of the store, and
 * replaces the claim with the answer, for which other nodes wait. Nodes compare versions and not times, since their
 * clocks may differ. Thread-safe.
 *
 * <p>A node that sees the same claim for as long as Frame.io waits for any answer takes it over, since the other node
 * must have died. While the store fails, each node remembers for itself: a user waits, and running a step twice is less
 * bad than not running it.
 */
@ApplicationScoped
public class StoredSteps implements StepMemory {

    private static final System.Logger LOG = System.getLogger(StoredSteps.class.getName());
    private static final String KIND = "step";
    /** A failing store may take seconds to fail, while the user waits. */
    private static final Duration PAUSE_AFTER_FAILURE = Duration.ofSeconds(10);

    private static final long SHORTEST_PAUSE_MILLIS = 50;
    private static final long LONGEST_PAUSE_MILLIS = 250;

    private final SealedStore store;
    private final boolean shared;
    private final Duration maxWait;
    private final LongSupplier nanoTime;
    private final LogLimit logLimit;
    private final AtomicBoolean toldOfLength = new AtomicBoolean();
    private volatile @Nullable Long failedAt;

    /** For the container's proxies. */
    @SuppressWarnings("NullAway")
    StoredSteps() {
        this(null, false, MAX_WAIT, System::nanoTime);
    }

    @Inject
    StoredSteps(SealedStore store, Config config) {
        this(store, Settings.REPLAY_GUARD_SHARED.find(config).orElseGet(store::isShared), MAX_WAIT, System::nanoTime);
    }

    StoredSteps(SealedStore store, boolean shared, Duration maxWait, LongSupplier nanoTime) {
        this.store = store;
        this.shared = shared;
        this.maxWait = maxWait;
        this.nanoTime = nanoTime;
        logLimit = new LogLimit(nanoTime);
    }

    /**
     * What comes of an attempt to claim a step.
     *
     * @param version the version of this node's claim; 0 without one
     * @param instead the outcome if this node isn't to run the step
     */
    private record Claim(long version, Optional<Outcome> instead) {

        static Claim instead(Outcome outcome) {
            return new Claim(0, Optional.of(outcome));
        }
    }

    @Override
    public Outcome run(String key, Supplier<Outcome> work) {
        if (!shared || hasJustFailed()) {
            return work.get();
        }
        SealedStore.Name name = SealedStore.Name.of(KIND, key);
        long arrived = nanoTime.getAsLong();
        Claim claim;
        try {
            claim = claim(name, arrived);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Outcome.busy();
        } catch (RuntimeException e) {
            failed(e);
            return work.get();
        }
        return claim.instead().orElseGet(() -> work(name, claim.version(), work, arrived));
    }

    private Claim claim(SealedStore.Name name, long arrived) throws InterruptedException {
        long watched = 0; // the claim of another node that this one has seen from the beginning
        OptionalLong mine = store.put(name, StepEntry.RUNNING, RETENTION, 0);
        for (long pause = SHORTEST_PAUSE_MILLIS; mine.isEmpty(); pause = Math.min(2 * pause, LONGEST_PAUSE_MILLIS)) {
            SealedStore.Found found;
            try {
                found = store.find(name);
            } catch (RuntimeException e) {
                if (watched == 0 || isOver(arrived)) {
                    throw e;
                }
                Thread.sleep(pause);
                continue;
            }
            boolean running = found.text().filter(StepEntry.RUNNING::equals).isPresent();
            if (running && !isOver(arrived)) {
                watched = watched == 0 ? found.version() : watched;
                Thread.sleep(pause);
                continue;
            }
            Optional<StepEntry> entry = found.text().flatMap(StepEntry::read);
            if (entry.isPresent() && (watched != 0 || !entry.get().received())) {
                return Claim.instead(answer(name, found.version(), entry.get(), arrived));
            }
            if (isOver(arrived) && found.version() != watched) {
                return Claim.instead(Outcome.busy());
            }
            mine = store.put(name, StepEntry.RUNNING, RETENTION, found.version());
            if (mine.isEmpty()) {
                Thread.sleep(pause);
            }
        }
        return new Claim(mine.getAsLong(), Optional.empty());
    }

    /** A form is forgotten once Frame.io has received it, as {@code ReplayGuard} says. */
    private Outcome answer(SealedStore.Name name, long version, StepEntry entry, long arrived) {
        if (entry.asks() && !entry.received() && isInTime(arrived)) {
            release(name, version);
        }
        return entry.outcome().remembered();
    }

    private Outcome work(SealedStore.Name name, long claim, Supplier<Outcome> work, long arrived) {
        Outcome outcome = Outcome.failed();
        try {
            outcome = work.get();
        } finally {
            if (!outcome.isFinal()) {
                release(name, claim);
            }
        }
        return outcome.isFinal() ? kept(name, claim, outcome, arrived) : outcome;
    }

    private Outcome kept(SealedStore.Name name, long claim, Outcome outcome, long arrived) {
        try {
            boolean received = outcome.asks() && isInTime(arrived);
            String text = StepEntry.of(outcome, received).write();
            if (!store.fits(text)) {
                if (toldOfLength.compareAndSet(false, true)) {
                    LOG.log(
                            System.Logger.Level.WARNING,
                            "An answer to an action is too long for the token store, so only this node remembers it: "
                                    + outcome.answer().length + " bytes. Logged once.");
                }
                release(name, claim);
                return outcome;
            }
            return store.put(name, text, received ? maxWait : RETENTION, claim).isPresent()
                    ? outcome.remembered()
                    : outcome;
        } catch (RuntimeException e) {
            failed(e);
            return outcome;
        }
    }

    /** Lets the next request run the step; if that fails, the entry expires. */
    private void release(SealedStore.Name name, long version) {
        try {
            store.delete(name, version);
        } catch (RuntimeException e) {
            failed(e);
        }
    }

    private boolean isInTime(long arrived) {
        return nanoTime.getAsLong() - arrived <= FRAMEIO_WAIT.toNanos();
    }

    private boolean isOver(long arrived) {
        return nanoTime.getAsLong() - arrived >= maxWait.toNanos();
    }

    private boolean hasJustFailed() {
        Long since = failedAt;
        return since != null && nanoTime.getAsLong() - since < PAUSE_AFTER_FAILURE.toNanos();
    }

    private void failed(RuntimeException cause) {
        failedAt = nanoTime.getAsLong();
        if (logLimit.allows("failed")) {
            LOG.log(
                    System.Logger.Level.WARNING,
                    "The token store failed, so for " + PAUSE_AFTER_FAILURE.toSeconds()
                            + " s each node remembers the steps of actions for itself. Logged once a minute.",
                    cause);
        }
    }
}
