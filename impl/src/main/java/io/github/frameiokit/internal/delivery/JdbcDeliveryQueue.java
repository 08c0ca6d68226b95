package io.github.frameiokit.internal.delivery;

import com.github.kagkarlsson.scheduler.ScheduledExecutionsFilter;
import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.SchedulerBuilder;
import com.github.kagkarlsson.scheduler.SchedulerName;
import com.github.kagkarlsson.scheduler.SystemClock;
import com.github.kagkarlsson.scheduler.TaskResolver;
import com.github.kagkarlsson.scheduler.TaskSummary;
import com.github.kagkarlsson.scheduler.event.SchedulerListeners;
import com.github.kagkarlsson.scheduler.exceptions.TaskInstanceNotFoundException;
import com.github.kagkarlsson.scheduler.jdbc.DefaultJdbcCustomization;
import com.github.kagkarlsson.scheduler.jdbc.JdbcCustomization;
import com.github.kagkarlsson.scheduler.jdbc.JdbcTaskRepository;
import com.github.kagkarlsson.scheduler.jdbc.MariaDBJdbcCustomization;
import com.github.kagkarlsson.scheduler.jdbc.MssqlJdbcCustomization;
import com.github.kagkarlsson.scheduler.jdbc.MySQL8JdbcCustomization;
import com.github.kagkarlsson.scheduler.jdbc.OracleJdbcCustomization;
import com.github.kagkarlsson.scheduler.jdbc.PostgreSqlJdbcCustomization;
import com.github.kagkarlsson.scheduler.serializer.Serializer;
import com.github.kagkarlsson.scheduler.task.CompletionHandler;
import com.github.kagkarlsson.scheduler.task.Execution;
import com.github.kagkarlsson.scheduler.task.ExecutionOperations;
import com.github.kagkarlsson.scheduler.task.ScheduledTaskInstance;
import com.github.kagkarlsson.scheduler.task.TaskDescriptor;
import com.github.kagkarlsson.scheduler.task.TaskInstance;
import com.github.kagkarlsson.scheduler.task.TaskInstanceId;
import com.github.kagkarlsson.scheduler.task.helper.CustomTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import io.github.frameiokit.delivery.DeliveryException;
import io.github.frameiokit.delivery.DeliveryQueue;
import io.github.frameiokit.internal.Causes;
import io.github.frameiokit.internal.Settings;
import io.github.frameiokit.internal.store.DataSources;
import io.github.frameiokit.internal.store.SqlFailures;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Calendar;
import java.util.GregorianCalendar;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.TimeZone;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * Keeps entries in a table of a SQL database, by db-scheduler. An entry is a row; nodes find out by its heartbeat that
 * the node which works on it has died. A dead entry is a row of another task, which is never due.
 *
 * <p>db-scheduler counts failures in the row: this class counts one more when it records a failure, and when it finds
 * that a node has died. Its threads only wait for the worker, which runs handlers on the server's own threads.
 */
final class JdbcDeliveryQueue implements DeliveryQueue {

    private static final System.Logger LOG = System.getLogger(JdbcDeliveryQueue.class.getName());

    private static final Instant NEVER = Instant.parse("9999-01-01T00:00:00Z");

    /** How often other nodes' entries and later attempts are looked for; this node's own begin at once. */
    private static final Duration POLLING = Duration.ofSeconds(2);

    /** A node is dead after four heartbeats, which is looked for every two: after 30 seconds at most. */
    private static final Duration HEARTBEAT = Duration.ofSeconds(5);

    private static final int MISSED_HEARTBEATS = 4;

    /** The kit knows all its tasks, so unknown rows are somebody else's. */
    private static final Duration NEVER_DELETED = Duration.ofDays(36_500);

    private static final Duration PAUSE_BEFORE_OPENING_AGAIN = Duration.ofSeconds(3);
    private static final Duration LONGEST_OPENING = Duration.ofSeconds(4);
    private static final int WRITES = 5;
    private static final Duration LONGEST_SETTLING = Duration.ofSeconds(30);

    private final TaskDescriptor<byte[]> waitingTask = TaskDescriptor.of("frameio-delivery", byte[].class);
    private final TaskDescriptor<byte[]> deadTask = TaskDescriptor.of("frameio-dead-delivery", byte[].class);
    private final DataSource dataSource;
    private final String table;
    private final boolean createTable;
    private final int threads;
    private final Duration heartbeat;
    private final ThreadFactory ownThreads = new OwnThreads();
    private final CompletableFuture<Opened> opened = new CompletableFuture<>();
    private volatile boolean stopping;
    private volatile String whyNotOpened = "";
    private volatile @Nullable Thread opening;

