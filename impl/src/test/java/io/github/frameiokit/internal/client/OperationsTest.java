package io.github.frameiokit.internal.client;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import io.github.frameiokit.client.FrameioClient;
import io.github.frameiokit.client.Page;
import io.github.frameiokit.client.model.Comment;
import io.github.frameiokit.client.model.DateConfiguration;
import io.github.frameiokit.client.model.FieldDefinition;
import io.github.frameiokit.client.model.FieldMember;
import io.github.frameiokit.client.model.FieldOption;
import io.github.frameiokit.client.model.NumberConfiguration;
import io.github.frameiokit.client.model.Project;
import io.github.frameiokit.client.model.RatingConfiguration;
import io.github.frameiokit.client.model.Role;
import io.github.frameiokit.client.model.SelectConfiguration;
import io.github.frameiokit.client.model.Share;
import io.github.frameiokit.client.model.TextReviewAnnotation;
import io.github.frameiokit.client.model.Timestamp;
import io.github.frameiokit.client.model.ToggleConfiguration;
import io.github.frameiokit.client.model.UserConfiguration;
import io.github.frameiokit.client.request.AccountQuery;
import io.github.frameiokit.client.request.AssetQuery;
import io.github.frameiokit.client.request.AttachmentDraft;
import io.github.frameiokit.client.request.AuditLogQuery;
import io.github.frameiokit.client.request.CollectionQuery;
import io.github.frameiokit.client.request.CommentDraft;
import io.github.frameiokit.client.request.CommentQuery;
import io.github.frameiokit.client.request.CommentUpdate;
import io.github.frameiokit.client.request.CopyComments;
import io.github.frameiokit.client.request.CustomActionDraft;
import io.github.frameiokit.client.request.CustomActionQuery;
import io.github.frameiokit.client.request.CustomActionUpdate;
import io.github.frameiokit.client.request.Destination;
import io.github.frameiokit.client.request.FieldDefinitionDraft;
import io.github.frameiokit.client.request.FieldDefinitionQuery;
import io.github.frameiokit.client.request.FieldDefinitionUpdate;
import io.github.frameiokit.client.request.FileBatch;
import io.github.frameiokit.client.request.FileDraft;
import io.github.frameiokit.client.request.FileImport;
import io.github.frameiokit.client.request.FileUpdate;
import io.github.frameiokit.client.request.FolderBatch;
import io.github.frameiokit.client.request.FolderDraft;
import io.github.frameiokit.client.request.FolderMemberQuery;
import io.github.frameiokit.client.request.FolderUpdate;
import io.github.frameiokit.client.request.GroupDraft;
import io.github.frameiokit.client.request.GroupQuery;
import io.github.frameiokit.client.request.GroupUpdate;
import io.github.frameiokit.client.request.Include;
import io.github.frameiokit.client.request.LinkDraft;
import io.github.frameiokit.client.request.LocalUploadDraft;
import io.github.frameiokit.client.request.MemberQuery;
import io.github.frameiokit.client.request.MetadataUpdate;
import io.github.frameiokit.client.request.PageQuery;
import io.github.frameiokit.client.request.ProjectDraft;
import io.github.frameiokit.client.request.ProjectQuery;
import io.github.frameiokit.client.request.ProjectUpdate;
import io.github.frameiokit.client.request.RemoteUploadDraft;
import io.github.frameiokit.client.request.ReviewerInvitation;
import io.github.frameiokit.client.request.ReviewerQuery;
import io.github.frameiokit.client.request.ReviewerRemoval;
import io.github.frameiokit.client.request.Reviewers;
import io.github.frameiokit.client.request.RoleUpdate;
import io.github.frameiokit.client.request.SearchQuery;
import io.github.frameiokit.client.request.SearchRequest;
import io.github.frameiokit.client.request.ShareActivityQuery;
import io.github.frameiokit.client.request.ShareAsset;
import io.github.frameiokit.client.request.ShareDraft;
import io.github.frameiokit.client.request.ShareQuery;
import io.github.frameiokit.client.request.ShareUpdate;
import io.github.frameiokit.client.request.VersionStackDraft;
import io.github.frameiokit.client.request.WebhookDraft;
import io.github.frameiokit.client.request.WebhookQuery;
import io.github.frameiokit.client.request.WebhookUpdate;
import io.github.frameiokit.client.request.WorkspaceDraft;
import io.github.frameiokit.client.request.WorkspaceQuery;
import io.github.frameiokit.client.request.WorkspaceUpdate;
import io.github.frameiokit.internal.json.ModelReader;
import io.github.frameiokit.internal.json.WrittenModel;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.lang.reflect.Method;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/**
 * Every operation, sent to a fake that takes only what Frame.io documents, with every parameter and every member that
 * there is.
 */
