package io.github.frameiokit.client.request;

/** Query parameters for a list of a folder's members. Immutable: each method returns a copy. */
public final class FolderMemberQuery extends PageQuery<FolderMemberQuery> {

    /** A query for all of them, in Frame.io's default order. */
    public FolderMemberQuery() {}

    /**
     * Sets whether deactivated members are listed as well.
     *
     * @param includeDeactivated true if they are
     * @return a copy with this change
     */
    public FolderMemberQuery includeDeactivated(boolean includeDeactivated) {
        return set("include_deactivated", includeDeactivated);
    }
}
