package io.github.frameiokit.client;

import io.github.frameiokit.client.model.File;
import jakarta.ws.rs.client.WebTarget;
import java.util.ServiceLoader;
import java.util.stream.Stream;

/**
 * The client for Frame.io's API.
 *
 * <pre>{@code
 * @Inject
 * FrameioClient frameio;
 *
 * File file = frameio.files().show(accountId, fileId);
 * frameio.comments().create(accountId, fileId, CommentDraft.of("Nice!").timestamp(Timestamp.ofFrame(120)));
 * }</pre>
 *
 * <p>The injected client acts as the app: with the access token in {@code frameio.token}, or with one that it fetches
 * with OAuth client credentials. {@link #as} returns a client that acts with another token, over the same connections.
 * Code without CDI, such as a command-line tool, uses {@link #builder}.
 *
 * <p>A call is retried if Frame.io rejects it because of its rate limit, or if it failed and can safely be repeated. It
 * waits on the caller's thread. Calls throw {@link FrameioApiException} and its subclasses. Clients are thread-safe.
 *
 * @see <a href="https://developer.adobe.com/frameio/api/current/">Frame.io's reference</a>
 */
public interface FrameioClient {

    /**
     * Builds a client in plain Java SE: without CDI, and without MicroProfile Config. The class path needs the kit
     * ({@code io.github.frameiokit:frameio-kit}), an implementation of JSON-P such as
     * {@code org.eclipse.parsson:parsson}, and the API jars {@code jakarta.ws.rs:jakarta.ws.rs-api} and
     * {@code org.eclipse.microprofile.rest.client:microprofile-rest-client-api}. Only {@link #http} and {@link #api}
     * need implementations of the latter two.
     *
     * @return a new builder
     * @throws IllegalStateException if the kit isn't on the class path
     */
    static FrameioClientBuilder builder() {
        return Stream.of(
                        FrameioClient.class.getClassLoader(),
                        Thread.currentThread().getContextClassLoader())
                .flatMap(loader -> ServiceLoader.load(FrameioClientBuilder.class, loader).findFirst().stream())
                .findFirst()
                .orElseThrow(() -> new IllegalStateException(
                        "FrameioClient.builder() needs io.github.frameiokit:frameio-kit on the class path, which"
                                + " implements the client; add that dependency in the version of frameio-kit-api."));
    }

    /**
     * The members of accounts, and their roles.
     *
     * @return the operations
     */
    AccountPermissionsApi accountPermissions();

    /**
     * Accounts and their audit logs.
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
     * Files and their uploads.
     *
     * @return the operations
     */
    FilesApi files();

    /**
     * The members of folders, and their roles.
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
     * Groups of users.
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
     * The members of projects, and their roles.
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
     * The members of workspaces, and their roles.
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
     * Returns a client for Frame.io's experimental operations: it sends every call with {@code api-version:
     * experimental}. Frame.io can change or remove them at any time.
     *
     * @return a client over the same connections, never null
     */
    FrameioClient experimental();

    /**
     * Returns a client that acts with another access token.
     *
     * @param token the access token, not null; it isn't refreshed
     * @return a client over the same connections, cheap to create
     * @throws IllegalArgumentException if the token is blank or has a character that no token has
     */
    FrameioClient as(String token);

    /**
     * Returns a target of the container's Jakarta REST client at the API's base URL, to call operations that this
     * client doesn't know yet. It sends the token to that base URL and nowhere else. It returns responses as they are:
     * nothing is retried, and no status causes an exception. After a 401, the next request has a new token if one is
     * available.
     *
     * <pre>{@code
     * JsonObject account = frameio.http().path("/v4/accounts/{id}").resolveTemplate("id", id)
     *         .request(MediaType.APPLICATION_JSON).get(JsonObject.class);
     * }</pre>
     *
     * @return a target, never null; it must not be closed
     */
    WebTarget http();

    /**
     * Creates an instance of an interface of the app, to call operations that this client doesn't know yet with types
     * of the app. It uses the server's implementation of MicroProfile Rest Client. Its calls go to the API's base URL
     * with this client's token and, from {@link #experimental}, {@code api-version: experimental}. The token is sent
     * nowhere else, and redirects aren't followed. A call that Frame.io rejects throws the same
     * {@link FrameioApiException}s as other calls. Nothing is retried.
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
     * <p>Put the paths on the methods and none on the interface: a server could take an interface with a path for an
     * endpoint. The server binds the bodies, mostly with JSON-B. Providers can be registered with MicroProfile Rest
     * Client's annotations. An exception mapper with a higher priority than the default comes before the kit's. Methods
     * must return their results directly: no {@code CompletionStage}, because the token is known only on the caller's
     * thread, and no sub-resources.
     *
     * <p>Each interface has one underlying client in an app, for all credentials. It is closed when the app stops. The
     * returned instance is cheap to create and thread-safe, and must not be closed.
     *
     * @param <T> the interface
     * @param type the interface, not null
     * @return an instance that acts with this client's token
     * @throws IllegalArgumentException if the type isn't an interface, or has a method that returns a
     *     {@code CompletionStage}
     * @throws IllegalStateException if the server has no implementation of MicroProfile Rest Client
     * @throws RuntimeException if the implementation can't build the interface
     */
    <T> T api(Class<T> type);

    /**
     * Uploads a file into a folder. Its parts are sent in parallel, and each is retried separately. The call returns
     * when all parts have arrived or, for a {@linkplain Upload#from remote upload}, when Frame.io has accepted the URL.
     *
     * @param accountId the account
     * @param folderId the folder
     * @param upload what to upload, not null
     * @return the new file
     * @throws FrameioApiException if Frame.io rejects the file
     * @throws TransferException if a part can't be sent, the stream ends early, the file is written to during the
     *     upload, or the thread is interrupted. The file stays at Frame.io without its content, and its id is in the
     *     exception. Any other exception after the file was created has such a {@code TransferException} among its
     *     suppressed exceptions.
     * @throws java.io.UncheckedIOException if the file or stream can't be read. For a path that isn't a readable
     *     regular file, this happens before anything is created at Frame.io.
     * @throws IllegalArgumentException if the file is empty
     */
    File upload(String accountId, String folderId, Upload upload);

    /**
     * Downloads a file's original. Its parts are fetched in parallel, and each is retried separately. Parts that
     * arrived during an earlier attempt aren't fetched again.
     *
     * @param accountId the account
     * @param fileId the file
     * @param download the target, not null
     * @return the file
     * @throws FrameioApiException if Frame.io rejects the call; {@link FrameioApiException.Forbidden} if the user isn't
     *     permitted to download the file
     * @throws TransferException if there is no original yet, a part can't be fetched, the storage's responses don't
     *     prove that they are the file, its content is replaced again and again, or the thread is interrupted. The
     *     target is unchanged.
     * @throws java.io.UncheckedIOException if the target can't be written or the disk has no room for it, which is
     *     checked first if possible. The target is unchanged.
     */
    File download(String accountId, String fileId, Download download);
}
