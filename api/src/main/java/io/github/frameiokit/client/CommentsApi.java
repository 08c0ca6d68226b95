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

/** Comments on files, and what is attached to them. */
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public interface CommentsApi {

    /**
     * The comments on a file. At most 100 calls a minute.
     *
     * @param accountId the account
     * @param fileId the file
     * @return the first page; iterating over it goes on to the following ones
     * @throws FrameioApiException if Frame.io refuses it or doesn't answer
     */
    default Page<Comment> index(String accountId, String fileId) {
        return index(accountId, fileId, new CommentQuery());
    }

    /**
     * The comments on a file. At most 100 calls a minute.
     *
     * @param accountId the account
     * @param fileId the file
     * @param query which, and in which order
     * @return the first page; iterating over it goes on to the following ones
     * @throws FrameioApiException if Frame.io refuses it or doesn't answer
     */
    @GET
    @Path("/v4/accounts/{account_id}/files/{file_id}/comments")
    Page<Comment> index(
            @PathParam("account_id") String accountId,
            @PathParam("file_id") String fileId,
            @BeanParam CommentQuery query);

    /**
     * One comment. At most 100 calls a minute.
     *
     * @param accountId the account
     * @param commentId the comment
     * @return what Frame.io holds now
     * @throws FrameioApiException if Frame.io refuses it or doesn't answer
     */
    default Comment show(String accountId, String commentId) {
        return show(accountId, commentId, null, null);
    }

    /**
     * One comment. At most 100 calls a minute.
     *
     * @param accountId the account
     * @param commentId the comment
     * @param include what else to put into the answer, see {@link io.github.frameiokit.client.request.Include#of}; null
     *     for nothing
     * @param timestampAsTimecode whether the answer's timestamp comes as timecode instead of frames; null for frames
     * @return what Frame.io holds now
     * @throws FrameioApiException if Frame.io refuses it or doesn't answer
     */
    @GET
    @Path("/v4/accounts/{account_id}/comments/{comment_id}")
    Comment show(
            @PathParam("account_id") String accountId,
            @PathParam("comment_id") String commentId,
            @QueryParam("include") String include,
            @QueryParam("timestamp_as_timecode") Boolean timestampAsTimecode);

    /**
     * Writes a comment on a file. At most 100 calls a minute.
     *
     * @param accountId the account
     * @param fileId the file
     * @param draft what to make
     * @return what Frame.io holds now
     * @throws FrameioApiException if Frame.io refuses it or doesn't answer
     */
    default Comment create(String accountId, String fileId, CommentDraft draft) {
        return create(accountId, fileId, draft, null);
    }

    /**
     * Writes a comment on a file. At most 100 calls a minute.
     *
     * @param accountId the account
     * @param fileId the file
     * @param draft what to make
     * @param timestampAsTimecode whether the answer's timestamp comes as timecode instead of frames; null for frames
     * @return what Frame.io holds now
     * @throws FrameioApiException if Frame.io refuses it or doesn't answer
     */
    @POST
    @Path("/v4/accounts/{account_id}/files/{file_id}/comments")
    Comment create(
            @PathParam("account_id") String accountId,
            @PathParam("file_id") String fileId,
            CommentDraft draft,
            @QueryParam("timestamp_as_timecode") Boolean timestampAsTimecode);

    /**
     * Changes a comment. At most 10 calls a minute.
     *
     * @param accountId the account
     * @param commentId the comment
     * @param update what to change
     * @return what Frame.io holds now
     * @throws FrameioApiException if Frame.io refuses it or doesn't answer
     */
    default Comment update(String accountId, String commentId, CommentUpdate update) {
        return update(accountId, commentId, update, null);
    }

    /**
     * Changes a comment. At most 10 calls a minute.
     *
     * @param accountId the account
     * @param commentId the comment
     * @param update what to change
     * @param timestampAsTimecode whether the answer's timestamp comes as timecode instead of frames; null for frames
     * @return what Frame.io holds now
     * @throws FrameioApiException if Frame.io refuses it or doesn't answer
     */
    @PATCH
    @Path("/v4/accounts/{account_id}/comments/{comment_id}")
    Comment update(
            @PathParam("account_id") String accountId,
            @PathParam("comment_id") String commentId,
            CommentUpdate update,
            @QueryParam("timestamp_as_timecode") Boolean timestampAsTimecode);

    /**
     * Deletes a comment. At most 60 calls a minute.
     *
     * @param accountId the account
     * @param commentId the comment
     * @throws FrameioApiException if Frame.io refuses it or doesn't answer
     */
    @DELETE
    @Path("/v4/accounts/{account_id}/comments/{comment_id}")
    void delete(@PathParam("account_id") String accountId, @PathParam("comment_id") String commentId);

    /**
     * Attaches a file to a comment; the answer says where to put its parts. At most 60 calls a minute.
     *
     * @param accountId the account
     * @param commentId the comment
     * @param draft what to make
     * @return what Frame.io holds now
     * @throws FrameioApiException if Frame.io refuses it or doesn't answer
     */
    @POST
    @Path("/v4/accounts/{account_id}/comments/{comment_id}/attachments")
    Attachment createAttachment(
            @PathParam("account_id") String accountId,
            @PathParam("comment_id") String commentId,
            AttachmentDraft draft);

    /**
     * Takes an attachment from a comment. At most 60 calls a minute.
     *
     * @param accountId the account
     * @param commentId the comment
     * @param attachmentId the attachment
     * @throws FrameioApiException if Frame.io refuses it or doesn't answer
     */
    @DELETE
    @Path("/v4/accounts/{account_id}/comments/{comment_id}/attachments/{attachment_id}")
    void deleteAttachment(
            @PathParam("account_id") String accountId,
            @PathParam("comment_id") String commentId,
            @PathParam("attachment_id") String attachmentId);
}
