package io.github.frameiokit.it.app;

import io.github.frameiokit.it.support.Payloads;
import io.github.frameiokit.signing.SigningSecretResolver;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Arrays;
import java.util.List;

/** Has the secrets of the documented payloads' account and action, and returns wrong values for some others. */
@ApplicationScoped
public class Tenants implements SigningSecretResolver {

    @Override
    public List<String> secrets(Request request) {
        String account = request.accountId().orElse("");
        if (account.equals("broken")) {
            throw new IllegalArgumentException("the database is down: secret-detail");
        }
        if (account.equals("null")) {
            return null;
        }
        if (account.equals("holes")) {
            return Arrays.asList(null, "between", " ");
        }
        if (account.startsWith("long-")) {
            return List.of("long");
        }
        if (request.isAction() && account.isEmpty()) {
            return request.actionId().filter(Payloads.ACTION::equals).isPresent()
                            && request.interactionId().isPresent()
                    ? List.of("secret-of-the-action")
                    : List.of();
        }
        return account.equals(Payloads.ACCOUNT) && request.workspaceId().isPresent()
                ? List.of("old-tenant-secret", "tenant-secret-" + request.type())
                : List.of();
    }
}
