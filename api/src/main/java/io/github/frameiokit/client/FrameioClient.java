package io.github.frameiokit.client;

import io.github.frameiokit.client.model.File;
import jakarta.ws.rs.client.WebTarget;

/**
 * The door to Frame.io's API.
 *
 * <pre>{@code
 * @Inject
 * FrameioClient frameio;
 *
 * File file = frameio.files().show(accountId, fileId);
 * frameio.comments().create(accountId, fileId, CommentDraft.of("Nice!").timestamp(Timestamp.ofFrame(120)));
 * }</pre>
 *
 * <p>The client that is injected acts as the app: with the token in {@code frameio.token}, or with one that it fetches
 * with OAuth client credentials. {@link #as} gives one that acts as somebody else, over the same connections.
 *
 * <p>A call that Frame.io refuses for its rate, or that can be repeated without harm after a failure, is tried again;
 * it waits on the caller's thread. Calls throw {@link FrameioApiException} and its subclasses. Clients are thread-safe.
 *
 * @see <a href="https://developer.adobe.com/frameio/api/current/">Frame.io's reference</a>
 */
public interface FrameioClient {

    /**
     * Who belongs to an account.
     *
     * @return the operations
     */
    AccountPermissionsApi accountPermissions();

    /**
     * Accounts and their audit log.
     *
     * @return the operations
     */
    AccountsApi accounts();

    /**
     * Collections.
     *
     * @return the operations
     */
    CollectionsApi collections();

    /**
     * Comments.
     *
     * @return the operations
     */
    CommentsApi comments();

    /**
     * Custom actions.
     *
     * @return the operations
     */
    CustomActionsApi customActions();

    /**
     * Files.
     *
     * @return the operations
     */
    FilesApi files();

    /**
     * Who may do what in a folder.
     *
     * @return the operations
     */
    FolderPermissionsApi folderPermissions();

    /**
     * Folders.
     *
     * @return the operations
     */
    FoldersApi folders();

    /**
     * Groups of people.
     *
     * @return the operations
     */
    GroupsApi groups();

    /**
     * The metadata of files.
     *
     * @return the operations
     */
    MetadataApi metadata();

    /**
     * Metadata fields.
     *
     * @return the operations
     */
    MetadataFieldsApi metadataFields();

    /**
     * Who may do what in a project.
     *
     * @return the operations
     */
    ProjectPermissionsApi projectPermissions();

    /**
     * Projects.
     *
     * @return the operations
     */
    ProjectsApi projects();

    /**
     * Search.
     *
     * @return the operations
     */
    SearchApi search();

    /**
     * Shares.
     *
     * @return the operations
     */
    SharesApi shares();

    /**
     * Users.
     *
     * @return the operations
     */
    UsersApi users();

    /**
     * Version stacks.
     *
     * @return the operations
     */
    VersionStacksApi versionStacks();

    /**
     * Webhooks.
     *
     * @return the operations
     */
    WebhooksApi webhooks();

    /**
     * Who may do what in a workspace.
     *
     * @return the operations
     */
    WorkspacePermissionsApi workspacePermissions();

    /**
     * Workspaces.
     *
     * @return the operations
     */
    WorkspacesApi workspaces();

    /**
     * The same door to what Frame.io has opened for experiments: every call is sent with {@code api-version:
     * experimental}. It may change or end at any time.
     *
     * @return a client, never null
     */
    FrameioClient experimental();

    /**
     * The same door for somebody else.
     *
     * @param token the access token to act with, not null; it isn't renewed
     * @return a client over the same connections, cheap to make
     * @throws IllegalArgumentException if the token is blank or has a character that no token has
     */
    FrameioClient as(String token);

    /**
     * For what this client doesn't know yet: a target of the container's Jakarta REST client at the API's address,
     * which sends the token along to that address and nowhere else. Answers come as they are: nothing is tried again,
     * no status is an exception. After a 401 the next request has another token, if there is one.
     *
     * <pre>{@code
     * JsonObject account = frameio.http().path("/v4/accounts/{id}").resolveTemplate("id", id)
     *         .request(MediaType.APPLICATION_JSON).get(JsonObject.class);
     * }</pre>
     *
     * @return a target, never null; not to be closed
     */
    WebTarget http();

    /**
     * For what this client doesn't know yet, in types of the app's own: builds an interface of the app's with the
     * server's implementation of MicroProfile Rest Client. Its calls go to the API's address, with this client's token
     * and, from {@link #experimental}, {@code api-version: experimental}; the token is sent nowhere else, and redirects
     * aren't followed. What Frame.io refuses is a {@link FrameioApiException} of the same kinds as elsewhere. Nothing
     * is tried again.
     *
     * <pre>{@code
     * public interface Reels {
     *
     *     @GET
     *     @Path("/v4/accounts/{account_id}/reels/{id}")
     *     Reel show(@PathParam("account_id") String accountId, @PathParam("id") String id);
     * }
     *
     * Reel reel = frameio.experimental().api(Reels.class).show(accountId, id);
     * }</pre>
     *
     * <p>The paths stand on the methods and none on the interface, which a server could take for an endpoint. Bodies
     * are bound as the server does it, mostly with JSON-B. Providers can be registered with MicroProfile Rest Client's
     * annotations; an exception mapper of higher priority than the default goes before the kit's. Methods return their
     * results: neither a {@code CompletionStage}, since who acts is known on the caller's thread only, nor
     * sub-resources.
     *
     * <p>Each interface has one underlying client in an app, for all credentials. It is closed when the app stops. What
     * is returned is cheap to make, thread-safe, and not to be closed.
     *
     * @param <T> the interface
     * @param type the interface, not null
     * @return an instance that acts as this client does
     * @throws IllegalArgumentException if the type is no interface, or has a method that returns a
     *     {@code CompletionStage}
     * @throws IllegalStateException if there is no implementation of MicroProfile Rest Client
     * @throws RuntimeException what the implementation throws for an interface that it can't build
     */
    <T> T api(Class<T> type);

    /**
     * Uploads a file into a folder. Its parts are sent in parallel, each tried again on its own; returns when all of
     * them have arrived, or, for a {@linkplain Upload#from remote upload}, when Frame.io has accepted to fetch it.
     *
     * @param accountId the account
     * @param folderId the folder
     * @param upload what to upload, not null
     * @return the new file
     * @throws FrameioApiException if Frame.io refuses the file
     * @throws TransferException if a part can't be sent, the stream ends early, the file is written to meanwhile, or
     *     the thread is interrupted. The file stays at Frame.io without its content; its id is in the exception. Any
     *     other exception after it was created has such a {@code TransferException} among its suppressed ones.
     * @throws java.io.UncheckedIOException if the file or stream can't be read. A path that isn't a readable regular
     *     file is refused before anything is created at Frame.io.
     * @throws IllegalArgumentException if the file is empty
     */
    File upload(String accountId, String folderId, Upload upload);

    /**
     * Downloads a file's original. Its parts are fetched in parallel, each tried again on its own; what had arrived
     * before isn't fetched again.
     *
     * @param accountId the account
     * @param fileId the file
     * @param download where to, not null
     * @return the file
     * @throws FrameioApiException if Frame.io refuses it: {@link FrameioApiException.Forbidden} where the user may not
     *     download it
     * @throws TransferException if there is no original yet, a part can't be fetched, the storage's answers don't prove
     *     that they are the file, its content is replaced again and again, or the thread is interrupted; the target is
     *     as it was
     * @throws java.io.UncheckedIOException if the target can't be written or there is no room for it, which is checked
     *     first where it can be known; the target is as it was
     */
    File download(String accountId, String fileId, Download download);
}
