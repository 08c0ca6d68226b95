package io.github.frameiokit.internal.events;

import static io.github.frameiokit.internal.events.SignedRequest.ACTION_SECRET;
import static io.github.frameiokit.internal.events.SignedRequest.WEBHOOK_SECRET;
import static io.github.frameiokit.internal.events.SignedRequest.action;
import static io.github.frameiokit.internal.events.SignedRequest.webhook;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.frameiokit.signing.SigningKey;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A request for the address of a registration of the app's own. */
class RegisteredRequestTest {

    private static final String HOOK = "hook";
    private static final String EXPORT = "export";

    private final ReceptionFixture kit = new ReceptionFixture();
    private final List<String> asked = new ArrayList<>();
    private boolean storeIsDown;

    @BeforeEach
    void register() {
        kit.registered = new RegisteredSecrets() {
            @Override
            public boolean isOn() {
                return true;
            }

            @Override
            public Optional<Registered> find(String id) {
                asked.add(id);
                if (storeIsDown) {
                    throw new IllegalStateException("down");
                }
                return switch (id) {
                    case HOOK ->
                        Optional.of(new Registered(
                                "account", Kind.WEBHOOK, Optional.empty(), SigningKey.of("hook-secret")));
                    case EXPORT ->
                        Optional.of(new Registered(
                                "account", Kind.ACTION, Optional.of("export"), SigningKey.of("export-secret")));
                    default -> Optional.empty();
                };
            }
        };
    }

    private static SignedRequest ofTheHook() {
        return webhook().secret("hook-secret").with("account", "{\"id\":\"account\"}");
    }

    private static SignedRequest ofTheAction() {
        return action().secret("export-secret").with("account_id", "\"account\"");
    }

    @Test
    void isHandledIfItsRegistrationSignedIt() {
        assertEquals(200, kit.statusAt(HOOK, ofTheHook()));
        assertEquals(200, kit.statusAt(EXPORT, ofTheAction()));
        assertEquals(2, kit.handled.get());
    }

    @Test
    void isRejectedIfAConfiguredSecretSignedIt() {
        assertEquals(401, kit.statusAt(HOOK, ofTheHook().secret(WEBHOOK_SECRET)));
        assertEquals(401, kit.statusAt(EXPORT, ofTheAction().secret(ACTION_SECRET)));
    }

    @Test
    void isRejectedIfAnotherRegistrationSignedIt() {
        assertEquals(401, kit.statusAt(HOOK, ofTheHook().secret("export-secret")));
    }

    @Test
    void isRejectedAtTheAddressOfAllOthers() {
        assertEquals(401, kit.status(ofTheHook()));
        assertEquals(List.of(), asked);
    }

    @Test
    void isRejectedIfNothingHasItsId() {
        assertEquals(401, kit.statusAt("unknown", ofTheHook()));
    }

    @Test
    void isRejectedForAnotherAccount() {
        assertEquals(401, kit.statusAt(HOOK, ofTheHook().with("account", "{\"id\":\"other\"}")));
        assertEquals(401, kit.statusAt(HOOK, ofTheHook().without("account")));
        assertEquals(401, kit.statusAt(EXPORT, ofTheAction().with("account_id", "\"other\"")));
    }

    @Test
    void isRejectedForAnotherKind() {
        assertEquals(401, kit.statusAt(HOOK, ofTheAction().secret("hook-secret")));
        assertEquals(401, kit.statusAt(EXPORT, ofTheHook().secret("export-secret")));
    }

    @Test
    void isRejectedForAnotherAction() {
        assertEquals(401, kit.statusAt(EXPORT, ofTheAction().type("delete")));
    }

    @Test
    void mayBeAFormWithoutItsAccount() {
        assertEquals(200, kit.statusAt(EXPORT, action().secret("export-secret").with("data", "{}")));
    }

    @Test
    void asksNothingBeforeItsTimeAndSignatureAreWellFormed() {
        assertEquals(401, kit.statusAt(HOOK, ofTheHook().sentSecondsAgo(301)));
        assertEquals(401, kit.statusAt(HOOK, ofTheHook().signature("v0=nonsense")));
        assertEquals(415, kit.statusAt(HOOK, ofTheHook().header("Content-Type", "text/plain")));
        assertEquals(List.of(), asked);
    }

    @Test
    void isNotParsedBeforeItsSignatureFits() {
        assertEquals(401, kit.statusAt(HOOK, webhook().body("no JSON").secret("wrong-secret")));
        assertEquals(400, kit.statusAt(HOOK, webhook().body("no JSON").secret("hook-secret")));
    }

    @Test
    void isAskedForAgainIfTheStoreIsDown() {
        storeIsDown = true;
        assertEquals(500, kit.statusAt(HOOK, ofTheHook()));
        assertEquals(0, kit.handled.get());
    }

    @Test
    void isUnknownInAnAppThatInstallsNothing() {
        kit.registered = RegisteredSecrets.NONE;
        assertEquals(404, kit.statusAt(HOOK, ofTheHook()));
    }

    @Test
    void aCopyGetsTheFirstAnswer() {
        assertEquals(200, kit.statusAt(EXPORT, ofTheAction()));
        assertEquals(200, kit.statusAt(EXPORT, ofTheAction()));
        assertEquals(1, kit.handled.get());
    }
}
