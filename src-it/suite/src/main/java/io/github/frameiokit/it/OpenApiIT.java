package io.github.frameiokit.it;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.frameiokit.it.app.GoodHandlers;
import io.github.frameiokit.it.app.TestApplication;
import io.github.frameiokit.it.support.Http;
import io.github.frameiokit.it.support.Needs;
import io.github.frameiokit.it.support.Trait;
import io.github.frameiokit.it.support.Wars;
import java.net.URI;
import java.net.URL;
import java.net.http.HttpResponse;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.arquillian.test.api.ArquillianResource;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The OpenAPI document has the app's own endpoints, not the kit's. */
@Needs(Trait.DESCRIBES_ENDPOINTS)
@ExtendWith(ArquillianExtension.class)
public class OpenApiIT {

    @ArquillianResource
    private URL base;

    @Deployment(testable = false)
    public static WebArchive app() {
        return Wars.withSecrets("described", TestApplication.class, GoodHandlers.class);
    }

    @Test
    public void theKitsEndpointsAndTheClientsInterfacesAreNotInIt() {
        String document = document();
        assertTrue(document.contains("/journal/log"), document);
        assertFalse(document.contains("frameio"), document);
        assertFalse(document.contains("/v4/"), document);
    }

    /** Some servers have one document for all apps, others one for each app. */
    private String document() {
        HttpResponse<String> ofTheServer = at("/openapi");
        return ofTheServer.statusCode() == 200
                ? ofTheServer.body()
                : at("openapi").body();
    }

    /** The format is set because TomEE fails without it. */
    private HttpResponse<String> at(String path) {
        return Http.answer(URI.create(Wars.under(base, path).toString()), "Accept", "application/json");
    }
}
