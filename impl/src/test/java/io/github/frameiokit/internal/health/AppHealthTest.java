package io.github.frameiokit.internal.health;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.frameiokit.Webhook;
import io.github.frameiokit.WebhookEvent;
import io.github.frameiokit.delivery.DeliveryException;
import io.github.frameiokit.delivery.DeliveryQueue;
import io.github.frameiokit.internal.delivery.DeliveryLifecycle;
import io.github.frameiokit.internal.store.ConfiguredTokenStore;
import io.github.frameiokit.oauth.TokenStore;
import io.github.frameiokit.oauth.TokenStoreException;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.BeforeDestroyed;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.ObservesAsync;
import jakarta.enterprise.inject.spi.Extension;
import jakarta.enterprise.inject.spi.ProcessAnnotatedType;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Predicate;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.Liveness;
import org.eclipse.microprofile.health.Readiness;
import org.jboss.weld.environment.se.Weld;
import org.jboss.weld.environment.se.WeldContainer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What an orchestrator is told of an app, in a CDI container without a server. */
class AppHealthTest {

    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final String STATE = "delivery.state";
    private static final String ANSWERS = "answers";
    private static final String DOES_NOT_ANSWER = "doesn't answer";

    private final Map<String, String> properties = new HashMap<>(Map.of(
            "frameio.webhook.secret",
            "webhook-secret-1",
            "frameio.base-url",
            "https://app.example.com",
            "frameio.token",
            "some-token",
            "frameio.api.url",
            "http://localhost:1", // nobody answers there
            "frameio.api.retries",
            "0"));
    private WeldContainer container;

    @BeforeEach
    void configure() {
        properties.forEach(System::setProperty);
    }

    @AfterEach
    void stop() {
        if (container.isRunning()) {
            container.close();
        }
        properties.keySet().forEach(System::clearProperty);
    }

    @Dependent
    static class Handlers {

        void created(@Observes @Webhook("file.created") WebhookEvent event) {}

        void later(@ObservesAsync @Webhook("file.ready") WebhookEvent event) {}
    }

    /** Does what a test tells it. */
    @Singleton
    static class Queue implements DeliveryQueue {

        final AtomicInteger checks = new AtomicInteger();
        final CompletableFuture<Void> hanging = new CompletableFuture<>();
        volatile boolean started;
        volatile boolean reachable = true;
        volatile boolean hangs;
        volatile Optional<Instant> lastPoll = Optional.empty();
        volatile Optional<Instant> earliestDue = Optional.empty();

        @Override
        public void add(List<Entry> entries) {}

        @Override
        public void start(Worker worker) {
            started = true;
        }

        @Override
        public void stop(Duration longest) {
            hanging.complete(null);
        }

        @Override
        public OptionalLong pendingCount() {
            return OptionalLong.of(7);
        }

        @Override
        public OptionalLong deadCount() {
            return OptionalLong.of(3);
        }

        @Override
        public Optional<Instant> earliestDue() {
            return earliestDue;
        }

        @Override
        public Optional<Instant> lastPoll() {
            return lastPoll;
        }

        @Override
        public void check() {
            checks.incrementAndGet();
            if (hangs) {
                hanging.join();
            }
            if (!reachable) {
                throw new DeliveryException("as told");
            }
        }
    }

    /** Does what a test tells it. */
    @Singleton
    static class Store implements TokenStore {

        volatile boolean reachable = true;
        final AtomicInteger calls = new AtomicInteger();

        @Override
        public Optional<Entry> find(String key) {
            calls.incrementAndGet();
            if (!reachable) {
                throw new TokenStoreException("as told");
            }
            return Optional.empty();
        }

        @Override
        public boolean put(String key, Entry entry, long expected) {
            return true;
        }

        @Override
        public void delete(String key) {}

        @Override
        public boolean delete(String key, long expected) {
            return true;
        }
    }

    private void start(Class<?>... more) {
        start(new Weld(), more);
    }

    private void start(Weld weld, Class<?>... more) {
        container = weld.addBeanClasses(Handlers.class).addBeanClasses(more).initialize();
    }

    private void set(String property, String value) {
        properties.put(property, value);
        System.setProperty(property, value);
    }

    private <T> T bean(Class<T> type) {
        return container.select(type).get();
    }

    private AppHealth health() {
        return bean(AppHealth.class);
    }

    private AppHealth.Answer awaitReadiness(Predicate<AppHealth.Answer> expected) throws InterruptedException {
        Instant end = Instant.now().plus(PATIENCE);
        AppHealth.Answer answer = health().readiness();
        while (!expected.test(answer)) {
            assertTrue(Instant.now().isBefore(end), answer.toString());
            Thread.sleep(50);
            answer = health().readiness();
        }
        return answer;
    }

    @Test
    void theChecksAreBeansWhereMicroProfileHealthIs() {
        start();
        assertTrue(
                container.select(HealthCheck.class, Readiness.Literal.INSTANCE).isResolvable());
        assertTrue(
                container.select(HealthCheck.class, Liveness.Literal.INSTANCE).isResolvable());
    }

    @Test
    void anAppThatKeepsAllInMemoryIsReady() {
        start();
        assertEquals(
                new AppHealth.Answer(true, Map.of("handlers", 2L, "delivery", "memory", "store", "memory")),
                health().readiness());
        assertEquals(new AppHealth.Answer(true, Map.of()), health().liveness());
    }

