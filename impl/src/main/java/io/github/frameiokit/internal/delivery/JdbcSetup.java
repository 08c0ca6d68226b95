package io.github.frameiokit.internal.delivery;

import com.github.kagkarlsson.scheduler.Clock;
import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.SchedulerBuilder;
import com.github.kagkarlsson.scheduler.SchedulerName;
import com.github.kagkarlsson.scheduler.SystemClock;
import com.github.kagkarlsson.scheduler.TaskResolver;
import com.github.kagkarlsson.scheduler.event.SchedulerListeners;
import com.github.kagkarlsson.scheduler.jdbc.DefaultJdbcCustomization;
import com.github.kagkarlsson.scheduler.jdbc.JdbcCustomization;
import com.github.kagkarlsson.scheduler.jdbc.JdbcTaskRepository;
import com.github.kagkarlsson.scheduler.jdbc.MariaDBJdbcCustomization;
import com.github.kagkarlsson.scheduler.jdbc.MssqlJdbcCustomization;
import com.github.kagkarlsson.scheduler.jdbc.MySQL8JdbcCustomization;
import com.github.kagkarlsson.scheduler.jdbc.OracleJdbcCustomization;
import com.github.kagkarlsson.scheduler.jdbc.PostgreSqlJdbcCustomization;
import com.github.kagkarlsson.scheduler.serializer.Serializer;
import com.github.kagkarlsson.scheduler.task.helper.CustomTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.Calendar;
import java.util.GregorianCalendar;
import java.util.List;
import java.util.Locale;
import java.util.TimeZone;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.ThreadFactory;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** How the kit sets up db-scheduler. */
record JdbcSetup(
        DataSource dataSource,
        String table,
        boolean createTable,
        int threads,
        Duration heartbeat,
        ThreadFactory ownThreads) {

    /** How often other nodes' entries and later attempts are looked for; this node's own begin at once. */
    private static final Duration POLLING = Duration.ofSeconds(2);

    /** A node is dead after so many heartbeats, which is looked for every two. */
    private static final int MISSED_HEARTBEATS = 4;

    /** The kit knows all its tasks, so unknown rows are somebody else's. */
    private static final Duration NEVER_DELETED = Duration.ofDays(36_500);

    /**
     * Prepares the table, and creates a scheduler that isn't started.
     *
     * @param outage is told when the scheduler looks for due rows
     */
    JdbcRows open(CustomTask<byte[]> waiting, Outage outage) throws SQLException {
        JdbcCustomization database;
        try (Connection connection = dataSource.getConnection()) {
            database = customization(connection.getMetaData());
            JdbcTable.prepare(connection, table, createTable);
        }
        CustomTask<byte[]> dead =
                Tasks.custom(JdbcRows.DEAD, byte[].class).execute((instance, context) -> (complete, operations) -> {});
        SchedulerName name = new SchedulerName.Fixed("frameio-" + UUID.randomUUID());
        Turns turns = new Turns(ownThreads, outage);
        SchedulerBuilder builder = Scheduler.create(dataSource, waiting, dead)
                .tableName(table)
                .schedulerName(name)
                .serializer(new Bytes())
                .jdbcCustomization(database)
                .commitWhenAutocommitDisabled(true)
                .threads(threads)
                .executorService(Executors.newFixedThreadPool(threads, ownThreads))
                .dueExecutor(Executors.newSingleThreadExecutor(turns))
                .housekeeperExecutor(Executors.newScheduledThreadPool(2, ownThreads))
                .pollingInterval(POLLING)
                .heartbeatInterval(heartbeat)
                .missedHeartbeatsLimit(MISSED_HEARTBEATS)
                .deleteUnresolvedAfter(NEVER_DELETED)
                .enableImmediateExecution()
                .clock(turns)
                .shutdownMaxWait(Duration.ofSeconds(1)); // stop has waited before
        // others either can't, or were seen to run into deadlocks by db-scheduler's users
        if (database instanceof PostgreSqlJdbcCustomization || database instanceof MySQL8JdbcCustomization) {
            builder.pollUsingLockAndFetch(0.5, 1.0);
        }
        SystemClock clock = new SystemClock();
        TaskResolver tasks = new TaskResolver(new SchedulerListeners(List.of()), clock, List.of(waiting, dead));
        return new JdbcRows(
                builder.build(),
                new JdbcTaskRepository(dataSource, true, database, table, tasks, name, new Bytes(), false, clock));
    }

    /**
     * How db-scheduler talks to the database. It would look that up itself, but guess if the connection fails in that
     * moment. Times without a zone are written in UTC.
     */
    private static JdbcCustomization customization(DatabaseMetaData database) throws SQLException {
        String name = database.getDatabaseProductName().toLowerCase(Locale.ROOT);
        if (name.startsWith("postgresql")) {
            return new PostgreSqlJdbcCustomization(false, false);
        } else if (name.startsWith("microsoft sql server")) {
            return new MssqlJdbcCustomization(true);
        } else if (name.startsWith("oracle")) {
            return new OracleJdbcCustomization(false);
        } else if (name.contains("mariadb")) {
            return new MariaDBJdbcCustomization(true);
        } else if (name.contains("mysql") && database.getDatabaseMajorVersion() >= 8) {
            return new MySQL8JdbcCustomization(true);
        } else if (name.contains("derby")) {
            return new Zoneless();
        }
        return new DefaultJdbcCustomization(name.contains("mysql"));
    }

    /**
     * Notes when the scheduler looks for due rows. There is no event for a turn in which nothing is due, but each turn
     * begins with a look at the clock, on the one thread that is made for these turns.
     */
    private static final class Turns implements Clock, ThreadFactory {

        private final ThreadFactory threads;
        private final Outage outage;
        private volatile @Nullable Thread poller;

        Turns(ThreadFactory threads, Outage outage) {
            this.threads = threads;
            this.outage = outage;
        }

        @Override
        public Thread newThread(Runnable work) {
            Thread thread = threads.newThread(work);
            poller = thread;
            return thread;
        }

        @Override
        public Instant now() {
            if (Thread.currentThread() == poller) {
                outage.tried();
            }
            return Instant.now();
        }
    }

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
}
