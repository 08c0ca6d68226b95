package io.github.frameiokit.client.request;

import jakarta.ws.rs.QueryParam;
import java.time.LocalDate;

/** Which of an account's audit log to list, and how. Immutable: every change gives a new one. */
public final class AuditLogQuery extends PageQuery<AuditLogQuery> {

    @QueryParam("include")
    private String include;

    @QueryParam("filters[event_type]")
    private String eventType;

    @QueryParam("filters[from_date]")
    private String fromDate;

    @QueryParam("filters[to_date]")
    private String toDate;

    @QueryParam("filters[ip_address]")
    private String ipAddress;

    @QueryParam("filters[project_id]")
    private String projectId;

    @QueryParam("filters[workspace_id]")
    private String workspaceId;

    @QueryParam("filters[user_id]")
    private String userId;

    @QueryParam("filters[resource_id]")
    private String resourceId;

    @QueryParam("filters[resource_type]")
    private String resourceType;

    /** Asks for all of them, in Frame.io's own order. */
    public AuditLogQuery() {}

    /**
     * What else Frame.io shall put into the answers.
     *
     * @param more constants of {@link Include}, or what Frame.io has added
     * @return a new query
     */
    public AuditLogQuery include(String... more) {
        return with(query -> query.include = Include.of(more));
    }

    /**
     * Only what happened so, such as {@code project_created}.
     *
     * @param wanted the value, not blank
     * @return a new query
     * @throws IllegalArgumentException if it is blank
     */
    public AuditLogQuery eventType(String wanted) {
        return with(query -> query.eventType = Draft.text("event_type", wanted, Integer.MAX_VALUE));
    }

    /**
     * Only from this day on.
     *
     * @param wanted the value, not null
     * @return a new query
     */
    public AuditLogQuery fromDate(LocalDate wanted) {
        return with(query -> query.fromDate = Draft.given("from_date", wanted).toString());
    }

    /**
     * Only up to this day.
     *
     * @param wanted the value, not null
     * @return a new query
     */
    public AuditLogQuery toDate(LocalDate wanted) {
        return with(query -> query.toDate = Draft.given("to_date", wanted).toString());
    }

    /**
     * Only from this address.
     *
     * @param wanted the value, not blank
     * @return a new query
     * @throws IllegalArgumentException if it is blank
     */
    public AuditLogQuery ipAddress(String wanted) {
        return with(query -> query.ipAddress = Draft.text("ip_address", wanted, Integer.MAX_VALUE));
    }

    /**
     * Only in this project.
     *
     * @param wanted the value, not blank
     * @return a new query
     * @throws IllegalArgumentException if it is blank
     */
    public AuditLogQuery projectId(String wanted) {
        return with(query -> query.projectId = Draft.text("project_id", wanted, Integer.MAX_VALUE));
    }

    /**
     * Only in this workspace.
     *
     * @param wanted the value, not blank
     * @return a new query
     * @throws IllegalArgumentException if it is blank
     */
    public AuditLogQuery workspaceId(String wanted) {
        return with(query -> query.workspaceId = Draft.text("workspace_id", wanted, Integer.MAX_VALUE));
    }

    /**
     * Only by this person.
     *
     * @param wanted the value, not blank
     * @return a new query
     * @throws IllegalArgumentException if it is blank
     */
    public AuditLogQuery userId(String wanted) {
        return with(query -> query.userId = Draft.text("user_id", wanted, Integer.MAX_VALUE));
    }

    /**
     * Only to this resource.
     *
     * @param wanted the value, not blank
     * @return a new query
     * @throws IllegalArgumentException if it is blank
     */
    public AuditLogQuery resourceId(String wanted) {
        return with(query -> query.resourceId = Draft.text("resource_id", wanted, Integer.MAX_VALUE));
    }

    /**
     * Only to resources of this type.
     *
     * @param wanted the value, not blank
     * @return a new query
     * @throws IllegalArgumentException if it is blank
     */
    public AuditLogQuery resourceType(String wanted) {
        return with(query -> query.resourceType = Draft.text("resource_type", wanted, Integer.MAX_VALUE));
    }
}
