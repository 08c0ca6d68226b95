package io.github.frameiokit.it;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.frameiokit.it.app.AuditInterceptor;
import io.github.frameiokit.it.app.Audited;
import io.github.frameiokit.it.app.TestApplication;
import io.github.frameiokit.it.app.UnusualHandlers;
import io.github.frameiokit.it.support.Delivery;
import io.github.frameiokit.it.support.Journal;
import io.github.frameiokit.it.support.Needs;
import io.github.frameiokit.it.support.Trait;
import io.github.frameiokit.it.support.Wars;
import java.net.URL;
import java.util.List;
import java.util.UUID;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.arquillian.test.api.ArquillianResource;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Webhook handlers that can't be intercepted work like all others if CDI lets the kit wrap observers. */
@Needs(Trait.OBSERVERS_CAN_BE_WRAPPED)
@ExtendWith(ArquillianExtension.class)
public class UnusualHandlersIT {

    private final String id = UUID.randomUUID().toString();

    @ArquillianResource
    private URL base;

    @Deployment(testable = false)
    public static WebArchive app() {
        return Wars.withSecrets(
                "unusual", TestApplication.class, UnusualHandlers.class, Audited.class, AuditInterceptor.class);
    }

    @Test
    @Needs(Trait.CALLS_PRIVATE_OBSERVERS_OF_INTERCEPTED_BEANS)
    public void privateHandlerIsReachedByItsTypeOnly() {
        Delivery.webhook(base, "folder.created", id).send();
        assertEquals(List.of("private"), new Journal(base).about(id));
    }

    @Test
    public void staticHandlerIsReachedByItsTypeOnly() {
        Delivery.webhook(base, "folder.deleted", id).send();
        assertEquals(List.of("static"), new Journal(base).about(id));
    }
}
