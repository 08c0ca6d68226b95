package io.github.frameiokit.it;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.frameiokit.it.app.CardResource;
import io.github.frameiokit.it.app.FiringResource;
import io.github.frameiokit.it.support.Delivery;
import io.github.frameiokit.it.support.Http;
import io.github.frameiokit.it.support.Journal;
import io.github.frameiokit.it.support.TestApp;
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

/** What an app's own JAX-RS resources do with the kit's types: return messages and forms, and fire events. */
@ExtendWith(ArquillianExtension.class)
public class OwnResourceIT {

    @ArquillianResource
    private URL base;

    @Deployment(testable = false)
    public static WebArchive app() {
        return TestApp.war("own-resource").addClasses(CardResource.class, FiringResource.class);
    }

    @Test
    public void messageIsWrittenAsForFrameio() {
        assertEquals("{\"title\":\"Hello\",\"description\":\"Café ☕\"}", get("message"));
        assertEquals("{\"title\":\"Either\",\"description\":\"\"}", get("either"));
    }

    @Test
    public void formIsWrittenAsForFrameio() {
        String form = Delivery.action(base, "form", UUID.randomUUID().toString())
                .send()
                .body();
        assertEquals(form, get("form"));
        assertEquals(form, get("response"));
    }

    @Test
    public void eventThatTheAppFiresReachesEachHandlerOnce() {
        String id = UUID.randomUUID().toString();
        Http.get(Wars.under(base, "fire/" + id));
        assertEquals(
                List.of("everything", "family", "unqualified"),
                new Journal(base).about(id).stream().sorted().toList());
    }

    @Test
    public void eventOfFrameioReachesEachHandlerOnce() {
        String id = UUID.randomUUID().toString();
        Delivery.webhook(base, "folder.created", id).send();
        assertEquals(
                List.of("everything", "family", "unqualified"),
                new Journal(base).about(id).stream().sorted().toList());
    }

    private String get(String path) {
        return Http.get(Wars.under(base, "card/" + path));
    }
}
