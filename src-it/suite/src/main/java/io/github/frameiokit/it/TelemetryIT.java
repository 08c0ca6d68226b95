package io.github.frameiokit.it;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.frameiokit.it.app.MeasuringHandlers;
import io.github.frameiokit.it.app.TestApplication;
import io.github.frameiokit.it.app.TracedHandlers;
import io.github.frameiokit.it.support.Delivery;
import io.github.frameiokit.it.support.Journal;
import io.github.frameiokit.it.support.Needs;
import io.github.frameiokit.it.support.Telemetry;
import io.github.frameiokit.it.support.Trace;
import io.github.frameiokit.it.support.Trait;
import io.github.frameiokit.it.support.Wars;
import io.github.frameiokit.testkit.CollectedMetric;
import io.github.frameiokit.testkit.CollectedSpan;
import io.github.frameiokit.testkit.CollectedSpan.Kind;
import java.net.URL;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.arquillian.test.api.ArquillianResource;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Spans and metrics of an app that switches its server's telemetry on. */
@Tag("telemetry")
@Needs(Trait.TRACES)
@ExtendWith(ArquillianExtension.class)
public class TelemetryIT {

    private static final Duration MAX_WAIT = Duration.ofSeconds(30);
    private static final String APP = "telemetry";

    @ArquillianResource
    private URL base;

    private final String id = UUID.randomUUID().toString();
    private final Trace trace = new Trace();

    @Deployment(testable = false)
    public static WebArchive app() {
        WebArchive app =
                Wars.withSecretsAnd(APP, Telemetry.on("the-service"), TestApplication.class, TracedHandlers.class);
        return Trait.METRICS.isThere() ? app.addClass(MeasuringHandlers.class) : app;
    }

    private void send(String type) {
        assertEquals(
                200,
                Delivery.webhook(base, type, id)
                        .header(Trace.HEADER, trace.parent())
                        .send()
                        .statusCode());
    }

    private static boolean isTheServersOrTheApps(CollectedSpan span) {
        return span.kind() == Kind.SERVER || span.scope().equals("the-app");
    }

    @Test
    public void theSpanOfARequestIsTheServersAndContainsThatOfAHandler() {
        send("file.ready");
        trace.assertTree("""
                SERVER
                  INTERNAL in a handler
                """, tree -> tree.only(TelemetryIT::isTheServersOrTheApps));
    }

    @Test
    public void anAsynchronousHandlersSpanArrives() {
        send("file.copied");
        assertEquals(List.of("copied"), new Journal(base).about(id, entries -> !entries.isEmpty()));
        Telemetry.collector().awaitSpan(span -> span.name().equals("in an asynchronous handler"), MAX_WAIT);
    }

    @Test
    public void spansHaveTheAppsName() {
        send("file.ready");
        assertEquals(
                "the-service",
                Telemetry.collector()
                        .awaitSpan(span -> trace.spans().contains(span), MAX_WAIT)
                        .service());
    }

    @Test
    @Needs(Trait.METRICS)
    public void metricsArrive() {
        send("file.ready");
        CollectedMetric files =
                Telemetry.collector().awaitMetric(metric -> metric.attributes().equals(Map.of("id", id)), MAX_WAIT);
        assertEquals(
                "the-app app.files 1.0 {file}",
                String.join(" ", files.scope(), files.name(), Double.toString(files.value()), files.unit()));
    }
}
