package io.github.frameiokit.it.app;

import io.github.frameiokit.it.support.Payloads;
import io.github.frameiokit.signing.SigningSecretResolver;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** Knows the account of the documented payloads, and fails for one other. */
@ApplicationScoped
public class Tenants implements SigningSecretResolver {

    @Override
    public List<String> secrets(Request request) {
        String account = request.accountId().orElse("");
        if (account.equals("broken")) {
            throw new IllegalArgumentException("the database is down: secret-detail");
        }
        return account.equals(Payloads.ACCOUNT) && request.workspaceId().isPresent()
                ? List.of("old-tenant-secret", "tenant-secret-" + request.type())
                : List.of();
    }
}
