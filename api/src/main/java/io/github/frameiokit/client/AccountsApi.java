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

/**
 * The accounts of a user, and their audit log. Each method throws a {@link FrameioApiException} if Frame.io rejects the
 * call or doesn't answer.
 */
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public interface AccountsApi {

    /**
     * Lists the accounts that the user belongs to. At most 100 calls per minute.
     *
     * @return the first page; iterating over it fetches the following pages
     */
    default Page<Account> index() {
        return index(new AccountQuery());
    }

    /**
     * Lists the accounts that the user belongs to. At most 100 calls per minute.
     *
     * @param query what to list, and in which order
     * @return the first page; iterating over it fetches the following pages
     */
    @GET
    @Path("/v4/accounts")
    Page<Account> index(@BeanParam AccountQuery query);

    /**
     * Lists the entries of an account's audit log. The call is sent with {@code api-version: 4.0}, which Frame.io
     * requires here. At most 100 calls per minute.
     *
     * @param accountId the account
     * @return the first page; iterating over it fetches the following pages
     */
    default Page<AuditLog> auditLogs(String accountId) {
        return auditLogs(accountId, new AuditLogQuery());
    }

    /**
     * Lists the entries of an account's audit log. The call is sent with {@code api-version: 4.0}, which Frame.io
     * requires here. At most 100 calls per minute.
     *
     * @param accountId the account
     * @param query what to list, and in which order
     * @return the first page; iterating over it fetches the following pages
     */
    @GET
    @Path("/v4/accounts/{account_id}/audit_logs")
    @ClientHeaderParam(name = "api-version", value = "4.0")
    Page<AuditLog> auditLogs(@PathParam("account_id") String accountId, @BeanParam AuditLogQuery query);
}
