package io.github.frameiokit.it;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import io.github.frameiokit.it.app.LoadedResource;
import io.github.frameiokit.it.app.TalkativeHandlers;
import io.github.frameiokit.it.app.TestApplication;
import io.github.frameiokit.it.support.Delivery;
import io.github.frameiokit.it.support.Http;
import io.github.frameiokit.it.support.Room;
import io.github.frameiokit.it.support.Wars;
import java.io.IOException;
import java.net.URL;
import java.util.UUID;
import java.util.stream.Stream;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.arquillian.test.api.ArquillianResource;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.extension.ExtendWith;

/** An app without the development console, even in development: there is no trace of it. */
@Tag("kit")
@ExtendWith(ArquillianExtension.class)
public class ConsoleOffIT {

    private static final Room CONSOLE = Room.of("console");

    @ArquillianResource
    private URL base;

    @Deployment(testable = false)
    public static WebArchive app() {
        return Wars.withSecretsAnd(
                "consoleless",
                "frameio.development=true\n",
                TestApplication.class,
                TalkativeHandlers.class,
                LoadedResource.class);
    }

    @TestFactory
    public Stream<DynamicTest> nothingIsAtItsAddresses() {
        return Stream.of("GET", "POST", "PUT", "DELETE", "OPTIONS")
                .flatMap(method -> Stream.of("", "/", "/console.js", "/api/handlers")
                        .map(path -> dynamicTest(
                                method + " " + path,
                                () -> assertEquals(
                                        404, Http.status(Wars.under(base, "frameio/console" + path), method)))));
    }

    @Test
    public void noneOfItsClassesIsLoaded() throws IOException {
        String id = UUID.randomUUID().toString();
        assertEquals(200, Delivery.webhook(base, "file.ready", id).send().statusCode());
        assertEquals(200, Delivery.action(base, "ask", id).send().statusCode());
        assertEquals(404, Http.status(Wars.under(base, "frameio/console"), "GET"));
        assertEquals("0 of " + CONSOLE.classes().size(), CONSOLE.loadedBy(base));
    }
}
