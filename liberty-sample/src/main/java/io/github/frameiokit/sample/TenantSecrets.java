package io.github.frameiokit.sample;

import io.github.frameiokit.signing.SigningSecretResolver;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Alternative;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.config.Config;

/**
 * Shows the secrets of an app of many accounts: each account and each action has properties of its own, such as
 * {@code tenant.secrets.6f70f1bd-7e89-4a7e-b4d3-7e576585a181}. An alternative is switched off; add {@code @Priority(1)}
 * to switch it on.
 */
@Alternative
@ApplicationScoped
class TenantSecrets implements SigningSecretResolver {

    @Inject
    Config config;

    /** The request isn't verified yet, so its ids are used only to look up secrets. */
    @Override
    public List<String> secrets(Request request) {
        return request.actionId()
                .flatMap(this::secretsOf)
                .or(() -> request.accountId().flatMap(this::secretsOf))
                .orElse(List.of());
    }

    private Optional<List<String>> secretsOf(String id) {
        return config.getOptionalValues("tenant.secrets." + id, String.class);
    }
}
