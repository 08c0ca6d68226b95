package io.github.frameiokit.install;

import java.util.Objects;

/**
 * A CDI event that the kit fires after an installation has changed, to {@code @Observes} and {@code @ObservesAsync}
 * methods. Observers run after the change, on the node that made it, and can't prevent it: the kit logs what they
 * throw. Immutable.
 *
 * <pre>{@code
 * void welcome(@ObservesAsync InstallationChanged installation) {
 *     if (installation.change() == InstallationChanged.Change.INSTALLED) { … }
 * }
 * }</pre>
 *
 * @param accountId the account, not null
 * @param workspaceId the workspace, not null
 * @param change what has happened, not null
 */
public record InstallationChanged(String accountId, String workspaceId, Change change) {

    /** What can happen to an installation. */
    public enum Change {
        /** The app was installed in a workspace that it wasn't installed in. */
        INSTALLED,
        /** A registration was created, changed or removed, or the settings were saved. */
        CHANGED,
        /** The app was uninstalled, and its settings were deleted. */
        REMOVED
    }

    /** Checks that nothing is null. */
    public InstallationChanged {
        Objects.requireNonNull(accountId, "accountId");
        Objects.requireNonNull(workspaceId, "workspaceId");
        Objects.requireNonNull(change, "change");
    }
}
