package io.github.frameiokit.client.model;

import java.time.Instant;
import java.util.Optional;

/**
 * One entry of an account's audit log.
 *
 * @param accountId the account
 * @param eventType the type of event; Frame.io has more than 200
 * @param insertedAt when it happened
 * @param ipAddress the IP address that it came from
 * @param resourceId the resource that it is about
 * @param resourceType the type of the resource
 * @param userId the user who caused it
 * @param user the user who caused it; only with {@link io.github.frameiokit.client.request.Include#USER}
 * @param projectId the project that it happened in
 * @param workspaceId the workspace that it happened in
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
