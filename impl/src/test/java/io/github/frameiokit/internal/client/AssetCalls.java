package io.github.frameiokit.internal.client;

import io.github.frameiokit.client.FrameioClient;
import io.github.frameiokit.client.model.Comment;
import io.github.frameiokit.client.model.TextReviewAnnotation;
import io.github.frameiokit.client.model.Timestamp;
import io.github.frameiokit.client.request.AssetQuery;
import io.github.frameiokit.client.request.AttachmentDraft;
import io.github.frameiokit.client.request.CollectionQuery;
import io.github.frameiokit.client.request.CommentDraft;
import io.github.frameiokit.client.request.CommentQuery;
import io.github.frameiokit.client.request.CommentUpdate;
import io.github.frameiokit.client.request.CopyComments;
import io.github.frameiokit.client.request.Destination;
import io.github.frameiokit.client.request.FileBatch;
import io.github.frameiokit.client.request.FileDraft;
import io.github.frameiokit.client.request.FileImport;
import io.github.frameiokit.client.request.FileUpdate;
import io.github.frameiokit.client.request.FolderBatch;
import io.github.frameiokit.client.request.FolderDraft;
import io.github.frameiokit.client.request.FolderUpdate;
import io.github.frameiokit.client.request.Include;
import io.github.frameiokit.client.request.LinkDraft;
import io.github.frameiokit.client.request.LocalUploadDraft;
import io.github.frameiokit.client.request.RemoteUploadDraft;
import io.github.frameiokit.client.request.SearchQuery;
import io.github.frameiokit.client.request.SearchRequest;
import io.github.frameiokit.client.request.VersionStackDraft;
import java.util.List;
import java.util.Optional;

/** The calls of what lies in a project: files, folders, version stacks, collections and comments. */
final class AssetCalls extends OperationCalls {

    AssetCalls() {
        AssetQuery assets =
                paged(new AssetQuery().include(Include.CREATOR, Include.PROJECT).sort(AssetQuery.Sort.NAME_ASC));
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
        call("files.create", AssetCalls::createDeprecated);
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
                "search.search",
                it -> it.search()
                        .search(
                                A,
                                SearchRequest.of("interview", SearchRequest.Engine.NLP)
                                        .filesAndVersionStacks(true)
                                        .folders(false)
                                        .projects(true),
                                paged(new SearchQuery())));
        call("versionStacks.list", it -> it.versionStacks().list(A, ID, assets));
        call("versionStacks.index", it -> it.versionStacks().index(A, ID, assets.pageSize(100)));
        call("versionStacks.show", it -> it.versionStacks().show(A, ID, Include.PROJECT));
        call("versionStacks.create", it -> it.versionStacks().create(A, ID, VersionStackDraft.of(ID, OTHER)));
        call(
                "versionStacks.copy",
                it -> it.versionStacks().copy(A, ID, Destination.of(OTHER), true),
                it -> it.versionStacks().copy(A, ID));
        call("versionStacks.move", it -> it.versionStacks().move(A, ID, Destination.of(OTHER)));
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
}
