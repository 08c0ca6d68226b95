package io.github.frameiokit.internal.events;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.frameiokit.WebhookEvent;
import jakarta.json.Json;
import java.net.URL;
import java.net.URLClassLoader;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ExchangesTest {

    private static final Logger LOGGER = Logger.getLogger(Exchanges.class.getName());

    private final AtomicLong now = new AtomicLong();
    private final Exchanges exchanges = new Exchanges(now::get);
    private final WebhookEvent event = WebhookEvent.of(
            Json.createObjectBuilder()
                    .add("type", "file.ready")
                    .add("resource", Json.createObjectBuilder().add("id", "res"))
                    .build(),
            Instant.EPOCH);
    private final List<String> logged = new ArrayList<>();
    private final java.util.logging.Handler handler = new java.util.logging.Handler() {

        @Override
        public void publish(LogRecord record) {
            logged.add(record.getMessage());
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
    };

    @BeforeEach
    void listen() {
        LOGGER.addHandler(handler);
    }

    @AfterEach
    void stopListening() {
        LOGGER.removeHandler(handler);
    }

    @Test
    void keepAFailureForTheEndOfTheExchange() throws Exception {
        RuntimeException failure = new IllegalStateException();
        Exchange exchange = exchanges.open(event, Recording.NONE);
        exchanges.call(guard("a", false), event, () -> {
            throw failure;
        });
        assertEquals(List.of(new Exchange.Failure("Handlers#a", failure)), exchange.failures());
    }

    @Test
    void leaveAFailureToCdiWhereTheAppFiredTheEventItself() {
        RuntimeException failure = new IllegalStateException();
        assertSame(
                failure,
                assertThrows(
                        IllegalStateException.class,
                        () -> exchanges.call(guard("a", false), event, () -> {
                            throw failure;
                        })));
    }

    @Test
    void nameAHandlerThatNearsFrameiosLimit() throws Exception {
        exchanges.open(event, Recording.NONE);
        exchanges.call(
                guard("quick", false),
                event,
                () -> now.addAndGet(Duration.ofSeconds(4).toNanos()));
        exchanges.call(
                guard("later", true),
                event,
                () -> now.addAndGet(Duration.ofSeconds(60).toNanos()));
        assertEquals(List.of(), logged);
        exchanges.call(
                guard("slow", false),
                event,
                () -> now.addAndGet(Duration.ofMillis(4001).toNanos()));
        assertTrue(logged.get(0).startsWith("Handlers#slow took more than 4 s for webhook[file.ready"), logged.get(0));
    }

    @Test
    void giveAnAsynchronousHandlerItsAppsClassLoader() throws Exception {
        exchanges.open(event, Recording.NONE);
        ClassLoader apps = getClass().getClassLoader();
        ClassLoader other = ClassLoader.getPlatformClassLoader();
        assertSame(apps, contextOf(true, other));
        assertSame(apps, contextOf(true, null));
        try (URLClassLoader seesTheSame = new URLClassLoader(new URL[0], apps)) {
            assertSame(seesTheSame, contextOf(true, seesTheSame));
        }
        assertSame(other, contextOf(false, other));
    }

    private Object contextOf(boolean async, ClassLoader given) throws Exception {
        Thread thread = Thread.currentThread();
        ClassLoader before = thread.getContextClassLoader();
        thread.setContextClassLoader(given);
        try {
            Object seen = exchanges.call(guard("a", async), event, thread::getContextClassLoader);
            assertSame(given, thread.getContextClassLoader());
            return seen;
        } finally {
            thread.setContextClassLoader(before);
        }
    }

    private HandlerGuard guard(String method, boolean async) {
        return new HandlerGuard(new Handler.Id("Handlers", method, List.of()), getClass(), async, Optional.empty());
    }
}
