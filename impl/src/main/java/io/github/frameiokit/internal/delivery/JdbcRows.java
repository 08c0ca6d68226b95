package io.github.frameiokit.internal.delivery;

import com.github.kagkarlsson.scheduler.ScheduledExecutionsFilter;
import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.TaskSummary;
import com.github.kagkarlsson.scheduler.exceptions.TaskInstanceNotFoundException;
import com.github.kagkarlsson.scheduler.jdbc.JdbcTaskRepository;
import com.github.kagkarlsson.scheduler.task.Execution;
import com.github.kagkarlsson.scheduler.task.ScheduledTaskInstance;
import com.github.kagkarlsson.scheduler.task.TaskInstance;
import com.github.kagkarlsson.scheduler.task.TaskInstanceId;
import io.github.frameiokit.delivery.DeliveryQueue.Entry;
import io.github.frameiokit.internal.Causes;
import io.github.frameiokit.internal.store.SqlFailures;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Entries as rows of db-scheduler's table. A dead entry is a row of another task, which is never due. db-scheduler
 * counts failures in the row: the kit counts one more when it records a failure, and when a node has died.
 *
 * @param table for what the scheduler has no method for
 */
record JdbcRows(Scheduler scheduler, JdbcTaskRepository table) {

    static final String WAITING = "frameio-delivery";
    static final String DEAD = "frameio-dead-delivery";

    private static final Instant NEVER = Instant.parse("9999-01-01T00:00:00Z");

    static Entry entry(TaskInstance<?> row) {
        return entry(row.getId(), row.getData());
    }

    private static Entry entry(String id, Object data) {
        return new Entry(id, new String((byte[]) data, StandardCharsets.US_ASCII));
    }

    private static TaskInstance<byte[]> row(String task, Entry entry) {
        return new TaskInstance<>(task, entry.id(), entry.content().getBytes(StandardCharsets.US_ASCII));
    }

    static int attempt(Execution row) {
        return row.consecutiveFailures + 1;
    }

    /** The database's failure that an exception is about. */
    static Optional<SQLException> sqlFailure(Throwable failure) {
        return Causes.of(failure)
                .filter(SQLException.class::isInstance)
                .map(SQLException.class::cast)
                .findFirst();
    }

    void add(Entry entry) {
        scheduler.scheduleIfNotExists(row(WAITING, entry), Instant.now());
    }

    long count(String task) {
        return scheduler.getScheduledExecutionsSummaryByTask().stream()
                .filter(summary -> summary.taskName().equals(task))
                .mapToLong(TaskSummary::instanceCount)
                .sum();
    }

    /** Fails if the database can't be asked. */
    void check() {
        table.getExecution(WAITING, "");
    }

    /** When the first of the rows that nobody works on was due. */
    Optional<Instant> earliestDue() {
        List<Instant> found = new ArrayList<>();
        scheduler.fetchScheduledExecutionsForTask(
                WAITING,
                byte[].class,
                ScheduledExecutionsFilter.onlyResolved().withPicked(false).limit(1),
                row -> found.add(row.getExecutionTime()));
        return found.stream().findFirst();
    }

    List<Entry> dead(int most) {
        List<Entry> found = new ArrayList<>();
        scheduler.fetchScheduledExecutionsForTask(
                DEAD,
                byte[].class,
                ScheduledExecutionsFilter.onlyResolved().limit(most),
                row -> found.add(entry(row.getTaskInstance().getId(), row.getData())));
        return List.copyOf(found);
    }

    /** Lets an entry wait again. */
    void again(Execution row, Duration after, boolean counts) {
        Instant now = Instant.now();
        table.reschedule(row, now.plus(after), null, now, row.consecutiveFailures + (counts ? 1 : 0));
    }

    /** Lets an entry die, in one statement. */
    void bury(Execution row, String content) {
        ScheduledTaskInstance dead = new ScheduledTaskInstance(row(DEAD, new Entry(row.getId(), content)), NEVER);
        if (!replace(row, dead)) {
            discard(row.getId()); // a copy of the request died before
            table.replace(row, dead);
        }
    }

    boolean retry(String id) {
        Optional<Execution> dead = table.getExecution(DEAD, id);
        if (dead.isEmpty()) {
            return false;
        }
        TaskInstance<byte[]> waiting = row(WAITING, entry(dead.get().taskInstance));
        if (!replace(dead.get(), new ScheduledTaskInstance(waiting, Instant.now()))) {
            return discard(id); // a copy of the request waits already
        }
        scheduler.triggerCheckForDueExecutions();
        return true;
    }

    /** Whether it could be replaced: not if there is a row of that task and id. */
    private boolean replace(Execution row, ScheduledTaskInstance with) {
        try {
            table.replace(row, with);
            return true;
        } catch (RuntimeException e) {
            if (sqlFailure(e).filter(SqlFailures::isDuplicate).isEmpty()) {
                throw e;
            }
            return false;
        }
    }

    boolean discard(String id) {
        try {
            scheduler.cancel(TaskInstanceId.of(DEAD, id));
            return true;
        } catch (TaskInstanceNotFoundException e) {
            return false;
        }
    }
}