    /** The scheduler, and its table for what the scheduler has no method for. */
    private record Opened(Scheduler scheduler, JdbcTaskRepository rows) {}

    /** The content's own bytes. */
    private static final class Bytes implements Serializer {

        @Override
        public byte[] serialize(Object data) {
            return (byte[]) data;
        }

        @Override
        public <T> T deserialize(Class<T> type, byte[] bytes) {
            return type.cast(bytes);
        }
    }

    JdbcDeliveryQueue(DataSource dataSource, String table, boolean createTable, int threads) {
        this(dataSource, table, createTable, threads, HEARTBEAT);
    }

    JdbcDeliveryQueue(DataSource dataSource, String table, boolean createTable, int threads, Duration heartbeat) {
        DataSources.checkTable(Settings.DELIVERY_JDBC_TABLE, table);
        this.dataSource = dataSource;
        this.table = table;
        this.createTable = createTable;
        this.threads = threads;
        this.heartbeat = heartbeat;
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
        while (!stopping) {
            try {
                Opened mine = openOnce(worker);
                if (opened.complete(mine)) { // otherwise the app has stopped meanwhile
                    mine.scheduler().start();
                }
                return;
            } catch (SQLException | RuntimeException e) {
                String why = reason(e);
                if (!why.equals(whyNotOpened)) {
                    LOG.log(System.Logger.Level.ERROR, why + " This is tried again.");
                    whyNotOpened = why;
                }
            }
            pause(PAUSE_BEFORE_OPENING_AGAIN);
        }
    }

    private Opened openOnce(Worker worker) throws SQLException {
        JdbcCustomization database;
        try (Connection connection = dataSource.getConnection()) {
            String product = connection.getMetaData().getDatabaseProductName();
            database = customization(product, connection.getMetaData().getDatabaseMajorVersion());
            prepareTable(connection);
        }
        CustomTask<byte[]> waiting = Tasks.custom(waitingTask)
                .onDeadExecution((complete, operations) -> revive(complete.getExecution()))
                .execute((instance, context) -> work(worker, instance, context.getExecution()));
        CustomTask<byte[]> dead = Tasks.custom(deadTask).execute((instance, context) -> (complete, operations) -> {});
        SchedulerName name = new SchedulerName.Fixed("frameio-" + UUID.randomUUID());
        SchedulerBuilder builder = Scheduler.create(dataSource, waiting, dead)
                .tableName(table)
                .schedulerName(name)
                .serializer(new Bytes())
                .jdbcCustomization(database)
                .commitWhenAutocommitDisabled(true)
                .threads(threads)
                .executorService(Executors.newFixedThreadPool(threads, ownThreads))
                .dueExecutor(Executors.newSingleThreadExecutor(ownThreads))
                .housekeeperExecutor(Executors.newScheduledThreadPool(2, ownThreads))
                .pollingInterval(POLLING)
                .heartbeatInterval(heartbeat)
                .missedHeartbeatsLimit(MISSED_HEARTBEATS)
                .deleteUnresolvedAfter(NEVER_DELETED)
                .enableImmediateExecution()
                .shutdownMaxWait(Duration.ofSeconds(1)); // stop has waited before
        // others either can't, or were seen to run into deadlocks by db-scheduler's users
        if (database instanceof PostgreSqlJdbcCustomization || database instanceof MySQL8JdbcCustomization) {
            builder.pollUsingLockAndFetch(0.5, 1.0);
        }
        SystemClock clock = new SystemClock();
        JdbcTaskRepository rows = new JdbcTaskRepository(
                dataSource,
                true,
                database,
                table,
                new TaskResolver(new SchedulerListeners(List.of()), clock, List.of(waiting, dead)),
                name,
                new Bytes(),
                false,
                clock);
        return new Opened(builder.build(), rows);
    }

    /**
     * How db-scheduler talks to the database. It would look that up itself, but guess if the connection fails in that
     * moment. Times without a zone are written in UTC.
     */
    private static JdbcCustomization customization(String product, int majorVersion) {
        String name = product.toLowerCase(Locale.ROOT);
        if (name.startsWith("postgresql")) {
            return new PostgreSqlJdbcCustomization(false, false);
        } else if (name.startsWith("microsoft sql server")) {
            return new MssqlJdbcCustomization(true);
        } else if (name.startsWith("oracle")) {
            return new OracleJdbcCustomization(false);
        } else if (name.contains("mariadb")) {
            return new MariaDBJdbcCustomization(true);
        } else if (name.contains("mysql") && majorVersion >= 8) {
            return new MySQL8JdbcCustomization(true);
        } else if (name.contains("derby")) {
            return new Zoneless();
        }
        return new DefaultJdbcCustomization(name.contains("mysql"));
    }

