package io.github.frameiokit.internal.delivery;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.task.CompletionHandler;
import com.github.kagkarlsson.scheduler.task.Execution;
import com.github.kagkarlsson.scheduler.task.ExecutionOperations;
import com.github.kagkarlsson.scheduler.task.TaskInstance;
import com.github.kagkarlsson.scheduler.task.helper.CustomTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import io.github.frameiokit.delivery.DeliveryException;
import io.github.frameiokit.delivery.DeliveryQueue;
import io.github.frameiokit.internal.Settings;
import io.github.frameiokit.internal.store.DataSources;
import io.github.frameiokit.internal.store.SqlFailures;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * Keeps entries in a table of a SQL database, by db-scheduler. An entry is a row; nodes find out by its heartbeat that
 * the node which works on it has died.
 *
 * <p>db-scheduler's threads only wait for the worker, which runs handlers on the server's own threads.
 */
final class JdbcDeliveryQueue implements DeliveryQueue {

    private static final System.Logger LOG = System.getLogger(JdbcDeliveryQueue.class.getName());

    /** A node's death is noticed after four of them at least and six at most. */
    private static final Duration HEARTBEAT = Duration.ofSeconds(5);

    private static final Duration PAUSE_BEFORE_OPENING_AGAIN = Duration.ofSeconds(3);
    private static final Duration LONGEST_OPENING = Duration.ofSeconds(4);
    private static final int WRITES = 5;
    private static final Duration LONGEST_SETTLING = Duration.ofSeconds(30);

    private final JdbcSetup setup;
    private final ThreadFactory ownThreads = new OwnThreads();
    private final CompletableFuture<JdbcRows> opened = new CompletableFuture<>();
    private final Outage outage = new Outage();
    private volatile boolean stopping;
    private volatile @Nullable Thread opening;

    JdbcDeliveryQueue(DataSource dataSource, String table, boolean createTable, int threads) {
        this(dataSource, table, createTable, threads, HEARTBEAT);
    }

    JdbcDeliveryQueue(DataSource dataSource, String table, boolean createTable, int threads, Duration heartbeat) {
        DataSources.checkTable(Settings.DELIVERY_JDBC_TABLE, table);
        setup = new JdbcSetup(dataSource, table, createTable, threads, heartbeat, ownThreads);
    }

    /** Throws a {@link NoClassDefFoundError} if db-scheduler is missing. */
    static void touchLibrary() {
        Objects.requireNonNull(Scheduler.class);
    }

    @Override
    public void start(Worker worker) {
        Thread thread = ownThreads.newThread(() -> open(worker));
        opening = thread;
        thread.start();
    }

    /** The database may be away when the app starts, and nothing of it is known until then. */
    private void open(Worker worker) {
        CustomTask<byte[]> waiting = Tasks.custom(JdbcRows.WAITING, byte[].class)
                .onDeadExecution((complete, operations) -> revive(complete.getExecution()))
                .execute((instance, context) -> work(worker, instance, context.getExecution()));
        while (!stopping) {
            outage.tried();
            try {
                JdbcRows mine = setup.open(waiting, outage);
                if (opened.complete(mine)) { // otherwise the app has stopped meanwhile
                    mine.scheduler().start();
                }
                return;
            } catch (SQLException | RuntimeException e) {
                outage.tell(LOG, reason(e), null);
            }
            Outage.pause(PAUSE_BEFORE_OPENING_AGAIN);
        }
    }

    private CompletionHandler<byte[]> work(Worker worker, TaskInstance<byte[]> instance, Execution row) {
        Outcome outcome = stopping
                ? new Again(Duration.ZERO, false)
                : worker.work(JdbcRows.entry(instance), JdbcRows.attempt(row));
        return (complete, operations) -> Outage.insist(
                LONGEST_SETTLING,
                () -> stopping,
                e -> JdbcRows.sqlFailure(e).isPresent(),
                () -> settle(outcome, row, operations));
    }

    private void settle(Outcome outcome, Execution row, ExecutionOperations<byte[]> operations) {
        if (outcome instanceof Again again) {
            ready().again(row, again.after(), again.counts());
        } else if (outcome instanceof Dead dead) {
            ready().bury(row, dead.content());
        } else {
            operations.stop();
        }
    }

    /** The node that worked on it has died, which counts. */
    private void revive(Execution row) {
        ready().again(row, Duration.ZERO, true);
        ready().scheduler().triggerCheckForDueExecutions();
    }

    @Override
    public void add(List<Entry> entries) {
        call(rows -> {
            entries.forEach(rows::add);
            return entries;
        });
    }

    @Override
    public OptionalLong pendingCount() {
        return OptionalLong.of(call(rows -> rows.count(JdbcRows.WAITING)));
    }

    @Override
    public OptionalLong deadCount() {
        return OptionalLong.of(call(rows -> rows.count(JdbcRows.DEAD)));
    }

    @Override
    public Optional<Instant> earliestDue() {
        return call(JdbcRows::earliestDue);
    }

    @Override
    public Optional<Instant> lastPoll() {
        return outage.lastTry();
    }

    @Override
    public void check() {
        outage.check(() -> call(rows -> {
            rows.check();
            return rows;
        }));
    }

    @Override
    public List<Entry> dead(int most) {
        return call(rows -> rows.dead(most));
    }

    @Override
    public boolean retry(String id) {
        return call(rows -> rows.retry(id));
    }

    @Override
    public boolean discard(String id) {
        return call(rows -> rows.discard(id));
    }

    /** Repeats what other work has hindered, or a connection of the pool that had ended before. */
    private <T> T call(Function<JdbcRows, T> work) {
        JdbcRows ready = ready();
        for (int left = WRITES; ; left--) {
            try {
                return work.apply(ready);
            } catch (RuntimeException e) {
                Optional<SQLException> sql = JdbcRows.sqlFailure(e);
                if (left == 1
                        || sql.filter(it -> SqlFailures.isConflict(it) || SqlFailures.isLostConnection(it))
                                .isEmpty()) {
                    throw new DeliveryException(reason(e)); // without the cause, whose message may show values
                }
            }
        }
    }

    /** What is open; waits for it while the app starts. */
    private JdbcRows ready() {
        try {
            return opened.get(LONGEST_OPENING.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new DeliveryException("The app is stopping.");
        } catch (ExecutionException | TimeoutException e) {
            String why = outage.told();
            throw new DeliveryException(why.isEmpty() ? "The database of durable delivery doesn't answer." : why);
        }
    }

    private String reason(Exception e) {
        if (e instanceof DeliveryException) {
            return String.valueOf(e.getMessage());
        }
        return "The table " + setup.table() + " of durable delivery can't be used now "
                + JdbcRows.sqlFailure(e)
                        .map(SqlFailures::shown)
                        .orElse("(" + e.getClass().getName() + ")") + ".";
    }

    @Override
    public void stop(Duration longest) {
        stopping = true;
        Thread thread = opening;
        if (thread != null) {
            thread.interrupt();
        }
        opened.completeExceptionally(new IllegalStateException("stopped"));
        if (opened.isCompletedExceptionally()) {
            return;
        }
        Scheduler scheduler = ready().scheduler();
        scheduler.pause();
        long end = System.nanoTime() + longest.toNanos();
        while (!scheduler.getCurrentlyExecuting().isEmpty() && System.nanoTime() < end) {
            Outage.pause(Duration.ofMillis(20));
        }
        scheduler.stop();
    }
}
