package io.github.frameiokit.client.request;

import jakarta.ws.rs.QueryParam;

/** Which of the members of a folder to list, and how. Immutable: every change gives a new one. */
public final class FolderMemberQuery extends PageQuery<FolderMemberQuery> {

    @QueryParam("include_deactivated")
    private Boolean includeDeactivated;

    /** Asks for all of them, in Frame.io's own order. */
    public FolderMemberQuery() {}

    /**
     * Whether those who were deactivated come as well.
     *
     * @param on whether
     * @return a new query
     */
    public FolderMemberQuery includeDeactivated(boolean on) {
        return with(query -> query.includeDeactivated = on);
    }
}
