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

/** The metadata fields of an account. */
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public interface MetadataFieldsApi {

    /**
     * The metadata fields of an account. At most 100 calls a minute.
     *
     * @param accountId the account
     * @return the first page; iterating over it goes on to the following ones
     * @throws FrameioApiException if Frame.io refuses it or doesn't answer
     */
    default Page<FieldDefinition> index(String accountId) {
        return index(accountId, new FieldDefinitionQuery());
    }

    /**
     * The metadata fields of an account. At most 100 calls a minute.
     *
     * @param accountId the account
     * @param query which, and in which order
     * @return the first page; iterating over it goes on to the following ones
     * @throws FrameioApiException if Frame.io refuses it or doesn't answer
     */
    @GET
    @Path("/v4/accounts/{account_id}/metadata/field_definitions")
    Page<FieldDefinition> index(@PathParam("account_id") String accountId, @BeanParam FieldDefinitionQuery query);

    /**
     * Makes a metadata field. At most 10 calls a minute.
     *
     * @param accountId the account
     * @param draft what to make
     * @return what Frame.io holds now
     * @throws FrameioApiException if Frame.io refuses it or doesn't answer
     */
    @POST
    @Path("/v4/accounts/{account_id}/metadata/field_definitions")
    FieldDefinition create(@PathParam("account_id") String accountId, FieldDefinitionDraft draft);

    /**
     * Changes a metadata field. At most 10 calls a minute.
     *
     * @param accountId the account
     * @param fieldDefinitionId the metadata field
     * @param update what to change
     * @return what Frame.io holds now
     * @throws FrameioApiException if Frame.io refuses it or doesn't answer
     */
    @PATCH
    @Path("/v4/accounts/{account_id}/metadata/field_definitions/{field_definition_id}")
    FieldDefinition update(
            @PathParam("account_id") String accountId,
            @PathParam("field_definition_id") String fieldDefinitionId,
            FieldDefinitionUpdate update);

    /**
     * Deletes a metadata field. At most 60 calls a minute.
     *
     * @param accountId the account
     * @param fieldDefinitionId the metadata field
     * @throws FrameioApiException if Frame.io refuses it or doesn't answer
     */
    @DELETE
    @Path("/v4/accounts/{account_id}/metadata/field_definitions/{field_definition_id}")
    void delete(@PathParam("account_id") String accountId, @PathParam("field_definition_id") String fieldDefinitionId);
}