    /** For Derby, which changes the calendar that it is given: db-scheduler's own is shared by all threads. */
    private static final class Zoneless extends DefaultJdbcCustomization {

        Zoneless() {
            super(true);
        }

        private static Calendar utc() {
            return new GregorianCalendar(TimeZone.getTimeZone("UTC"), Locale.ROOT);
        }

        @Override
        public void setInstant(PreparedStatement statement, int index, @Nullable Instant value) throws SQLException {
            statement.setTimestamp(index, value == null ? null : Timestamp.from(value), utc());
        }

        @Override
        public @Nullable Instant getInstant(ResultSet row, String column) throws SQLException {
            Timestamp found = row.getTimestamp(column, utc());
            return found == null ? null : found.toInstant();
        }

        @Override
        public void setTaskData(PreparedStatement statement, int index, byte[] data) throws SQLException {
            statement.setBytes(index, data);
        }
    }

    /** Creates the table if it is missing and that was asked for. */
    private void prepareTable(Connection connection) throws SQLException {
        Optional<SQLException> missing = lookAtTable(connection);
        if (missing.isEmpty()) {
            return;
        }
        List<String> ddl = DeliveryTable.ddl(connection, table);
        if (!createTable) {
            throw new DeliveryException("The data source has no table " + table + " as durable delivery needs it, or"
                    + " doesn't let it be used " + SqlFailures.shown(missing.get()) + "; set "
                    + Settings.DELIVERY_JDBC_CREATE_TABLE + "=true, or create it with: " + String.join("; ", ddl));
        }
        for (String statement : ddl) {
            try (Statement creation = connection.createStatement()) {
                creation.execute(statement);
                end(connection, true);
            } catch (SQLException e) {
                end(connection, false);
                if (lookAtTable(connection).isPresent()) { // otherwise another node was faster
                    throw new DeliveryException("The table " + table + " could not be created " + SqlFailures.shown(e)
                            + "; create it with: " + String.join("; ", ddl));
                }
            }
        }
    }

    /** Why the table can't be used, which most often means that it is missing; empty if it can. */
    private Optional<SQLException> lookAtTable(Connection connection) throws SQLException {
        try (Statement look = connection.createStatement()) {
            look.execute("SELECT last_heartbeat FROM " + table + " WHERE task_name = '-'");
            return Optional.empty();
        } catch (SQLException e) {
            if (SqlFailures.isLostConnection(e)) {
                throw e;
            }
            return Optional.of(e);
        } finally {
            end(connection, false);
        }
    }

    /** Ends a transaction of a data source without auto-commit. */
    private static void end(Connection connection, boolean commit) throws SQLException {
        if (connection.getAutoCommit()) {
            return;
        }
        if (commit) {
            connection.commit();
        } else {
            connection.rollback();
        }
    }

    private CompletionHandler<byte[]> work(Worker worker, TaskInstance<byte[]> instance, Execution row) {
        Outcome outcome = stopping
                ? new Again(Duration.ZERO, false)
                : worker.work(entry(instance.getId(), instance.getData()), row.consecutiveFailures + 1);
        return (complete, operations) -> insist(() -> settle(outcome, row, operations));
    }

    private void settle(Outcome outcome, Execution row, ExecutionOperations<byte[]> operations) {
        if (outcome instanceof Again again) {
            int failures = row.consecutiveFailures + (again.counts() ? 1 : 0);
            Instant now = Instant.now();
            ready().rows().reschedule(row, now.plus(again.after()), null, now, failures);
        } else if (outcome instanceof Dead dead) {
            bury(row, bytes(dead.content()));
        } else {
            operations.stop();
        }
    }

    /** Moves a row from the task of waiting entries to that of dead ones, in one statement. */
    private void bury(Execution row, byte[] content) {
        ScheduledTaskInstance dead = new ScheduledTaskInstance(
                deadTask.instance(row.getId()).data(content).build(), NEVER);
        try {
            ready().rows().replace(row, dead);
        } catch (RuntimeException e) {
            if (sqlFailure(e).filter(SqlFailures::isDuplicate).isEmpty()) {
                throw e;
            }
            removeDead(row.getId()); // a copy of the request died before
            ready().rows().replace(row, dead);
        }
    }

    /** Tries for a while, since what a handler has done must not be done again because of a short outage. */
    private void insist(Runnable write) {
        long end = System.nanoTime() + LONGEST_SETTLING.toNanos();
        while (true) {
            try {
                write.run();
                return;
            } catch (RuntimeException e) {
                if (sqlFailure(e).isEmpty() || stopping || System.nanoTime() > end) {
                    throw e;
                }
                pause(Duration.ofSeconds(1));
            }
        }
    }

