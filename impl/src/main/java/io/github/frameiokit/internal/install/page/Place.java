package io.github.frameiokit.internal.install.page;

import io.github.frameiokit.client.model.Account;
import io.github.frameiokit.client.model.Workspace;

/**
 * A workspace that a visitor may administer, as Frame.io has just confirmed.
 *
 * @param accountId its account
 * @param workspaceId its id
 * @param name its name
 */
record Place(String accountId, String workspaceId, String name) {

    static Place of(String accountId, Workspace workspace) {
        return new Place(accountId, workspace.id(), workspace.name());
    }

    /**
     * A workspace to choose.
     *
     * @param place the workspace
     * @param state whether the app is there
     */
    record Choice(Place place, State state) {}

    /** Whether an app is in a workspace. */
    enum State {
        INSTALLED,
        AVAILABLE,
        /** Frame.io doesn't let the visitor administer it. */
        NO_RIGHT
    }

    /**
     * An account to choose.
     *
     * @param id its id
     * @param name its name
     */
    record Group(String id, String name) {

        static Group of(Account account) {
            return new Group(account.id(), account.displayName());
        }
    }
}
