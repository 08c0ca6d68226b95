package io.github.frameiokit.internal.events;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.frameiokit.Action;
import io.github.frameiokit.ActionEvent;
import io.github.frameiokit.Delivery;
import io.github.frameiokit.FrameioEvent;
import io.github.frameiokit.Webhook;
import io.github.frameiokit.WebhookEvent;
import io.github.frameiokit.delivery.DeadDelivery;
import io.github.frameiokit.delivery.Deliveries;
import io.github.frameiokit.install.InstallSettings;
import io.github.frameiokit.internal.delivery.ConfiguredQueue;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.ObservesAsync;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.h2.jdbcx.JdbcDataSource;
import org.jboss.weld.environment.se.Weld;
import org.jboss.weld.environment.se.WeldContainer;
import org.jboss.weld.proxy.WeldClientProxy;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** An app whose events wait in a database for their asynchronous handlers, in a CDI container without a server. */
@Tag("slow")
class DurableDeliveryTest {

    private static final String KEY = "MDEyMzQ1Njc4OTAxMjM0NTY3ODkwMTIzNDU2Nzg5MDE=";

    private final Map<String, String> properties = new HashMap<>(Map.of(
            "frameio.webhook.secret", SignedRequest.WEBHOOK_SECRET,
            "frameio.action.secret", SignedRequest.ACTION_SECRET,
            "frameio.delivery", "jdbc",
            "frameio.delivery.jdbc.create-table", "true",
            "frameio.delivery.attempts", "3",
            "frameio.delivery.backoff", "1",
            "test.database", "jdbc:h2:mem:" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1"));
    private WeldContainer container;

    /** What a handler was called with. */
    private record Called(String handler, FrameioEvent event) {

        Delivery delivery() {
            return event.delivery().orElseThrow();
        }
    }

    /** What the app does, and when it fails; without a proxy, since a proxy has fields of its own. */
    @Singleton
    static class Work {

        final BlockingQueue<Called> calls = new LinkedBlockingQueue<>();
        final BlockingQueue<DeadDelivery> dead = new LinkedBlockingQueue<>();
        volatile boolean fails;

        void call(String handler, FrameioEvent event) {
            calls.add(new Called(handler, event));
        }
    }

    /** The app. */
    @ApplicationScoped
    static class App {

        @Inject
        Work work;

        void reliable(@ObservesAsync @Webhook("file.ready") WebhookEvent event) {
            work.call("reliable", event);
        }

        void unreliable(@ObservesAsync @Webhook("file.*") WebhookEvent event) {
            boolean fails = work.fails;
            work.call("unreliable", event);
            if (fails) {
                throw new IllegalStateException("as told");
            }
        }

        void immediate(@Observes @Webhook("file.*") WebhookEvent event) {
            work.call("immediate", event);
            if (event.type().equals("file.rejected")) {
                throw new IllegalStateException("as told");
            }
        }

        void listening(@ObservesAsync ActionEvent event) {
            work.call("listening", event);
        }

        void action(@ObservesAsync @Action("export") ActionEvent event) {
            work.call("action", event);
        }

        void configured(@ObservesAsync @Webhook("folder.created") WebhookEvent event, InstallSettings settings) {
            work.call("configured by " + settings.names(), event);
        }

        void died(@ObservesAsync DeadDelivery dead) {
            work.dead.add(dead);
        }
    }

    /** Its database. */
    @ApplicationScoped
    static class Database {

        @Produces
        @ApplicationScoped
        DataSource database() {
            JdbcDataSource database = new JdbcDataSource();
            database.setURL(System.getProperty("test.database"));
            return database;
        }
    }

    @BeforeEach
    void start() {
        properties.forEach(System::setProperty);
        container =
                new Weld().addBeanClasses(Work.class, App.class, Database.class).initialize();
    }

    @AfterEach
    void stop() {
        container.shutdown();
        properties.keySet().forEach(System::clearProperty);
    }

    private void restartWith(String key, String value) {
        stop();
        properties.put(key, value);
        start();
    }

    private Work work() {
        return container.select(Work.class).get();
    }

    private Deliveries deliveries() {
        return container.select(Deliveries.class).get();
    }

    private int send(SignedRequest request) {
        return container
                .select(Reception.class)
                .get()
                .receive(request.headers(), request.requestBody(), () -> {})
                .status();
    }

    private static SignedRequest now(SignedRequest request) {
        return request.timestamp(Long.toString(Instant.now().getEpochSecond()))
                .with("nonce", "\"" + UUID.randomUUID() + "\"");
    }

    /** The next calls of these handlers, in any order. */
    private Map<String, Called> called(String... handlers) throws InterruptedException {
        Map<String, Called> calls = new HashMap<>();
        for (int i = 0; i < handlers.length; i++) {
            Called call = work().calls.poll(20, TimeUnit.SECONDS);
            assertTrue(call != null, "only called: " + calls.keySet());
            calls.put(call.handler(), call);
        }
        assertEquals(
                List.of(handlers).stream().sorted().toList(),
                calls.keySet().stream().sorted().toList());
        return calls;
    }

    private void assertNoMoreCalls() throws InterruptedException {
        assertEquals(null, work().calls.poll(2, TimeUnit.SECONDS));
    }

    @Test
    void aHandlerHasTheSettingsOfItsWorkspace() throws Exception {
        assertEquals(
                200,
                send(now(SignedRequest.webhook()
                        .type("folder.created")
                        .with("account", "{\"id\":\"a\"}")
                        .with("workspace", "{\"id\":\"w\"}"))));
        assertTrue(called("configured by []").containsKey("configured by []"));
    }

    @Test
    void eachAsynchronousHandlerHasADeliveryOfItsOwn() throws Exception {
        SignedRequest request = now(SignedRequest.webhook());
        assertEquals(200, send(request));
        Map<String, Called> calls = called("immediate", "reliable", "unreliable");
        Delivery one = calls.get("reliable").delivery();
        Delivery other = calls.get("unreliable").delivery();
        assertEquals(1, one.attempt());
        assertTrue(one.id().matches("[0-9a-f]{64}"), one.id());
        assertNotEquals(one.id(), other.id());
        assertEquals("r", ((WebhookEvent) calls.get("reliable").event()).resourceId());
        assertEquals(
                calls.get("immediate").event().json(),
                calls.get("reliable").event().json());
        assertEquals(
                calls.get("immediate").event().timestamp(),
                calls.get("reliable").event().timestamp());
        assertEquals(Optional.empty(), calls.get("immediate").event().delivery());
        assertNoMoreCalls();
        assertEquals(OptionalLong.of(0), deliveries().pendingCount());
    }

    @Test
    void aHandlerThatFailsIsCalledAgainWithTheSameIdAndOthersAreNot() throws Exception {
        work().fails = true;
        assertEquals(200, send(now(SignedRequest.webhook())));
        Delivery first =
                called("immediate", "reliable", "unreliable").get("unreliable").delivery();
        Delivery second = called("unreliable").get("unreliable").delivery();
        work().fails = false;
        Delivery third = called("unreliable").get("unreliable").delivery();
        assertEquals(List.of(first.id(), first.id()), List.of(second.id(), third.id()));
        assertEquals(List.of(1, 2, 3), List.of(first.attempt(), second.attempt(), third.attempt()));
        assertNoMoreCalls();
        assertEquals(OptionalLong.of(0), deliveries().deadCount());
    }

    @Test
    void aHandlerThatFailsAtEachAttemptEndsAmongTheDeadAndCanBeRetried() throws Exception {
        work().fails = true;
        assertEquals(200, send(now(SignedRequest.webhook().type("file.created"))));
        String id =
                called("immediate", "unreliable").get("unreliable").delivery().id();
        called("unreliable");
        called("unreliable");
        DeadDelivery told = work().dead.poll(10, TimeUnit.SECONDS);
        assertEquals(id, told.id());
        DeadDelivery dead = awaitDead();
        assertEquals(id, dead.id());
        assertTrue(dead.handler().endsWith("App#unreliable"), dead.handler());
        assertEquals(3, dead.attempts());
        assertEquals(Optional.of("java.lang.IllegalStateException: as told"), dead.cause());
        assertEquals("file.created", dead.event().orElseThrow().type());
        assertTrue(dead.since().orElseThrow().isAfter(Instant.now().minusSeconds(60)));
        assertEquals(OptionalLong.of(1), deliveries().deadCount());
        work().fails = false;
        assertTrue(deliveries().retry(id));
        assertEquals(new Delivery(id, 1), called("unreliable").get("unreliable").delivery());
        assertFalse(deliveries().discard(id));
        assertEquals(List.of(), deliveries().dead(10));
    }

    private DeadDelivery awaitDead() throws InterruptedException {
        for (int i = 0; i < 100; i++) {
            List<DeadDelivery> dead = deliveries().dead(10);
            if (!dead.isEmpty()) {
                return dead.get(0);
            }
            Thread.sleep(100);
        }
        throw new AssertionError("nothing has died");
    }

    @Test
    void nothingWaitsIfASynchronousHandlerFails() throws Exception {
        assertEquals(500, send(now(SignedRequest.webhook().type("file.rejected"))));
        called("immediate");
        assertNoMoreCalls();
    }

    @Test
    void anAsynchronousHandlerOfAnActionIsDeliveredTo() throws Exception {
        assertEquals(200, send(now(SignedRequest.action()).with("data", "{\"frameio_kit_sign_in\":\"\",\"a\":\"b\"}")));
        Map<String, Called> calls = called("action", "listening");
        assertEquals(Optional.empty(), calls.get("listening").event().delivery());
        Called action = calls.get("action");
        assertEquals(1, action.delivery().attempt());
        ActionEvent event = (ActionEvent) action.event();
        assertEquals(Optional.of("i"), event.interactionId());
        assertEquals("{\"a\":\"b\"}", event.json().get("data").toString());
    }

    @Test
    void aFailureToStoreIsAnswered500SoThatFrameioSendsAgain() throws Exception {
        assertEquals(OptionalLong.of(0), deliveries().pendingCount()); // once the table is there
        sql("ALTER TABLE frameio_deliveries RENAME TO away");
        SignedRequest request = now(SignedRequest.webhook());
        assertEquals(500, send(request));
        called("immediate");
        sql("ALTER TABLE away RENAME TO frameio_deliveries");
        assertEquals(200, send(request));
        called("immediate", "reliable", "unreliable");
    }

    @Test
    void anExactCopyFindsWhatWaits() throws Exception {
        restartWith("frameio.replay-guard.enabled", "false");
        restartWith("frameio.delivery.backoff", "3");
        work().fails = true;
        SignedRequest request = now(SignedRequest.webhook().type("file.created"));
        assertEquals(200, send(request));
        called("immediate", "unreliable");
        work().fails = false;
        assertEquals(200, send(request));
        called("immediate");
        assertEquals(2, called("unreliable").get("unreliable").delivery().attempt());
        assertNoMoreCalls();
    }

    @Test
    void withAKeyNothingOfTheRequestIsReadable() throws Exception {
        assertTrue(stored("secret text").contains("secret text"));
        restartWith("frameio.encryption.key", KEY);
        assertFalse(stored("another text").contains("another text"));
        work().fails = false;
        assertEquals(
                "another text",
                called("unreliable").get("unreliable").event().json().getString("text"));
    }

    /** Lets a handler fail, and returns what waits in the database meanwhile. */
    private String stored(String text) throws Exception {
        work().fails = true;
        assertEquals(200, send(now(SignedRequest.webhook().type("file.created").with("text", "\"" + text + "\""))));
        called("immediate", "unreliable");
        List<String> rows = new ArrayList<>();
        try (Connection connection = database().getConnection();
                Statement select = connection.createStatement();
                ResultSet found = select.executeQuery("SELECT task_data FROM frameio_deliveries")) {
            while (found.next()) {
                rows.add(new String(found.getBytes(1), StandardCharsets.US_ASCII));
            }
        }
        assertFalse(rows.isEmpty());
        sql("DELETE FROM frameio_deliveries WHERE 1 = " + (text.equals("secret text") ? 1 : 0));
        return rows.toString();
    }

    @Test
    void onlyAnAppWithDurableDeliveryObservesEachRequest() {
        assertEquals(1, requestObservers());
        restartWith("frameio.delivery", "memory");
        assertEquals(0, requestObservers());
    }

    private int requestObservers() {
        return container
                .getBeanManager()
                .resolveObserverMethods(new Object(), Initialized.Literal.REQUEST)
                .size();
    }

    @Test
    void anOpenQueueIsUsedWithoutWaitingForALock() {
        OptionalLong none = OptionalLong.of(0);
        assertEquals(none, deliveries().pendingCount());
        WeldClientProxy proxy =
                (WeldClientProxy) container.select(ConfiguredQueue.class).get();
        synchronized (proxy.getMetadata().getContextualInstance()) {
            assertEquals(
                    none,
                    assertTimeoutPreemptively(
                            Duration.ofSeconds(20), () -> deliveries().pendingCount()));
        }
    }

    @Test
    void whatWaitsOutlivesTheApp() throws Exception {
        work().fails = true;
        assertEquals(200, send(now(SignedRequest.webhook().type("file.created"))));
        called("immediate", "unreliable");
        restartWith("frameio.delivery.attempts", "5");
        assertEquals(2, called("unreliable").get("unreliable").delivery().attempt());
    }

    private DataSource database() {
        return container.select(DataSource.class).get();
    }

    private void sql(String statement) throws SQLException {
        try (Connection connection = database().getConnection();
                Statement execution = connection.createStatement()) {
            execution.execute(statement);
        }
    }
}