class OperationsTest {

    /** An account, and anything else. */
    private static final String A = "6f70f1bd-7e89-4a7e-b4d3-7e576585a181";

    private static final String ID = "d3075547-4e64-45f0-ad12-d075660eddd2";
    private static final String OTHER = "56556a3f-859f-4b38-b6c6-e8625b5da8a5";
    private static final Instant TIME = Instant.parse("2027-01-01T00:00:00Z");

    private static final Map<String, List<Consumer<FrameioClient>>> CALLS = new LinkedHashMap<>();

    private static TestClient tested;

    static {
        RoleUpdate editor = RoleUpdate.of(Role.EDITOR);
        MemberQuery members =
                paged(new MemberQuery().sort(MemberQuery.Sort.ROLE_ASC).includeDeactivated(true));
        AssetQuery assets =
                paged(new AssetQuery().include(Include.CREATOR, Include.PROJECT).sort(AssetQuery.Sort.NAME_ASC));

        call("accountPermissions.index", it -> it.accountPermissions().index(A, members));
        call("accountPermissions.update", it -> it.accountPermissions().update(A, ID, RoleUpdate.of(Role.MEMBER)));
        call(
                "accounts.index",
                it -> it.accounts().index(paged(new AccountQuery().sort(AccountQuery.Sort.DISPLAY_NAME_ASC))));
        call(
                "accounts.auditLogs",
                it -> it.accounts()
                        .auditLogs(
                                A,
                                paged(new AuditLogQuery()
                                        .include(Include.USER)
                                        .eventType("project_created")
                                        .fromDate(LocalDate.of(2026, 11, 1))
                                        .toDate(LocalDate.of(2026, 11, 2))
                                        .ipAddress("192.0.2.1")
                                        .projectId(ID)
                                        .workspaceId(ID)
                                        .userId(ID)
                                        .resourceId(ID)
                                        .resourceType("project"))));
        call(
                "collections.index",
                it -> it.collections().index(A, ID, paged(new CollectionQuery().include(Include.SHARES))));
        call("collections.show", it -> it.collections().show(A, ID, Include.CREATOR));
        call(
                "comments.index",
                it -> it.comments()
                        .index(
                                A,
                                ID,
                                paged(new CommentQuery()
                                        .timestampAsTimecode(true)
                                        .include(Include.OWNER, Include.REPLIES)
                                        .sort(CommentQuery.Sort.CREATED_AT_ASC))));
        call("comments.show", it -> it.comments().show(A, ID, Include.OWNER, true));
        call(
                "comments.create",
                it -> it.comments()
                        .create(
                                A,
                                ID,
                                CommentDraft.of("Look here")
                                        .timestamp(Timestamp.ofFrame(120))
                                        .duration(24)
                                        .page(1)
                                        .annotation("[]")
                                        .anchor(new Comment.Anchor(0.5, 0))
                                        .textReviewAnnotation(annotation())
                                        .completed(false)
                                        .links(LinkDraft.of(0, 4, "https://example.com"))
                                        .attachments(AttachmentDraft.of("a.pdf", "application/pdf", 10)),
                                true),
                it -> it.comments()
                        .create(A, ID, CommentDraft.of("There").timestamp(Timestamp.ofTimecode("00:00:05:00"))));
        call(
                "comments.update",
                it -> it.comments()
                        .update(
                                A,
                                ID,
                                new CommentUpdate()
                                        .text("Look there")
                                        .timestamp(Timestamp.ofFrame(120))
                                        .duration(24)
                                        .page(1)
                                        .annotation("[]")
                                        .anchor(new Comment.Anchor(0.5, 0))
                                        .textReviewAnnotation(annotation())
                                        .completed(true)
                                        .links(LinkDraft.of(0, 4, "https://example.com")),
                                true),
                it -> it.comments()
                        .update(
                                A,
                                ID,
                                new CommentUpdate()
                                        .noTimestamp()
                                        .noDuration()
                                        .noAnnotation()
                                        .noAnchor()));
        call("comments.delete", it -> it.comments().delete(A, ID));
        call(
                "comments.createAttachment",
                it -> it.comments().createAttachment(A, ID, AttachmentDraft.of("a.pdf", "application/pdf", 10)));
        call("comments.deleteAttachment", it -> it.comments().deleteAttachment(A, ID, OTHER));
        call(
                "customActions.index",
                it -> it.customActions().index(A, ID, paged(new CustomActionQuery().include(Include.CREATOR))));
        call("customActions.show", it -> it.customActions().show(A, ID, Include.CREATOR));
        call(
                "customActions.create",
                it -> it.customActions()
                        .create(
                                A,
                                ID,
                                CustomActionDraft.of(
                                                "Export", "Exports it", "export.asset", "https://example.com/frameio")
                                        .timeout(10)
                                        .multiAsset(false)));
        call(
                "customActions.update",
                it -> it.customActions()
                        .update(
                                A,
                                ID,
                                new CustomActionUpdate()
                                        .name("Export")
                                        .description("Exports it")
                                        .event("export.asset")
                                        .url("https://example.com/frameio")
                                        .timeout(5)
                                        .multiAsset(true)
                                        .active(false)));
        call("customActions.delete", it -> it.customActions().delete(A, ID));
        call("files.list", it -> it.files().list(A, ID, assets));
        call(
                "files.show",
                it -> it.files().show(A, ID, Include.of(Include.CREATOR, Include.MEDIA_LINKS_ORIGINAL)),
                it -> it.files().show(A, "adobe:x"));
        call("files.showFileUploadStatus", it -> it.files().showFileUploadStatus(A, ID));
        call(
                "files.createLocalUpload",
                it -> it.files().createLocalUpload(A, ID, LocalUploadDraft.of("a.mov", 5_000_000_000L)));
        call(
                "files.createRemoteUpload",
                it -> it.files().createRemoteUpload(A, ID, RemoteUploadDraft.of("a.mov", "https://example.com/a.mov")));
        call("files.create", OperationsTest::createDeprecated);
        call("files.importFile", it -> it.files().importFile(A, ID, FileImport.of("a.mov", "a/b.mov", ID)));
        call("files.update", it -> it.files().update(A, ID, new FileUpdate().name("b.mov")));
        call("files.delete", it -> it.files().delete(A, ID));
        call(
                "files.copy",
                it -> it.files().copy(A, ID, Destination.of(OTHER), true, CopyComments.INTERNAL),
                it -> it.files().copy(A, ID));
        call("files.move", it -> it.files().move(A, ID, Destination.of(OTHER)));
        call("files.bulkCopy", it -> it.files().bulkCopy(A, FileBatch.of(OTHER, ID), true, CopyComments.ALL));
        call("files.bulkMove", it -> it.files().bulkMove(A, FileBatch.of(OTHER, List.of(ID))));
        call(
                "folderPermissions.index",
                it -> it.folderPermissions().index(A, ID, paged(new FolderMemberQuery().includeDeactivated(true))));
        call("folderPermissions.update", it -> it.folderPermissions().update(A, ID, OTHER, editor));
        call("folderPermissions.delete", it -> it.folderPermissions().delete(A, ID, OTHER));
        call(
                "folders.index",
                it -> it.folders().index(A, ID, "file,version_stack", assets),
                it -> it.folders().index(A, ID, assets));
        call("folders.list", it -> it.folders().list(A, ID, assets));
        call("folders.show", it -> it.folders().show(A, ID, Include.CREATOR));
        call("folders.create", it -> it.folders().create(A, ID, new FolderDraft().name("Rushes")));
        call("folders.update", it -> it.folders().update(A, ID, new FolderUpdate().name("Rushes")));
        call("folders.delete", it -> it.folders().delete(A, ID));
        call(
                "folders.copy",
                it -> it.folders().copy(A, ID, Destination.of(OTHER), true),
                it -> it.folders().copy(A, ID));
        call("folders.move", it -> it.folders().move(A, ID, Destination.of(OTHER)));
        call("folders.bulkCopy", it -> it.folders().bulkCopy(A, FolderBatch.of(OTHER, ID), true, CopyComments.NONE));
        call("folders.bulkMove", it -> it.folders().bulkMove(A, FolderBatch.of(OTHER, ID)));
        call(
                "groups.index",
                it -> it.groups()
                        .index(
                                A,
                                paged(new GroupQuery().include(Include.CREATOR).sort(GroupQuery.Sort.NAME_DESC))));
        call("groups.show", it -> it.groups().show(A, ID, Include.CREATOR));
        call("groups.create", it -> it.groups().create(A, GroupDraft.of("Editors", "🎬")));
        call(
                "groups.update",
                it -> it.groups()
                        .update(A, ID, new GroupUpdate().name("Editors").emoji("🎞")));
        call("metadata.show", it -> it.metadata().show(A, ID, true));
        call(
                "metadata.bulkUpdate",
                it -> it.metadata()
                        .bulkUpdate(
                                A,
                                ID,
                                MetadataUpdate.of(ID, OTHER)
                                        .text(ID, "x")
                                        .number(ID, new BigDecimal("1.5"))
                                        .rating(ID, 3)
                                        .toggle(ID, true)
                                        .date(ID, LocalDate.of(2026, 11, 2))
                                        .select(ID, OTHER)
                                        .users(ID, new FieldMember(OTHER, FieldMember.Type.USER))
                                        .clear(ID)));
        call(
                "metadataFields.index",
                it -> it.metadataFields()
                        .index(
                                A,
                                paged(new FieldDefinitionQuery()
                                        .include(Include.CREATOR)
                                        .sort(FieldDefinitionQuery.Sort.NAME_ASC)
                                        .excludeImmutable(true)
                                        .excludeInactive(true))));
        call(
                "metadataFields.create",
                fields().<Consumer<FrameioClient>>map(
                                draft -> it -> it.metadataFields().create(A, draft))
                        .toList());
        call(
                "metadataFields.update",
                fieldUpdates()
                        .<Consumer<FrameioClient>>map(
                                update -> it -> it.metadataFields().update(A, ID, update))
                        .toList());
        call("metadataFields.delete", it -> it.metadataFields().delete(A, ID));
        call("projectPermissions.index", it -> it.projectPermissions().index(A, ID, members));
        call("projectPermissions.update", it -> it.projectPermissions().update(A, ID, OTHER, editor));
        call("projectPermissions.delete", it -> it.projectPermissions().delete(A, ID, OTHER));
        ProjectQuery projects =
                paged(new ProjectQuery().include(Include.OWNER).sort(ProjectQuery.Sort.CREATED_AT_DESC));
        call("projects.index", it -> it.projects().index(A, ID, projects));
        call("projects.indexByAccount", it -> it.projects().indexByAccount(A, projects));
        call("projects.indexInvited", it -> it.projects().indexInvited(A, projects));
        call("projects.show", it -> it.projects().show(A, ID, Include.OWNER));
        call(
                "projects.create",
                it -> it.projects().create(A, ID, ProjectDraft.of("Film").restricted(true)));
        call(
                "projects.update",
                it -> it.projects()
                        .update(
                                A,
                                ID,
                                new ProjectUpdate()
                                        .name("Film")
                                        .restricted(false)
                                        .status(Project.Status.INACTIVE)));
        call("projects.delete", it -> it.projects().delete(A, ID));
        call(
                "search.search",
                it -> it.search()
                        .search(
                                A,
                                SearchRequest.of("interview", SearchRequest.Engine.NLP)
                                        .filesAndVersionStacks(true)
                                        .folders(false)
                                        .projects(true),
                                paged(new SearchQuery())));
        call("shares.index", it -> it.shares().index(A, ID, paged(new ShareQuery().sort(ShareQuery.Sort.NAME_ASC))));
        call("shares.show", it -> it.shares().show(A, ID));
        call(
                "shares.create",
                it -> it.shares().create(A, ID, share()),
                it -> it.shares()
                        .create(
                                A,
                                ID,
                                ShareDraft.of("Cut", Share.Access.PUBLIC)
                                        .noDescription()
                                        .noExpiration()
                                        .noPassphrase()
                                        .noAccentColor()
                                        .noNameColumnWidth()
                                        .noShowAllAssetVersions()
                                        .noFeaturedFieldDefinitionId()
                                        .noCaptionsEnabled()
                                        .noTranscriptsEnabled()
                                        .noWatermarkEnabled()));
        call(
                "shares.update",
                it -> it.shares().update(A, ID, shareUpdate()),
                it -> it.shares()
                        .update(
                                A,
                                ID,
                                new ShareUpdate()
                                        .noName()
                                        .noDescription()
                                        .noExpiration()
                                        .noPassphrase()
                                        .noAccentColor()
                                        .noNameColumnWidth()
                                        .noShowAllAssetVersions()
                                        .noFeaturedFieldDefinitionId()
                                        .noCaptionsEnabled()
                                        .noTranscriptsEnabled()
                                        .noWatermarkEnabled()));
        call("shares.delete", it -> it.shares().delete(A, ID));
        call(
                "shares.listActivities",
                it -> it.shares().listActivities(A, ID, paged(new ShareActivityQuery().include(Include.USER))));
        call(
                "shares.listAssets",
                it -> it.shares()
                        .listAssets(
                                A,
                                ID,
                                paged(new AssetQuery()
                                        .include(Include.METADATA)
                                        .sort(AssetQuery.Sort.NAME_ASC)
                                        .pageSize(100))));
        call("shares.addAsset", it -> it.shares().addAsset(A, ID, ShareAsset.of(OTHER)));
        call("shares.removeAsset", it -> it.shares().removeAsset(A, ID, OTHER));
        call(
                "shares.listReviewers",
                it -> it.shares().listReviewers(A, ID, paged(new ReviewerQuery().sort(ReviewerQuery.Sort.ACTIVE))));
        call(
                "shares.addReviewers",
                it -> it.shares()
                        .addReviewers(
                                A,
                                ID,
                                ReviewerInvitation.of(
                                                Reviewers.emails("ada@example.com")
                                                        .and(Reviewers.users(OTHER))
                                                        .and(Reviewers.adobeUsers("x@y"))
                                                        .and(Reviewers.shareLists(OTHER)),
                                                "Have a look")
                                        .notifyByEmail(false)));
        call(
                "shares.removeReviewers",
                it -> it.shares()
                        .removeReviewers(
                                A,
                                ID,
                                ReviewerRemoval.of(Reviewers.emails("ada@example.com")
                                        .and(Reviewers.users(OTHER))
                                        .and(Reviewers.adobeUsers("x@y")))));
        call("users.show", it -> it.users().show());
        call("versionStacks.list", it -> it.versionStacks().list(A, ID, assets));
        call("versionStacks.index", it -> it.versionStacks().index(A, ID, assets.pageSize(100)));
        call("versionStacks.show", it -> it.versionStacks().show(A, ID, Include.PROJECT));
        call("versionStacks.create", it -> it.versionStacks().create(A, ID, VersionStackDraft.of(ID, OTHER)));
        call(
                "versionStacks.copy",
                it -> it.versionStacks().copy(A, ID, Destination.of(OTHER), true),
                it -> it.versionStacks().copy(A, ID));
        call("versionStacks.move", it -> it.versionStacks().move(A, ID, Destination.of(OTHER)));
        call(
                "webhooks.index",
                it -> it.webhooks()
                        .index(
                                A,
                                ID,
                                paged(new WebhookQuery()
                                        .include(Include.CREATOR)
                                        .sort(WebhookQuery.Sort.NAME_ASC))));
        call("webhooks.show", it -> it.webhooks().show(A, ID, Include.CREATOR));
        call(
                "webhooks.create",
                it -> it.webhooks()
                        .create(
                                A,
                                ID,
                                WebhookDraft.of(
                                        "Ready", "https://example.com/frameio", "file.ready", "comment.created")));
        call(
                "webhooks.update",
                it -> it.webhooks()
                        .update(
                                A,
                                ID,
                                new WebhookUpdate()
                                        .name("Ready")
                                        .url("https://example.com/frameio")
                                        .events("file.ready")
                                        .active(false)));
        call("webhooks.delete", it -> it.webhooks().delete(A, ID));
        call("workspacePermissions.index", it -> it.workspacePermissions().index(A, ID, members));
        call(
                "workspacePermissions.update",
                it -> it.workspacePermissions().update(A, ID, OTHER, RoleUpdate.of(Role.WORKSPACE_ADMIN)));
        call("workspacePermissions.delete", it -> it.workspacePermissions().delete(A, ID, OTHER));
        call(
                "workspaces.index",
                it -> it.workspaces()
                        .index(
                                A,
                                paged(new WorkspaceQuery()
                                        .include(Include.CREATOR)
                                        .sort(WorkspaceQuery.Sort.NAME_ASC))));
        call("workspaces.show", it -> it.workspaces().show(A, ID, Include.CREATOR));
        call("workspaces.create", it -> it.workspaces().create(A, new WorkspaceDraft().name("Studio")));
        call("workspaces.update", it -> it.workspaces().update(A, ID, new WorkspaceUpdate().name("Studio")));
        call("workspaces.delete", it -> it.workspaces().delete(A, ID));
    }

