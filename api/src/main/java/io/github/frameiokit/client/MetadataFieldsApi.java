package io.github.frameiokit.client;

import io.github.frameiokit.client.model.FieldDefinition;
import io.github.frameiokit.client.request.FieldDefinitionDraft;
import io.github.frameiokit.client.request.FieldDefinitionQuery;
import io.github.frameiokit.client.request.FieldDefinitionUpdate;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

/**
 * The metadata fields of an account. Each method throws a {@link FrameioApiException} if Frame.io rejects the call or
 * doesn't answer.
 */
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public interface MetadataFieldsApi {

    /**
     * Lists the metadata fields of an account. At most 100 calls per minute.
     *
     * @param accountId the account
     * @return the first page; iterating over it fetches the following pages
     */
    default Page<FieldDefinition> index(String accountId) {
        return index(accountId, new FieldDefinitionQuery());
    }

    /**
     * Lists the metadata fields of an account. At most 100 calls per minute.
     *
     * @param accountId the account
     * @param query what to list, and in which order
     * @return the first page; iterating over it fetches the following pages
     */
    @GET
    @Path("/v4/accounts/{account_id}/metadata/field_definitions")
    Page<FieldDefinition> index(@PathParam("account_id") String accountId, @BeanParam FieldDefinitionQuery query);

    /**
     * Creates a metadata field. At most 10 calls per minute.
     *
     * @param accountId the account
     * @param draft what to create
     * @return the new metadata field
     */
    @POST
    @Path("/v4/accounts/{account_id}/metadata/field_definitions")
    FieldDefinition create(@PathParam("account_id") String accountId, FieldDefinitionDraft draft);

    /**
     * Changes a metadata field. At most 10 calls per minute.
     *
     * @param accountId the account
     * @param fieldDefinitionId the metadata field
     * @param update what to change
     * @return the updated metadata field
     */
    @PATCH
    @Path("/v4/accounts/{account_id}/metadata/field_definitions/{field_definition_id}")
    FieldDefinition update(
            @PathParam("account_id") String accountId,
            @PathParam("field_definition_id") String fieldDefinitionId,
            FieldDefinitionUpdate update);

    /**
     * Deletes a metadata field. At most 60 calls per minute.
     *
     * @param accountId the account
     * @param fieldDefinitionId the metadata field
     */
    @DELETE
    @Path("/v4/accounts/{account_id}/metadata/field_definitions/{field_definition_id}")
    void delete(@PathParam("account_id") String accountId, @PathParam("field_definition_id") String fieldDefinitionId);
}
