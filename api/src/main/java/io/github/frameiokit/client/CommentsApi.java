package io.github.frameiokit.client;

import io.github.frameiokit.client.model.Attachment;
import io.github.frameiokit.client.model.Comment;
import io.github.frameiokit.client.request.AttachmentDraft;
import io.github.frameiokit.client.request.CommentDraft;
import io.github.frameiokit.client.request.CommentQuery;
import io.github.frameiokit.client.request.CommentUpdate;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import org.jspecify.annotations.Nullable;

/**
 * Comments on files, and their attachments. Each method throws a {@link FrameioApiException} if Frame.io rejects the
 * call or doesn't answer.
 */
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public interface CommentsApi {

    /**
     * Lists the comments on a file. At most 100 calls per minute.
     *
     * @param accountId the account
     * @param fileId the file
     * @return the first page; iterating over it fetches the following pages
     */
    default Page<Comment> index(String accountId, String fileId) {
        return index(accountId, fileId, new CommentQuery());
    }

    /**
     * Lists the comments on a file. At most 100 calls per minute.
     *
     * @param accountId the account
     * @param fileId the file
     * @param query what to list, and in which order
     * @return the first page; iterating over it fetches the following pages
     */
    @GET
    @Path("/v4/accounts/{account_id}/files/{file_id}/comments")
    Page<Comment> index(
            @PathParam("account_id") String accountId,
            @PathParam("file_id") String fileId,
            @BeanParam CommentQuery query);

    /**
     * Returns one comment. At most 100 calls per minute.
     *
     * @param accountId the account
     * @param commentId the comment
     * @return the comment
     */
    default Comment show(String accountId, String commentId) {
        return show(accountId, commentId, null, null);
    }

    /**
     * Returns one comment. At most 100 calls per minute.
     *
     * @param accountId the account
     * @param commentId the comment
     * @param include what else the answer includes, from {@link io.github.frameiokit.client.request.Include#of}; null
     *     for nothing more
     * @param timestampAsTimecode whether the returned timestamp is a time code instead of a frame number; null for a
     *     frame number
     * @return the comment
     */
    @GET
    @Path("/v4/accounts/{account_id}/comments/{comment_id}")
    Comment show(
            @PathParam("account_id") String accountId,
            @PathParam("comment_id") String commentId,
            @QueryParam("include") @Nullable String include,
            @QueryParam("timestamp_as_timecode") @Nullable Boolean timestampAsTimecode);

    /**
     * Creates a comment on a file. At most 100 calls per minute.
     *
     * @param accountId the account
     * @param fileId the file
     * @param draft what to create
     * @return the new comment
     */
    default Comment create(String accountId, String fileId, CommentDraft draft) {
        return create(accountId, fileId, draft, null);
    }

    /**
     * Creates a comment on a file. At most 100 calls per minute.
     *
     * @param accountId the account
     * @param fileId the file
     * @param draft what to create
     * @param timestampAsTimecode whether the returned timestamp is a time code instead of a frame number; null for a
     *     frame number
     * @return the new comment
     */
    @POST
    @Path("/v4/accounts/{account_id}/files/{file_id}/comments")
    Comment create(
            @PathParam("account_id") String accountId,
            @PathParam("file_id") String fileId,
            CommentDraft draft,
            @QueryParam("timestamp_as_timecode") @Nullable Boolean timestampAsTimecode);

    /**
     * Changes a comment. At most 10 calls per minute.
     *
     * @param accountId the account
     * @param commentId the comment
     * @param update what to change
     * @return the updated comment
     */
    default Comment update(String accountId, String commentId, CommentUpdate update) {
        return update(accountId, commentId, update, null);
    }

    /**
     * Changes a comment. At most 10 calls per minute.
     *
     * @param accountId the account
     * @param commentId the comment
     * @param update what to change
     * @param timestampAsTimecode whether the returned timestamp is a time code instead of a frame number; null for a
     *     frame number
     * @return the updated comment
     */
    @PATCH
    @Path("/v4/accounts/{account_id}/comments/{comment_id}")
    Comment update(
            @PathParam("account_id") String accountId,
            @PathParam("comment_id") String commentId,
            CommentUpdate update,
            @QueryParam("timestamp_as_timecode") @Nullable Boolean timestampAsTimecode);

    /**
     * Deletes a comment. At most 60 calls per minute.
     *
     * @param accountId the account
     * @param commentId the comment
     */
    @DELETE
    @Path("/v4/accounts/{account_id}/comments/{comment_id}")
    void delete(@PathParam("account_id") String accountId, @PathParam("comment_id") String commentId);

    /**
     * Attaches a file to a comment. The answer holds the URLs for its parts. At most 60 calls per minute.
     *
     * @param accountId the account
     * @param commentId the comment
     * @param draft the file to attach
     * @return the new attachment
     */
    @POST
    @Path("/v4/accounts/{account_id}/comments/{comment_id}/attachments")
    Attachment createAttachment(
            @PathParam("account_id") String accountId,
            @PathParam("comment_id") String commentId,
            AttachmentDraft draft);

    /**
     * Removes an attachment from a comment. At most 60 calls per minute.
     *
     * @param accountId the account
     * @param commentId the comment
     * @param attachmentId the attachment
     */
    @DELETE
    @Path("/v4/accounts/{account_id}/comments/{comment_id}/attachments/{attachment_id}")
    void deleteAttachment(
            @PathParam("account_id") String accountId,
            @PathParam("comment_id") String commentId,
            @PathParam("attachment_id") String attachmentId);
}
