package io.github.frameiokit.it;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.frameiokit.it.app.CallingHandlers;
import io.github.frameiokit.it.app.DirectQueue;
import io.github.frameiokit.it.app.MeasuringHandlers;
import io.github.frameiokit.it.app.TestApplication;
import io.github.frameiokit.it.app.TracedHandlers;
import io.github.frameiokit.it.app.UserHandlers;
import io.github.frameiokit.it.support.Delivery;
import io.github.frameiokit.it.support.Journal;
import io.github.frameiokit.it.support.Needs;
import io.github.frameiokit.it.support.SignedInUser;
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
    private static final String TOKEN_REQUEST = "POST /ims/token/v3";
    private static final SignedInUser USER = new SignedInUser();

    @ArquillianResource
    private URL base;

    private final String id = UUID.randomUUID().toString();
    private final Trace trace = new Trace();

    @Deployment(testable = false)
    public static WebArchive app() {
        WebArchive app = Wars.withSecretsAnd(
                APP,
                Telemetry.on("the-service") + USER.config() + "frameio.oauth.server-to-server=true\n",
                TestApplication.class,
                TracedHandlers.class,
                CallingHandlers.class,
                UserHandlers.class,
                DirectQueue.class);
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

    private static boolean isTheServersOrTheKits(CollectedSpan span) {
        return span.kind() == Kind.SERVER
                || span.scope().equals("io.github.frameiokit") && !span.name().equals(TOKEN_REQUEST);
    }

    @Test
    public void anEventIsOneTraceFromTheRequestToTheLastAttemptOfItsDelivery() {
        send("file.updated");
        trace.assertTree(
                """
                SERVER frameio.event.type=file.updated frameio.request.outcome=accepted
                  INTERNAL CallingHandlers.calling frameio.event.type=file.updated
                    CLIENT GET /v4/accounts url.template=/v4/accounts
                  PRODUCER send frameio.event.type=file.updated messaging.system=own
                    CONSUMER process ERROR frameio.event.type=file.updated messaging.system=own frameio.delivery.outcome=again -> PRODUCER send
                      INTERNAL CallingHandlers.failing ERROR frameio.event.type=file.updated
                    CONSUMER process frameio.event.type=file.updated messaging.system=own frameio.delivery.outcome=done -> PRODUCER send
                      INTERNAL CallingHandlers.failing frameio.event.type=file.updated
                """,
                tree -> tree.only(TelemetryIT::isTheServersOrTheKits)
                        .with(
                                "frameio.event.type",
                                "frameio.request.outcome",
                                "url.template",
                                "messaging.system",
                                "frameio.delivery.outcome"));
        assertTrue(USER.frameio().requests("accounts.index").stream()
                .anyMatch(request -> request.headers().get(Trace.HEADER).contains(trace.id())));
    }

    @Test
    public void aSignInsTokenRequestBelongsToTheRequestOfTheBrowser() {
        USER.signOut(base);
        USER.signIn(base);
        Telemetry.collector().awaitSpan(span -> span.name().equals(TOKEN_REQUEST) && isInACallback(span), MAX_WAIT);
    }

    private static boolean isInACallback(CollectedSpan span) {
        return Telemetry.collector().spans().stream()
                .anyMatch(it -> it.kind() == Kind.SERVER
                        && it.name().contains("callback")
                        && it.traceId().equals(span.traceId()));
    }

    @Test
    public void noSpanSaysWhatAnExceptionSays() {
        send("file.updated");
        Telemetry.collector().awaitSpan(CollectedSpan::error, MAX_WAIT);
        assertFalse(Telemetry.collector().spans().toString().contains(CallingHandlers.MESSAGE));
    }

    @Test
    @Needs(Trait.METRICS)
    public void whatTheKitDoesIsCounted() {
        send("file.updated");
        USER.signOut(base);
        USER.signIn(base);
        await("frameio.requests", Map.of("frameio.request.outcome", "accepted", "frameio.event.type", "file.updated"));
        await("frameio.request.duration", Map.of("frameio.request.outcome", "accepted"));
        await("http.client.request.duration", Map.of("url.template", "/v4/accounts"));
        await("frameio.token.requests", Map.of("frameio.token.outcome", "issued"));
        await("messaging.client.sent.messages", Map.of("messaging.system", "own"));
        await("messaging.process.duration", Map.of("frameio.delivery.outcome", "again"));
        await(
                "frameio.handler.duration",
                Map.of(
                        "code.function.name",
                        CallingHandlers.class.getName() + ".failing",
                        "error.type",
                        IllegalStateException.class.getName()));
    }

    private static void await(String name, Map<String, Object> attributes) {
        Telemetry.collector()
                .awaitMetric(
                        metric -> metric.name().equals(name)
                                && metric.attributes().entrySet().containsAll(attributes.entrySet()),
                        MAX_WAIT);
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
