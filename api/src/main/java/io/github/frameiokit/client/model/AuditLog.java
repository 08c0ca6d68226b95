package io.github.frameiokit.client.model;

import java.time.Instant;
import java.util.Optional;

/**
 * One entry of an account's audit log.
 *
 * @param accountId the account
 * @param eventType what happened, an open set of more than 200
 * @param insertedAt when it happened
 * @param ipAddress from where
 * @param resourceId what it happened to
 * @param resourceType of what type that is
 * @param userId who did it
 * @param user who did it; with {@link io.github.frameiokit.client.request.Include#USER}
 * @param projectId in which project
 * @param workspaceId in which workspace
 */
public record AuditLog(
        String accountId,
        String eventType,
        Optional<Instant> insertedAt,
        String ipAddress,
        String resourceId,
        String resourceType,
        Optional<String> userId,
        Optional<User> user,
        Optional<String> projectId,
        Optional<String> workspaceId) {

    /** Checks that nothing is null. */
    public AuditLog {
        Checks.notNull(
                AuditLog.class,
                accountId,
                eventType,
                insertedAt,
                ipAddress,
                resourceId,
                resourceType,
                userId,
                user,
                projectId,
                workspaceId);
    }

    @Override
    public String toString() {
        return "AuditLog[" + eventType + "]";
    }
}
