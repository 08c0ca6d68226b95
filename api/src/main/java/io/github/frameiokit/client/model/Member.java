package io.github.frameiokit.client.model;

import java.util.Optional;

/**
 * A user's role in an account, a workspace, a project or a folder.
 *
 * @param user the user
 * @param role the role; empty if there is none
 */
public record Member(User user, Optional<Role> role) {

    /** Checks that nothing is null. */
    public Member {
        Checks.notNull(Member.class, user, role);
    }
}
