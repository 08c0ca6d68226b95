package io.github.frameiokit.client.model;

import java.time.Instant;
import java.util.Optional;

/**
 * A group of users in an account.
 *
 * @param id its id
 * @param name its name
 * @param emoji its emoji
 * @param memberCount the number of its members
 * @param source the system that manages it
 * @param syncStatus the status of its last synchronisation with Adobe
 * @param creatorId the user who created it
 * @param createdAt when it was created
 * @param updatedAt when it last changed
 * @param creator the user who created it; only with {@link io.github.frameiokit.client.request.Include#CREATOR}
 */
public record Group(
        String id,
        String name,
        String emoji,
        int memberCount,
        Group.Source source,
        Optional<Group.SyncStatus> syncStatus,
        Optional<String> creatorId,
        Instant createdAt,
        Instant updatedAt,
        Optional<User> creator) {

    /** Checks that nothing is null. */
    public Group {
        Checks.notNull(Group.class, id, name, emoji, source, syncStatus, creatorId, createdAt, updatedAt, creator);
    }

    @Override
    public String toString() {
        return "Group[" + id + "]";
    }

    /**
     * The system that manages a group. Names that Frame.io adds are kept.
     *
     * @param value the name that Frame.io uses
     */
    public record Source(String value) {

        /** Checks that nothing is null. */
        public Source {
            Checks.notNull(Source.class, value);
        }

        /** {@code frame}. */
        public static final Source FRAME = new Source("frame");

        /** {@code adobe}. */
        public static final Source ADOBE = new Source("adobe");

        /** {@code workfront}. */
        public static final Source WORKFRONT = new Source("workfront");

        @Override
        public String toString() {
            return value;
        }
    }

    /**
     * The status of a group's synchronisation with Adobe. Names that Frame.io adds are kept.
     *
     * @param value the name that Frame.io uses
     */
    public record SyncStatus(String value) {

        /** Checks that nothing is null. */
        public SyncStatus {
            Checks.notNull(SyncStatus.class, value);
        }

        /** {@code not_started}. */
        public static final SyncStatus NOT_STARTED = new SyncStatus("not_started");

        /** {@code in_progress}. */
        public static final SyncStatus IN_PROGRESS = new SyncStatus("in_progress");

        /** {@code completed}. */
        public static final SyncStatus COMPLETED = new SyncStatus("completed");

        /** {@code error}. */
        public static final SyncStatus ERROR = new SyncStatus("error");

        @Override
        public String toString() {
            return value;
        }
    }
}