    /** The node that worked on it has died, which counts. */
    private void revive(Execution row) {
        Instant now = Instant.now();
        ready().rows().reschedule(row, now, null, now, row.consecutiveFailures + 1);
        ready().scheduler().triggerCheckForDueExecutions();
    }

    @Override
    public void add(List<Entry> entries) {
        write(scheduler -> {
            entries.forEach(entry -> scheduler.scheduleIfNotExists(waitingTask
                    .instance(entry.id())
                    .data(bytes(entry.content()))
                    .scheduledTo(Instant.now())));
            return entries;
        });
    }

    @Override
    public OptionalLong pendingCount() {
        return OptionalLong.of(count(waitingTask.getTaskName()));
    }

    @Override
    public OptionalLong deadCount() {
        return OptionalLong.of(count(deadTask.getTaskName()));
    }

    private long count(String task) {
        return write(scheduler -> scheduler.getScheduledExecutionsSummaryByTask().stream()
                .filter(summary -> summary.taskName().equals(task))
                .mapToLong(TaskSummary::instanceCount)
                .sum());
    }

    @Override
    public List<Entry> dead(int most) {
        return write(scheduler -> {
            List<Entry> found = new ArrayList<>();
            scheduler.fetchScheduledExecutionsForTask(
                    deadTask.getTaskName(),
                    byte[].class,
                    ScheduledExecutionsFilter.onlyResolved().limit(most),
                    row -> found.add(entry(row.getTaskInstance().getId(), row.getData())));
            return List.copyOf(found);
        });
    }

    @Override
    public boolean retry(String id) {
        return write(scheduler -> {
            Optional<Execution> row = ready().rows().getExecution(deadTask.getTaskName(), id);
            if (row.isEmpty()) {
                return false;
            }
            byte[] content = (byte[]) row.get().taskInstance.getData();
            try {
                ready().rows()
                        .replace(
                                row.get(),
                                new ScheduledTaskInstance(
                                        waitingTask.instance(id).data(content).build(), Instant.now()));
            } catch (RuntimeException e) {
                if (sqlFailure(e).filter(SqlFailures::isDuplicate).isEmpty()) {
                    throw e;
                }
                return removeDead(id); // a copy of the request waits already
            }
            scheduler.triggerCheckForDueExecutions();
            return true;
        });
    }

    @Override
    public boolean discard(String id) {
        return write(scheduler -> removeDead(id));
    }

    private boolean removeDead(String id) {
        try {
            ready().scheduler().cancel(deadId(id));
            return true;
        } catch (TaskInstanceNotFoundException e) {
            return false;
        }
    }

    private TaskInstanceId deadId(String id) {
        return TaskInstanceId.of(deadTask.getTaskName(), id);
    }

    /** Repeats what other work has hindered, or a connection of the pool that had ended before. */
    private <T> T write(Function<Scheduler, T> work) {
        Opened ready = ready();
        for (int left = WRITES; ; left--) {
            try {
                return work.apply(ready.scheduler());
            } catch (RuntimeException e) {
                Optional<SQLException> sql = sqlFailure(e);
                if (left == 1
                        || sql.filter(it -> SqlFailures.isConflict(it) || SqlFailures.isLostConnection(it))
                                .isEmpty()) {
                    throw new DeliveryException(reason(e)); // without the cause, whose message may show values
                }
            }
        }
    }

    /** What is open; waits for it while the app starts. */
    private Opened ready() {
        try {
            return opened.get(LONGEST_OPENING.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new DeliveryException("The app is stopping.");
        } catch (ExecutionException | TimeoutException e) {
            throw new DeliveryException(
                    whyNotOpened.isEmpty() ? "The database of durable delivery doesn't answer." : whyNotOpened);
        }
    }

    private String reason(Exception e) {
        if (e instanceof DeliveryException) {
            return String.valueOf(e.getMessage());
        }
        return "The table " + table + " of durable delivery can't be used now "
                + sqlFailure(e)
                        .map(SqlFailures::shown)
                        .orElse("(" + e.getClass().getName() + ")") + ".";
    }

    private static Optional<SQLException> sqlFailure(Throwable failure) {
        return Causes.of(failure)
                .filter(SQLException.class::isInstance)
                .map(SQLException.class::cast)
                .findFirst();
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
            pause(Duration.ofMillis(20));
        }
        scheduler.stop();
    }

    private static Entry entry(String id, byte[] data) {
        return new Entry(id, new String(data, StandardCharsets.US_ASCII));
    }

    private static byte[] bytes(String content) {
        return content.getBytes(StandardCharsets.US_ASCII);
    }

    private static void pause(Duration duration) {
        try {
            Thread.sleep(duration.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
