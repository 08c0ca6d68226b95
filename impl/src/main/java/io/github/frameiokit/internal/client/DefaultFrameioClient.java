package io.github.frameiokit.internal.client;

import io.github.frameiokit.client.AccountPermissionsApi;
import io.github.frameiokit.client.AccountsApi;
import io.github.frameiokit.client.CollectionsApi;
import io.github.frameiokit.client.CommentsApi;
import io.github.frameiokit.client.CustomActionsApi;
import io.github.frameiokit.client.Download;
import io.github.frameiokit.client.FilesApi;
import io.github.frameiokit.client.FolderPermissionsApi;
import io.github.frameiokit.client.FoldersApi;
import io.github.frameiokit.client.FrameioClient;
import io.github.frameiokit.client.GroupsApi;
import io.github.frameiokit.client.MetadataApi;
import io.github.frameiokit.client.MetadataFieldsApi;
import io.github.frameiokit.client.ProjectPermissionsApi;
import io.github.frameiokit.client.ProjectsApi;
import io.github.frameiokit.client.SearchApi;
import io.github.frameiokit.client.SharesApi;
import io.github.frameiokit.client.Upload;
import io.github.frameiokit.client.UsersApi;
import io.github.frameiokit.client.VersionStacksApi;
import io.github.frameiokit.client.WebhooksApi;
import io.github.frameiokit.client.WorkspacePermissionsApi;
import io.github.frameiokit.client.WorkspacesApi;
import io.github.frameiokit.client.model.File;
import io.github.frameiokit.internal.ims.Credentials;
import io.github.frameiokit.internal.ims.FixedToken;
import jakarta.ws.rs.client.WebTarget;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;

/** A client with one set of credentials. It creates each group of operations once. Thread-safe. */
class DefaultFrameioClient implements FrameioClient {

    private final ClientResources resources;
    private final Credentials credentials;
    private final boolean experimental;
    private final Map<Class<?>, Object> groups = new ConcurrentHashMap<>();

    DefaultFrameioClient(ClientResources resources, Credentials credentials, boolean experimental) {
        this.resources = resources;
        this.credentials = credentials;
        this.experimental = experimental;
    }

    @Override
    public AccountPermissionsApi accountPermissions() {
        return group(AccountPermissionsApi.class);
    }

    @Override
    public AccountsApi accounts() {
        return group(AccountsApi.class);
    }

    @Override
    public CollectionsApi collections() {
        return group(CollectionsApi.class);
    }

    @Override
    public CommentsApi comments() {
        return group(CommentsApi.class);
    }

    @Override
    public CustomActionsApi customActions() {
        return group(CustomActionsApi.class);
    }

    @Override
    public FilesApi files() {
        return group(FilesApi.class);
    }

    @Override
    public FolderPermissionsApi folderPermissions() {
        return group(FolderPermissionsApi.class);
    }

    @Override
    public FoldersApi folders() {
        return group(FoldersApi.class);
    }

    @Override
    public GroupsApi groups() {
        return group(GroupsApi.class);
    }

    @Override
    public MetadataApi metadata() {
        return group(MetadataApi.class);
    }

    @Override
    public MetadataFieldsApi metadataFields() {
        return group(MetadataFieldsApi.class);
    }

    @Override
    public ProjectPermissionsApi projectPermissions() {
        return group(ProjectPermissionsApi.class);
    }

    @Override
    public ProjectsApi projects() {
        return group(ProjectsApi.class);
    }

    @Override
    public SearchApi search() {
        return group(SearchApi.class);
    }

    @Override
    public SharesApi shares() {
        return group(SharesApi.class);
    }

    @Override
    public UsersApi users() {
        return group(UsersApi.class);
    }

    @Override
    public VersionStacksApi versionStacks() {
        return group(VersionStacksApi.class);
    }

    @Override
    public WebhooksApi webhooks() {
        return group(WebhooksApi.class);
    }

    @Override
    public WorkspacePermissionsApi workspacePermissions() {
        return group(WorkspacePermissionsApi.class);
    }

    @Override
    public WorkspacesApi workspaces() {
        return group(WorkspacesApi.class);
    }

    @Override
    public FrameioClient experimental() {
        return new DefaultFrameioClient(resources, credentials, true);
    }

    @Override
    public FrameioClient as(String token) {
        return new DefaultFrameioClient(resources, new FixedToken(given("token", token)), experimental);
    }

    @Override
    public WebTarget http() {
        return resources.http(credentials, experimental);
    }

    @Override
    public <T> T api(Class<T> type) {
        return resources.restClients().of(given("type", type), credentials, experimental);
    }

    @Override
    public File upload(String accountId, String folderId, Upload upload) {
        return resources
                .uploads()
                .upload(
                        files(),
                        PathIds.checked("account_id", accountId),
                        PathIds.checked("folder_id", folderId),
                        given("upload", upload));
    }

    @Override
    public File download(String accountId, String fileId, Download download) {
        return resources
                .downloads()
                .download(
                        files(),
                        PathIds.checked("account_id", accountId),
                        PathIds.checked("file_id", fileId),
                        given("download", download));
    }

    private static <T> T given(String name, T argument) {
        return Objects.requireNonNull(argument, () -> "'" + name + "' must not be null.");
    }

    private <T> T group(Class<T> type) {
        Object known = groups.get(type); // without the lock that computeIfAbsent may take
        return type.cast(
                known != null
                        ? known
                        : groups.computeIfAbsent(type, it -> resources.invoker().group(it, credentials, experimental)));
    }

    @Override
    public String toString() {
        return "FrameioClient" + (experimental ? "[experimental]" : "");
    }
}
