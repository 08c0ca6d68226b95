package io.github.frameiokit.install;

import io.github.frameiokit.client.FrameioClient;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Registers the app in workspaces: its webhook, with the types of all {@code @Webhook} handlers, and a custom action
 * per {@code @Action}. The signing secrets go into the app's store and are never returned. A CDI bean of the kit;
 * thread-safe. It needs {@code frameio.base-url}.
 *
 * <pre>{@code
 * @Inject
 * Installations installations;
 *
 * void install(String accountId, String workspaceId) {
 *     InstallationResult result = installations.install(accountId, workspaceId);
 *     if (!result.isComplete()) { … }
 * }
 * }</pre>
 *
 * <p>A method without a client calls Frame.io with the app's own token, so anybody whom the app lets call it changes
 * the workspace with the app's rights. A method with a client needs the rights of that client's user. The methods that
 * take a workspace's ids check neither who asks nor whether the app wants to serve that account.
 *
 * <p>All methods throw {@link InstallationException} if the app lacks a setting, and
 * {@link io.github.frameiokit.oauth.TokenStoreException} if the store can't be used. Methods that plan or change
 * something also throw the latter if the keys of this node can't open what is stored, since another node with a newer
 * key may have stored it; nothing is changed then. Methods that ask Frame.io throw
 * {@link io.github.frameiokit.client.FrameioApiException} if it refuses or doesn't answer.
 */
public interface Installations {

    /**
     * Lists the installations in the app's store. Frame.io isn't asked.
     *
     * @return the installations, unmodifiable, in the order of their ids
     */
    List<Installation> list();

    /**
     * Finds an installation in the app's store. Frame.io isn't asked.
     *
     * @param accountId the account, not null
     * @param workspaceId the workspace, not null
     * @return the installation; empty if there is none
     */
    Optional<Installation> find(String accountId, String workspaceId);

    /**
     * Says what {@link #install(String, String)} would do, without doing it.
     *
     * @param accountId the account, not null
     * @param workspaceId the workspace, not null
     * @return the plan
     */
    InstallationPlan plan(String accountId, String workspaceId);

    /**
     * Says what {@link #install(FrameioClient, String, String)} would do, without doing it.
     *
     * @param client whose rights decide, not null
     * @param accountId the account, not null
     * @param workspaceId the workspace, not null
     * @return the plan
     */
    InstallationPlan plan(FrameioClient client, String accountId, String workspaceId);

    /**
     * Installs, updates or repairs the app in a workspace, with the app's own token. Repeating it changes nothing more.
     * One node at a time works on a workspace.
     *
     * @param accountId the account, not null
     * @param workspaceId the workspace, not null
     * @return what was done; if something failed, the same call again does the rest
     * @throws InstallationException if another node works on the workspace
     */
    InstallationResult install(String accountId, String workspaceId);

    /**
     * Installs, updates or repairs the app in a workspace, like {@link #install(String, String)}.
     *
     * @param client whose rights decide, not null
     * @param accountId the account, not null
     * @param workspaceId the workspace, not null
     * @return what was done; if something failed, the same call again does the rest
     * @throws InstallationException if another node works on the workspace
     */
    InstallationResult install(FrameioClient client, String accountId, String workspaceId);

    /**
     * Removes what the app has registered in a workspace, and then the settings, with the app's own token. Events that
     * are under way are still accepted for some minutes. What others have registered stays.
     *
     * @param accountId the account, not null
     * @param workspaceId the workspace, not null
     * @return what was done; if something failed, the same call again does the rest
     * @throws InstallationException if another node works on the workspace
     */
    InstallationResult uninstall(String accountId, String workspaceId);

    /**
     * Removes what the app has registered in a workspace, like {@link #uninstall(String, String)}.
     *
     * @param client whose rights decide, not null
     * @param accountId the account, not null
     * @param workspaceId the workspace, not null
     * @return what was done; if something failed, the same call again does the rest
     * @throws InstallationException if another node works on the workspace
     */
    InstallationResult uninstall(FrameioClient client, String accountId, String workspaceId);

    /**
     * What an installer entered for a workspace. Frame.io isn't asked.
     *
     * @param accountId the account, not null
     * @param workspaceId the workspace, not null
     * @return the values as they are now; none if nobody has entered any
     */
    InstallSettings settings(String accountId, String workspaceId);

    /**
     * Saves an installer's values, after a call with the client has proved that its user may list the webhooks of the
     * workspace. A password that is missing or empty keeps its value.
     *
     * @param client whose rights decide, not null
     * @param accountId the account, not null
     * @param workspaceId the workspace, not null
     * @param values the values by the names of the app's {@link InstallFields}, not null; a checkbox is checked if its
     *     value is {@code true} or {@code on}
     * @return the problems of the values by field, each a sentence for the person who entered them; empty if they were
     *     saved. The key {@code ""} is for all of them together.
     */
    Map<String, String> saveSettings(
            FrameioClient client, String accountId, String workspaceId, Map<String, String> values);
}
