package io.github.frameiokit.client.request;

import io.github.frameiokit.client.model.Role;

/** A role to give to a member. Immutable. */
public final class RoleUpdate extends RequestParameters<RoleUpdate> {

    private RoleUpdate() {}

    /**
     * Creates an update.
     *
     * @param role the role; in an account, only admin or member, not null
     * @return the update
     */
    public static RoleUpdate of(Role role) {
        return new RoleUpdate().setGiven("role", role);
    }
}
