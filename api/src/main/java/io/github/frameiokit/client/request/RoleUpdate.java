package io.github.frameiokit.client.request;

import io.github.frameiokit.client.model.Role;
import java.util.Map;

/** A role to be given. Immutable: every change gives a new one. */
public final class RoleUpdate extends Draft {

    private RoleUpdate(Map<String, Object> members) {
        super(members);
    }

    /**
     * Starts with what Frame.io requires.
     *
     * @param role the role; for an account admin or member
     * @return the draft
     * @throws IllegalArgumentException if something required is missing, blank, too long or out of range
     */
    public static RoleUpdate of(Role role) {
        return new RoleUpdate(Map.of()).set("role", Draft.given("role", role));
    }

    private RoleUpdate set(String member, Object value) {
        return new RoleUpdate(with(member, value));
    }
}
