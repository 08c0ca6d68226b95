package io.github.frameiokit.client;

import io.github.frameiokit.client.model.FileMetadata;
import io.github.frameiokit.client.request.MetadataUpdate;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import org.jspecify.annotations.Nullable;

/**
 * The metadata of files. Each method throws a {@link FrameioApiException} if Frame.io rejects the call or doesn't
 * answer.
 */
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public interface MetadataApi {

    /**
     * Returns the metadata of a file. At most 100 calls per minute.
     *
     * @param accountId the account
     * @param fileId the file
     * @return the metadata
     */
    default FileMetadata show(String accountId, String fileId) {
        return show(accountId, fileId, null);
    }

    /**
     * Returns the metadata of a file. At most 100 calls per minute.
     *
     * @param accountId the account
     * @param fileId the file
     * @param showNull whether to include fields without a value; null for Frame.io's default
     * @return the metadata
     */
    @GET
    @Path("/v4/accounts/{account_id}/files/{file_id}/metadata")
    FileMetadata show(
            @PathParam("account_id") String accountId,
            @PathParam("file_id") String fileId,
            @QueryParam("show_null") @Nullable Boolean showNull);

    /**
     * Sets fields of up to 100 files. At most 10 calls per minute.
     *
     * @param accountId the account
     * @param projectId the project
     * @param update what to change
     */
    @PATCH
    @Path("/v4/accounts/{account_id}/projects/{project_id}/metadata/values")
    void bulkUpdate(
            @PathParam("account_id") String accountId,
            @PathParam("project_id") String projectId,
            MetadataUpdate update);
}
