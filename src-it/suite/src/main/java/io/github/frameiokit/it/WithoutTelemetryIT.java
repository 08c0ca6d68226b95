package io.github.frameiokit.it;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import io.github.frameiokit.it.app.LoadedResource;
import io.github.frameiokit.it.app.TalkativeHandlers;
import io.github.frameiokit.it.app.TestApplication;
import io.github.frameiokit.it.support.Delivery;
import io.github.frameiokit.it.support.Journal;
import io.github.frameiokit.it.support.Room;
import io.github.frameiokit.it.support.ServerLog;
import io.github.frameiokit.it.support.Telemetry;
import io.github.frameiokit.it.support.Trace;
import io.github.frameiokit.it.support.Trait;
import io.github.frameiokit.it.support.Wars;
import java.io.IOException;
import java.net.URL;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.arquillian.test.api.ArquillianResource;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** An app without telemetry, on servers that have it and on others: there is no trace of it. */
@ExtendWith(ArquillianExtension.class)
public class WithoutTelemetryIT {

    private static final Room TELEMETRY = Room.of("opentelemetry");
    private static final String SERVICE = "the-silent-service";

    @ArquillianResource
    private URL base;

    private final Trace trace = new Trace();

    @Deployment(testable = false)
    public static WebArchive app() {
        return Wars.withSecretsAnd(
                "untraced",
                (Trait.LEAVES_TELEMETRY_OFF.isThere() ? "" : "otel.sdk.disabled=true\n")
                        + Telemetry.destination(SERVICE),
                TestApplication.class,
                TalkativeHandlers.class,
                LoadedResource.class);
    }

    private void sendBoth() {
        String id = UUID.randomUUID().toString();
        assertEquals(
                200,
                Delivery.webhook(base, "file.ready", id)
                        .header(Trace.HEADER, trace.parent())
                        .send()
                        .statusCode());
        assertEquals(
                200,
                Delivery.action(base, "ask", id)
                        .header(Trace.HEADER, trace.parent())
                        .send()
                        .statusCode());
    }

    @Test
    public void theKitLogsNothingAboutIt() {
        sendBoth();
        String log = new Journal(base).log().toLowerCase(Locale.ROOT);
        assertFalse(log.contains("telemetry"), log);
    }

    @Test
    public void theServerMissesNoClassOfIt() throws IOException {
        sendBoth();
        assertEquals(
                0,
                ServerLog.fromTheStart()
                        .count(line -> line.matches(".*(NoClassDefFound|ClassNotFound).*opentelemetry.*")));
    }

    @Test
    public void itSendsNothing() throws InterruptedException {
        sendBoth();
        Thread.sleep(Telemetry.SOON.toMillis());
        assertEquals(List.of(), trace.spans());
        assertEquals(
                List.of(),
                Telemetry.collector().metrics().stream()
                        .filter(metric -> metric.service().equals(SERVICE))
                        .toList());
    }

    @Test
    public void noneOfItsClassesIsLoaded() throws IOException {
        sendBoth();
        assertEquals("0 of " + TELEMETRY.classes().size(), TELEMETRY.loadedBy(base));
    }
}
