package io.github.frameiokit.client.model;

import java.util.Optional;

/**
 * A role that was given.
 *
 * @param role the role, never null
 */
public record RoleAssignment(Optional<Role> role) {}
