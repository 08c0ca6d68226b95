package io.github.frameiokit.internal.console;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import io.github.frameiokit.internal.events.Handler;
import io.github.frameiokit.internal.events.Handlers;
import io.github.frameiokit.internal.events.WebhookHandler;
import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MaskTest {

    private final Mask mask = Mask.of(
            new SmallRyeConfigBuilder()
                    .withSources(new PropertiesConfigSource(
                            Map.of(
                                    "frameio.webhook.secret", "first-secret, second-secret",
                                    "frameio.oauth.client-secret", "client-s-0",
                                    "acme.secret", "named-secret"),
                            "test",
                            100))
                    .build(),
            new Handlers(
                    List.of(new WebhookHandler(
                            new Handler.Id("A", "b", List.of()), List.of("file.ready"), false, "acme.secret")),
                    false,
                    false,
                    false));

    @Test
    void theSecretsOfTheConfigurationAreMasked() {
        assertEquals(
                "a ••• b ••• c ••• d •••", mask.apply("a first-secret b second-secret c client-s-0 d named-secret"));
        assertFalse(mask.toString().contains("secret"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Authorization: Bearer abcdef123456 | Authorization: ••• •••",
                "sent Bearer abcdef123456. | sent Bearer •••",
                "eyJhbGci.eyJzdWIi.c2ln | •••",
                "see https://s3.example.com/a/b.mov?X-Amz-Signature=12&x=1 now | see https://s3.example.com/a/b.mov?••• now",
                "{\"access_token\":\"a\\\"b\",\"id\":\"1\"} | {\"access_token\":\"•••\",\"id\":\"1\"}",
                "{\"clientSecret\" : \"x\"} | {\"clientSecret\" : \"•••\"}",
                "password=hunter2&x=1 | password=•••&x=1",
                "nothing to hide in https://example.com/a | nothing to hide in https://example.com/a",
                "the tokens of users | the tokens of users",
            })
    void whatLooksLikeASecretIsMasked(String text, String masked) {
        assertEquals(masked, mask.apply(text));
    }
}