    @SafeVarargs
    @SuppressWarnings("varargs")
    private static void call(String operation, Consumer<FrameioClient>... calls) {
        call(operation, List.of(calls));
    }

    private static void call(String operation, List<Consumer<FrameioClient>> calls) {
        CALLS.put(operation, calls);
    }

    private static <Q extends PageQuery<Q>> Q paged(Q query) {
        return query.pageSize(50).after("1/+=&").includeTotalCount();
    }

    @BeforeAll
    static void start() {
        tested = new TestClient();
    }

    @AfterAll
    static void stop() {
        tested.close();
    }

    @TestFactory
    Stream<DynamicTest> everyOperationIsTakenWithAllThatItTakes() {
        return CALLS.entrySet().stream()
                .map(entry -> DynamicTest.dynamicTest(entry.getKey(), () -> {
                    int before = tested.fake.requests(entry.getKey()).size();
                    entry.getValue().forEach(call -> call.accept(tested.client()));
                    assertAll(
                            () -> assertEquals(
                                    entry.getValue().size(),
                                    tested.fake.requests(entry.getKey()).size() - before,
                                    "requests"),
                            () -> assertEquals(Set.of(), tested.fake.neverSent(entry.getKey()), "never sent"));
                }));
    }

    /** What a record is need not be told by a member of it. */
    private static final Set<String> UNTOLD = Set.of("type", "asset_added", "asset_removed");

