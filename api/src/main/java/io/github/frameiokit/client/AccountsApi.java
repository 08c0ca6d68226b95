package io.github.frameiokit.client;

import io.github.frameiokit.client.model.Account;
import io.github.frameiokit.client.model.AuditLog;
import io.github.frameiokit.client.request.AccountQuery;
import io.github.frameiokit.client.request.AuditLogQuery;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.rest.client.annotation.ClientHeaderParam;

/** The accounts of a user, and their audit log. */
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public interface AccountsApi {

    /**
     * The accounts the user belongs to. At most 100 calls a minute.
     *
     * @return the first page; iterating over it goes on to the following ones
     * @throws FrameioApiException if Frame.io refuses it or doesn't answer
     */
    default Page<Account> index() {
        return index(new AccountQuery());
    }

    /**
     * The accounts the user belongs to. At most 100 calls a minute.
     *
     * @param query which, and in which order
     * @return the first page; iterating over it goes on to the following ones
     * @throws FrameioApiException if Frame.io refuses it or doesn't answer
     */
    @GET
    @Path("/v4/accounts")
    Page<Account> index(@BeanParam AccountQuery query);

    /**
     * An account's audit log. It is sent with {@code api-version: 4.0}, which Frame.io requires here. At most 100 calls
     * a minute.
     *
     * @param accountId the account
     * @return the first page; iterating over it goes on to the following ones
     * @throws FrameioApiException if Frame.io refuses it or doesn't answer
     */
    default Page<AuditLog> auditLogs(String accountId) {
        return auditLogs(accountId, new AuditLogQuery());
    }

    /**
     * An account's audit log. It is sent with {@code api-version: 4.0}, which Frame.io requires here. At most 100 calls
     * a minute.
     *
     * @param accountId the account
     * @param query which, and in which order
     * @return the first page; iterating over it goes on to the following ones
     * @throws FrameioApiException if Frame.io refuses it or doesn't answer
     */
    @GET
    @Path("/v4/accounts/{account_id}/audit_logs")
    @ClientHeaderParam(name = "api-version", value = "4.0")
    Page<AuditLog> auditLogs(@PathParam("account_id") String accountId, @BeanParam AuditLogQuery query);
}
