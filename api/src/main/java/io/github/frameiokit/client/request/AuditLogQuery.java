package io.github.frameiokit.client.request;

import java.time.LocalDate;

/** Query parameters for a list of the entries in an account's audit log. Immutable: each method returns a copy. */
public final class AuditLogQuery extends PageQuery<AuditLogQuery> {

    /** A query for all of them, in Frame.io's default order. */
    public AuditLogQuery() {}

    /**
     * Asks Frame.io to include more in each item.
     *
     * @param more constants of {@link Include}, or other names that Frame.io knows; none for nothing more
     * @return a copy with this change
     * @throws IllegalArgumentException if one is blank
     */
    public AuditLogQuery include(String... more) {
        return set("include", Include.of(more));
    }

    /**
     * Lists only entries of one type of event.
     *
     * @param eventType the type, such as {@code project_created}, not blank
     * @return a copy with this change
     * @throws IllegalArgumentException if it is null or blank
     */
    public AuditLogQuery eventType(String eventType) {
        return filter("event_type", eventType);
    }

    /**
     * Lists only entries from this day on.
     *
     * @param fromDate the first day, not null
     * @return a copy with this change
     */
    public AuditLogQuery fromDate(LocalDate fromDate) {
        return set("filters[from_date]", Require.given("from_date", fromDate));
    }

    /**
     * Lists only entries up to this day.
     *
     * @param toDate the last day, not null
     * @return a copy with this change
     */
    public AuditLogQuery toDate(LocalDate toDate) {
        return set("filters[to_date]", Require.given("to_date", toDate));
    }

    /**
     * Lists only entries from one IP address.
     *
     * @param ipAddress the address, not blank
     * @return a copy with this change
     * @throws IllegalArgumentException if it is null or blank
     */
    public AuditLogQuery ipAddress(String ipAddress) {
        return filter("ip_address", ipAddress);
    }

    /**
     * Lists only entries of one project.
     *
     * @param projectId the project, not blank
     * @return a copy with this change
     * @throws IllegalArgumentException if it is null or blank
     */
    public AuditLogQuery projectId(String projectId) {
        return filter("project_id", projectId);
    }

    /**
     * Lists only entries of one workspace.
     *
     * @param workspaceId the workspace, not blank
     * @return a copy with this change
     * @throws IllegalArgumentException if it is null or blank
     */
    public AuditLogQuery workspaceId(String workspaceId) {
        return filter("workspace_id", workspaceId);
    }

    /**
     * Lists only entries of one user.
     *
     * @param userId the user, not blank
     * @return a copy with this change
     * @throws IllegalArgumentException if it is null or blank
     */
    public AuditLogQuery userId(String userId) {
        return filter("user_id", userId);
    }

    /**
     * Lists only entries about one resource.
     *
     * @param resourceId the resource, not blank
     * @return a copy with this change
     * @throws IllegalArgumentException if it is null or blank
     */
    public AuditLogQuery resourceId(String resourceId) {
        return filter("resource_id", resourceId);
    }

    /**
     * Lists only entries about resources of one type.
     *
     * @param resourceType the type, not blank
     * @return a copy with this change
     * @throws IllegalArgumentException if it is null or blank
     */
    public AuditLogQuery resourceType(String resourceType) {
        return filter("resource_type", resourceType);
    }

    private AuditLogQuery filter(String name, String value) {
        return set("filters[" + name + "]", Require.text(name, value, Integer.MAX_VALUE));
    }
}
