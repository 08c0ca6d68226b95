package io.github.frameiokit.client.request;

/**
 * Query parameters for a list of the members of an account, a workspace or a project. Immutable: each method returns a
 * copy.
 */
public final class MemberQuery extends PageQuery<MemberQuery> {

    /** A query for all of them, in Frame.io's default order. */
    public MemberQuery() {}

    /**
     * Sets the order of the items.
     *
     * @param order the order, not null
     * @return a copy with this change
     */
    public MemberQuery sort(Sort order) {
        return setGiven("sort", order);
    }

    /**
     * Sets whether deactivated members are listed as well.
     *
     * @param includeDeactivated true if they are
     * @return a copy with this change
     */
    public MemberQuery includeDeactivated(boolean includeDeactivated) {
        return set("include_deactivated", includeDeactivated);
    }

    /** The orders that Frame.io knows for this list. */
    public enum Sort {
        /** By name, ascending. */
        NAME_ASC,
        /** By name, descending. */
        NAME_DESC,
        /** By email address, ascending. */
        EMAIL_ASC,
        /** By email address, descending. */
        EMAIL_DESC,
        /** By role, ascending. */
        ROLE_ASC,
        /** By role, descending. */
        ROLE_DESC
    }
}