    @Test
    void readinessFollowsTheQueue() throws InterruptedException {
        start(Queue.class);
        assertEquals(ANSWERS, awaitReadiness(AppHealth.Answer::up).data().get(STATE));
        bean(Queue.class).reachable = false;
        assertEquals(DOES_NOT_ANSWER, awaitReadiness(it -> !it.up()).data().get(STATE));
        bean(Queue.class).reachable = true;
        awaitReadiness(AppHealth.Answer::up);
    }

    @Test
    void aQueueThatHangsDoesNotHangTheProbeAndIsAskedOnce() {
        start(Queue.class);
        bean(Queue.class).hangs = true;
        for (int i = 0; i < 3; i++) {
            AppHealth.Answer answer = assertTimeoutPreemptively(PATIENCE, () -> health().readiness());
            assertFalse(answer.up());
            assertEquals(DOES_NOT_ANSWER, answer.data().get(STATE));
        }
        assertEquals(1, bean(Queue.class).checks.get());
    }

    @Test
    void aDeadDeliveryIsToldAndTakesNoNodeOut() throws InterruptedException {
        start(Queue.class);
        bean(Queue.class).earliestDue = Optional.of(Instant.now().minusSeconds(600));
        AppHealth.Answer answer = awaitReadiness(it -> it.up() && it.data().containsKey("delivery.dead"));
        assertEquals("own", answer.data().get("delivery"));
        assertEquals(7L, answer.data().get("delivery.pending"));
        assertEquals(3L, answer.data().get("delivery.dead"));
        assertTrue((long) answer.data().get("delivery.oldest-seconds") >= 600, answer.toString());
    }

    /** Its names may not be there yet. */
    @Test
    void aProbeBeforeTheFirstRequestOpensNothing() {
        start(
                new Weld().addExtension(new Extension() {
                    void leaveOut(@Observes ProcessAnnotatedType<DeliveryLifecycle> type) {
                        type.veto();
                    }
                }),
                Queue.class);
        AppHealth.Answer answer = health().readiness();
        assertTrue(answer.up());
        assertEquals("waits for the first request", answer.data().get(STATE));
        assertTrue(health().liveness().up());
        assertFalse(bean(Queue.class).started);
        assertEquals(0, bean(Queue.class).checks.get());
    }

    @Test
    void aPollerThatStandsStillForMoreThanAMinuteHasToBeRestarted() {
        start(Queue.class);
        assertTrue(health().liveness().up(), "the queue doesn't know");
        bean(Queue.class).lastPoll = Optional.of(Instant.now().minusSeconds(30));
        assertTrue(health().liveness().up());
        bean(Queue.class).lastPoll = Optional.of(Instant.parse("2026-01-01T00:00:00.123Z"));
        assertEquals(new AppHealth.Answer(false, Map.of("last-poll", "2026-01-01T00:00:00Z")), health().liveness());
    }

    @Test
    void readinessFollowsASharedStoreThatTheAppHasUsed() throws InterruptedException {
        start(Store.class);
        bean(Store.class).reachable = false;
        AppHealth.Answer unused = health().readiness();
        assertTrue(unused.up());
        assertEquals("own", unused.data().get("store"));
        assertNull(unused.data().get("store.state"));
        assertEquals(0, bean(Store.class).calls.get());
        bean(ConfiguredTokenStore.class).delete("some-key");
        assertEquals(DOES_NOT_ANSWER, awaitReadiness(it -> !it.up()).data().get("store.state"));
        bean(Store.class).reachable = true;
        assertEquals(ANSWERS, awaitReadiness(AppHealth.Answer::up).data().get("store.state"));
    }

    @Test
    void anInstallationThatFailedIsToldAndTakesNoNodeOut() throws InterruptedException {
        set("frameio.install.workspaces", "some-account/some-workspace, some-account/another");
        set("frameio.development", "true");
        start();
        AppHealth.Answer answer = awaitReadiness(it -> it.up() && it.data().containsKey("installation.next-attempt"));
        assertEquals(2L, answer.data().get("installation.failed"));
        assertEquals(0L, answer.data().get("installation.installed"));
        assertEquals(0L, answer.data().get("installation.pending"));
        assertFalse(answer.toString().contains("some-"), answer.toString());
    }

    /** Looks at the node while the app stops. */
    @ApplicationScoped
    static class Stopping {

        private static final int LATER = 5000;

        private final AtomicReference<AppHealth.Answer> seen = new AtomicReference<>();

        AtomicReference<AppHealth.Answer> seen() {
            return seen;
        }

        void look(
                @Observes @Priority(LATER) @BeforeDestroyed(ApplicationScoped.class) Object context, AppHealth health) {
            seen.set(health.readiness());
        }
    }

    @Test
    void anAppThatStopsIsNotReady() {
        start(Queue.class, Stopping.class);
        assertTrue(health().liveness().up());
        AtomicReference<AppHealth.Answer> seen = bean(Stopping.class).seen();
        container.close();
        assertEquals(new AppHealth.Answer(false, Map.of("handlers", 2L, "state", "stopping")), seen.get());
    }
}
