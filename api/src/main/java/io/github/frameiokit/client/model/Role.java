package io.github.frameiokit.client.model;

/**
 * A user's role. In an account: owner, admin, member or reviewer. In a workspace, project or folder: one of the others.
 * Names that Frame.io adds are kept.
 *
 * @param value the name that Frame.io uses
 */
public record Role(String value) {

    /** Checks that nothing is null. */
    public Role {
        Checks.notNull(Role.class, value);
    }

    /** {@code owner}. */
    public static final Role OWNER = new Role("owner");

    /** {@code admin}. */
    public static final Role ADMIN = new Role("admin");

    /** {@code member}. */
    public static final Role MEMBER = new Role("member");

    /** {@code reviewer}. */
    public static final Role REVIEWER = new Role("reviewer");

    /** {@code workspace_admin}. */
    public static final Role WORKSPACE_ADMIN = new Role("workspace_admin");

    /** {@code full_access}. */
    public static final Role FULL_ACCESS = new Role("full_access");

    /** {@code editor}. */
    public static final Role EDITOR = new Role("editor");

    /** {@code edit_only}. */
    public static final Role EDIT_ONLY = new Role("edit_only");

    /** {@code commenter}. */
    public static final Role COMMENTER = new Role("commenter");

    /** {@code viewer}. */
    public static final Role VIEWER = new Role("viewer");

    @Override
    public String toString() {
        return value;
    }
}