    @TestFactory
    Stream<DynamicTest> everyMemberOfAnAnswerIsInItsModel() {
        return operations().entrySet().stream()
                .filter(entry -> entry.getValue().getReturnType() != void.class)
                .map(entry -> DynamicTest.dynamicTest(entry.getKey(), () -> {
                    CALLS.get(entry.getKey()).forEach(call -> call.accept(tested.client()));
                    JsonValue data =
                            tested.fake.answered(entry.getKey()).orElseThrow().get("data");
                    Type type = entry.getValue().getGenericReturnType();
                    Object model = entry.getValue().getReturnType() == Page.class
                            ? new ModelReader().items(data, ((ParameterizedType) type).getActualTypeArguments()[0])
                            : new ModelReader().read(data, type, false);
                    JsonValue written =
                            WrittenModel.of(model instanceof Optional<?> optional ? optional.orElseThrow() : model);
                    Set<String> lost = new TreeSet<>();
                    compare("", data, written, lost);
                    assertEquals(Set.of(), lost);
                }));
    }

    private static void compare(String path, JsonValue sent, JsonValue kept, Set<String> lost) {
        if (sent instanceof JsonObject object && kept instanceof JsonObject model) {
            JsonObject whole = model.get("json") instanceof JsonObject json ? json : model;
            object.forEach((name, member) -> {
                if (whole.containsKey(name)) {
                    compare(path + "." + name, member, whole.get(name), lost);
                } else if (!UNTOLD.contains(name) && !(member instanceof JsonObject empty && empty.isEmpty())) {
                    lost.add(path + "." + name);
                }
            });
        } else if (sent instanceof JsonArray array
                && kept instanceof JsonArray models
                && array.size() == models.size()) {
            for (int i = 0; i < array.size(); i++) {
                compare(path + "[]", array.get(i), models.get(i), lost);
            }
        } else if (!sent.equals(kept)) {
            lost.add(path + ": " + sent + " became " + kept);
        }
    }

