package io.github.frameiokit.install;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * What the app has installed in a workspace, as its store knows it. Immutable.
 *
 * @param accountId the account, not null
 * @param workspaceId the workspace, not null
 * @param registrations the registrations, unmodifiable
 * @param installedAt when the workspace was installed first, not null
 * @param changedAt when the installation last changed, not null
 * @param version the version of the app that changed it last ({@code frameio.install.version}); empty if it had none
 */
public record Installation(
        String accountId,
        String workspaceId,
        List<Registration> registrations,
        Instant installedAt,
        Instant changedAt,
        Optional<String> version) {

    /** Checks that nothing is null, and copies the list. */
    public Installation {
        Objects.requireNonNull(accountId, "accountId");
        Objects.requireNonNull(workspaceId, "workspaceId");
        registrations = List.copyOf(Objects.requireNonNull(registrations, "registrations"));
        Objects.requireNonNull(installedAt, "installedAt");
        Objects.requireNonNull(changedAt, "changedAt");
        Objects.requireNonNull(version, "version");
    }
}
