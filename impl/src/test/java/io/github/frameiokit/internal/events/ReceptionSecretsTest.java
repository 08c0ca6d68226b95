package io.github.frameiokit.internal.events;

import static io.github.frameiokit.internal.events.SignedRequest.ACTION_SECRET;
import static io.github.frameiokit.internal.events.SignedRequest.WEBHOOK_SECRET;
import static io.github.frameiokit.internal.events.SignedRequest.action;
import static io.github.frameiokit.internal.events.SignedRequest.webhook;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.frameiokit.signing.SigningSecretResolver;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** Which secret may sign which event. */
class ReceptionSecretsTest {

    private final ReceptionFixture kit = new ReceptionFixture();

    @Test
    void secretOfActionsSignsNoWebhook() {
        assertEquals(401, kit.status(webhook().secret(ACTION_SECRET)));
    }

    @Test
    void secretOfWebhooksSignsNoAction() {
        assertEquals(401, kit.status(action().secret(WEBHOOK_SECRET)));
    }

    @Test
    void secretOfActionsSignsNoWebhookThatNothingHandles() {
        assertEquals(401, kit.status(webhook().type("not.handled").secret(ACTION_SECRET)));
    }

    @Test
    void eachSecretOfAPropertySigns() {
        kit.set("frameio.webhook.secret", "first-secret, second-secret");
        assertEquals(200, kit.status(webhook().secret("first-secret")));
        assertEquals(200, kit.status(webhook().secret("second-secret")));
        assertEquals(401, kit.status(webhook().secret(WEBHOOK_SECRET)));
    }

    @Test
    void secretThatAHandlerNamesSignsItsType() {
        withOwnSecret();
        assertEquals(200, kit.status(webhook().type("file.created").secret("own-secret")));
    }

    @Test
    void defaultSecretDoesNotSignATypeWhoseHandlerNamesAnother() {
        withOwnSecret();
        assertEquals(401, kit.status(webhook().type("file.created")));
    }

    @Test
    void secretThatAHandlerNamesSignsNoOtherHandledType() {
        withOwnSecret();
        assertEquals(401, kit.status(webhook().secret("own-secret")));
    }

    @Test
    void everySecretOfTheKindSignsATypeThatNothingHandles() {
        withOwnSecret();
        assertEquals(200, kit.status(webhook().type("not.handled").secret("own-secret")));
        assertEquals(200, kit.status(webhook().type("not.handled")));
    }

    @Test
    void resolversSecretSigns() {
        kit.resolver(request -> List.of("resolved-secret"));
        assertEquals(200, kit.status(webhook().secret("resolved-secret")));
    }

    @Test
    void resolversSecretReplacesTheDefault() {
        kit.resolver(request -> List.of("resolved-secret"));
        assertEquals(401, kit.status(webhook()));
    }

    @Test
    void defaultSecretSignsWhereTheResolverKnowsNone() {
        kit.resolver(request -> List.of());
        assertEquals(200, kit.status(webhook()));
    }

    @Test
    void resolverThatReturnsNullVerifiesNothing() {
        kit.resolver(request -> null);
        assertEquals(401, kit.status(webhook()));
    }

    @Test
    void resolverThatFailsVerifiesNothing() {
        kit.resolver(request -> {
            throw new IllegalStateException("the database is down");
        });
        assertEquals(401, kit.status(webhook()));
    }

    @Test
    void nullAndBlankInTheResolversListAreIgnored() {
        kit.resolver(request -> Arrays.asList(null, " ", "resolved-secret"));
        assertEquals(200, kit.status(webhook().secret("resolved-secret")));
    }

    @Test
    void secretOfOneAccountDoesNotSignForAnother() {
        kit.resolver(request -> List.of("secret-of-" + request.accountId().orElse("none")));
        SignedRequest own = webhook().with("account", "{\"id\":\"a\"}").secret("secret-of-a");
        assertEquals(200, kit.status(own));
        assertEquals(401, kit.status(webhook().with("account", "{\"id\":\"b\"}").secret("secret-of-a")));
    }

    @Test
    void resolverIsAskedForTheKindAndTheIds() {
        List<SigningSecretResolver.Request> asked = new ArrayList<>();
        kit.resolver(request -> {
            asked.add(request);
            return List.of("resolved-secret");
        });
        assertEquals(200, kit.status(action().with("account_id", "\"acc\"").secret("resolved-secret")));
        assertEquals(true, asked.get(0).isAction());
        assertEquals("export", asked.get(0).type());
        assertEquals(Optional.of("acc"), asked.get(0).accountId());
        assertEquals(Optional.of("i"), asked.get(0).interactionId());
        assertEquals(1, asked.size());
    }

    @Test
    void resolverIsNotAskedForAnOldRequest() {
        AtomicInteger asked = new AtomicInteger();
        kit.resolver(request -> {
            asked.incrementAndGet();
            return List.of();
        });
        kit.receive(webhook().sentSecondsAgo(301));
        assertEquals(0, asked.get());
    }

    @Test
    void resolverIsNotAskedForAMalformedSignature() {
        AtomicInteger asked = new AtomicInteger();
        kit.resolver(request -> {
            asked.incrementAndGet();
            return List.of();
        });
        kit.receive(webhook().signature("v0=xyz"));
        assertEquals(0, asked.get());
    }

    @Test
    void bodyThatTheResolverCouldNotBeAskedForIsBad() {
        kit.resolver(request -> List.of());
        Outcome outcome = kit.receive(webhook().with("account", "{\"id\":\"" + "x".repeat(256) + "\"}"));
        assertEquals(400, outcome.status());
        assertEquals("The body is of a form whose secret can't be looked up.", ReceptionFixture.text(outcome));
    }

    private void withOwnSecret() {
        kit.webhookHandler("file.created", "own.property").set("own.property", "own-secret");
    }
}