    @Test
    void noOperationIsMissing() {
        Set<String> documented = new TreeSet<>(tested.fake.operations());
        assertAll(
                () -> assertEquals(documented, new TreeSet<>(operations().keySet()), "methods"),
                () -> assertEquals(documented, new TreeSet<>(CALLS.keySet()), "calls in this test"),
                () -> assertEquals(97, documented.size()),
                () -> assertEquals(20, groups().count()));
    }

    @Test
    void noInterfaceHasAPathThatAServerCouldTakeForAnEndpoint() {
        groups().forEach(group ->
                assertFalse(group.getReturnType().isAnnotationPresent(jakarta.ws.rs.Path.class), group.getName()));
    }

    private static Stream<Method> groups() {
        return Arrays.stream(FrameioClient.class.getMethods())
                .filter(method -> method.getReturnType().getSimpleName().endsWith("Api"));
    }

    private static Map<String, Method> operations() {
        return groups().flatMap(group -> Arrays.stream(group.getReturnType().getMethods())
                        .filter(method -> !method.isDefault())
                        .map(method -> Map.entry(group.getName() + "." + method.getName(), method)))
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    @SuppressWarnings("deprecation")
    private static void createDeprecated(FrameioClient client) {
        client.files()
                .create(A, ID, FileDraft.of("a.mov", "video/quicktime", 10).sourceUrl("https://example.com/a.mov"));
    }

    private static TextReviewAnnotation annotation() {
        return new TextReviewAnnotation(
                TextReviewAnnotation.Type.REPLACE,
                Optional.of("teh"),
                Optional.of("the"),
                List.of(new TextReviewAnnotation.Bounds(1, 2, 3, 4)));
    }

    private static Stream<FieldDefinitionDraft> fields() {
        return Stream.of(
                FieldDefinitionDraft.text("Scene"),
                FieldDefinitionDraft.longText("Notes"),
                FieldDefinitionDraft.rating("Score", rating()),
                FieldDefinitionDraft.number("Takes", number()),
                FieldDefinitionDraft.toggle("Good", toggle()),
                FieldDefinitionDraft.date("Shot", date()),
                FieldDefinitionDraft.select("Status", select()),
                FieldDefinitionDraft.selectMulti("Tags", select()),
                FieldDefinitionDraft.userSingle("Editor", users()),
                FieldDefinitionDraft.userMulti("Crew", users()));
    }

    private static Stream<FieldDefinitionUpdate> fieldUpdates() {
        return Stream.of(
                        FieldDefinitionUpdate.of(FieldDefinition.Type.TEXT),
                        FieldDefinitionUpdate.of(FieldDefinition.Type.LONG_TEXT),
                        FieldDefinitionUpdate.rating(rating()),
                        FieldDefinitionUpdate.number(number()),
                        FieldDefinitionUpdate.toggle(toggle()),
                        FieldDefinitionUpdate.date(date()),
                        FieldDefinitionUpdate.select(select()),
                        FieldDefinitionUpdate.selectMulti(select()),
                        FieldDefinitionUpdate.userSingle(users()),
                        FieldDefinitionUpdate.userMulti(users()))
                .map(update -> update.name("Another"));
    }

    private static RatingConfiguration rating() {
        return new RatingConfiguration(5, Optional.of(RatingConfiguration.Style.HEART), Optional.of("red"));
    }

    private static NumberConfiguration number() {
        return new NumberConfiguration(2, Optional.of(NumberConfiguration.Format.TIMECODE));
    }

    private static ToggleConfiguration toggle() {
        return new ToggleConfiguration(Optional.of("green"));
    }

    private static DateConfiguration date() {
        return new DateConfiguration(
                DateConfiguration.Format.ISO,
                Optional.of(true),
                Optional.of(DateConfiguration.TimeFormat.TWENTY_FOUR_HOUR),
                Optional.of(false));
    }

    private static SelectConfiguration select() {
        return new SelectConfiguration(
                List.of(new FieldOption(Optional.empty(), "Rough", Optional.of("blue"))), Optional.of(false));
    }

    private static UserConfiguration users() {
        return new UserConfiguration(
                UserConfiguration.Members.CUSTOM, List.of(new FieldMember(OTHER, FieldMember.Type.GROUP)), true);
    }

    private static ShareDraft share() {
        return ShareDraft.of("Cut", Share.Access.SECURE)
                .assetIds(ID)
                .description("The cut")
                .expiration(TIME)
                .passphrase("p")
                .enabled(true)
                .commentingEnabled(true)
                .downloadingEnabled(false)
                .layout(Share.Layout.REEL)
                .theme(Share.Theme.DARK)
                .accentColor("#fff")
                .sortBy(new Share.SortBy(ID, Share.Direction.ASCENDING))
                .cardSize(Share.Size.SMALL)
                .cardAspectRatio(Share.AspectRatio.SQUARE)
                .cardInfoEnabled(true)
                .thumbnailScale(Share.ThumbnailScale.FILL)
                .titleLineCount(2)
                .listRowSize(Share.Size.LARGE)
                .iconsVisibleOnList(true)
                .nameColumnWidth(200)
                .reelCardAspectRatio(Share.AspectRatio.VERTICAL)
                .reelCardFitImage(true)
                .showAssetNameInReelLayout(true)
                .openInViewerEnabled(true)
                .showAllAssetVersions(true)
                .editableFieldsEnabled(true)
                .featuredFieldDefinitionId(ID)
                .visibleFieldDefinitionIds(ID, OTHER)
                .captionsEnabled(true)
                .transcriptsEnabled(true)
                .watermarkEnabled(true)
                .forensicWatermarkEnabled(true)
                .drmEnabled(true);
    }

    private static ShareUpdate shareUpdate() {
        return new ShareUpdate()
                .name("Cut")
                .access(Share.Access.SECURE)
                .description("The cut")
                .expiration(TIME)
                .passphrase("p")
                .enabled(true)
                .commentingEnabled(true)
                .downloadingEnabled(false)
                .layout(Share.Layout.REEL)
                .theme(Share.Theme.DARK)
                .accentColor("#fff")
                .sortBy(new Share.SortBy(ID, Share.Direction.DESCENDING))
                .cardSize(Share.Size.SMALL)
                .cardAspectRatio(Share.AspectRatio.SQUARE)
                .cardInfoEnabled(true)
                .thumbnailScale(Share.ThumbnailScale.FIT)
                .titleLineCount(1)
                .listRowSize(Share.Size.LARGE)
                .iconsVisibleOnList(true)
                .nameColumnWidth(200)
                .reelCardAspectRatio(Share.AspectRatio.VERTICAL)
                .reelCardFitImage(true)
                .showAssetNameInReelLayout(true)
                .openInViewerEnabled(true)
                .showAllAssetVersions(true)
                .editableFieldsEnabled(true)
                .featuredFieldDefinitionId(ID)
                .visibleFieldDefinitionIds(ID, OTHER)
                .captionsEnabled(true)
                .transcriptsEnabled(true)
                .watermarkEnabled(true)
                .forensicWatermarkEnabled(true)
                .drmEnabled(true);
    }
}
