package io.github.frameiokit.client.model;

import java.util.Optional;

/**
 * A role that a user was given.
 *
 * @param role the role
 */
public record RoleAssignment(Optional<Role> role) {

    /** Checks that nothing is null. */
    public RoleAssignment {
        Checks.notNull(RoleAssignment.class, role);
    }
}
