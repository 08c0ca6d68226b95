package io.github.frameiokit.install;

import java.util.List;
import java.util.Objects;

/**
 * What an installation would do in a workspace. Immutable.
 *
 * @param accountId the account, not null
 * @param workspaceId the workspace, not null
 * @param changes what would happen, unmodifiable: first to what the app wants, the webhook before the actions, and then
 *     to what it doesn't want
 */
public record InstallationPlan(String accountId, String workspaceId, List<PlannedChange> changes) {

    /** Checks that nothing is null, and copies the list. */
    public InstallationPlan {
        Objects.requireNonNull(accountId, "accountId");
        Objects.requireNonNull(workspaceId, "workspaceId");
        changes = List.copyOf(Objects.requireNonNull(changes, "changes"));
    }

    /**
     * Whether there is nothing to do.
     *
     * @return true if no change changes anything
     */
    public boolean isEmpty() {
        return changes.stream().noneMatch(PlannedChange::changesSomething);
    }
}
