package io.github.frameiokit.sample;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.frameiokit.signing.SigningSecretResolver.Request;
import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class TenantSecretsTest {

    private final TenantSecrets tenants = new TenantSecrets();

    TenantSecretsTest() {
        Map<String, String> secrets = Map.of("tenant.secrets.acme", "old,new", "tenant.secrets.an-action", "its-own");
        tenants.config = new SmallRyeConfigBuilder()
                .withSources(new PropertiesConfigSource(secrets, "test", 100))
                .build();
    }

    @Test
    void anActionHasASecretOfItsOwn() {
        Request request = Request.action("greeting").withAccountId("acme").withActionId("an-action");

        assertEquals(List.of("its-own"), tenants.secrets(request));
    }

    @Test
    void aWebhookHasTheSecretsOfItsAccount() {
        assertEquals(
                List.of("old", "new"),
                tenants.secrets(Request.webhook("file.ready").withAccountId("acme")));
    }

    @Test
    void otherAccountsHaveNone() {
        assertEquals(List.of(), tenants.secrets(Request.webhook("file.ready").withAccountId("other")));
    }
}
