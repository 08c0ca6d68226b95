package io.github.frameiokit.it;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.frameiokit.it.app.GoodHandlers;
import io.github.frameiokit.it.app.HomeResource;
import io.github.frameiokit.it.app.TestApplication;
import io.github.frameiokit.it.support.Delivery;
import io.github.frameiokit.it.support.Http;
import io.github.frameiokit.it.support.Needs;
import io.github.frameiokit.it.support.Trait;
import io.github.frameiokit.it.support.Wars;
import java.net.URI;
import java.net.URL;
import java.util.List;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.arquillian.test.api.ArquillianResource;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** An app on a server that denies access to every resource without an annotation about it. */
@Needs(Trait.DENIES_ENDPOINTS)
@ExtendWith(ArquillianExtension.class)
public class DeniedIT {

    @ArquillianResource
    private URL base;

    @Deployment(testable = false)
    public static WebArchive app() {
        return Wars.withSecretsAnd(
                "denied",
                "quarkus.security.jaxrs.deny-unannotated-endpoints=true",
                TestApplication.class,
                GoodHandlers.class,
                HomeResource.class);
    }

    @Test
    public void theKitsEndpointsAreOpen() {
        assertTrue(
                List.of(401, 403)
                        .contains(Http.answer(URI.create(base.toString())).statusCode()),
                "the app's are not");
        assertEquals(200, Delivery.webhook(base, "file.ready", "id").send().statusCode());
    }
}
