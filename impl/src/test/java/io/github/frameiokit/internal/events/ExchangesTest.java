package io.github.frameiokit.internal.events;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.frameiokit.WebhookEvent;
import io.github.frameiokit.internal.CapturedLog;
import jakarta.json.Json;
import java.net.URL;
import java.net.URLClassLoader;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

class ExchangesTest {

    private final AtomicLong now = new AtomicLong();
    private final Exchanges exchanges = new Exchanges(now::get);
    private final WebhookEvent event = WebhookEvent.of(
            Json.createObjectBuilder()
                    .add("type", "file.ready")
                    .add("resource", Json.createObjectBuilder().add("id", "res"))
                    .build(),
            Instant.EPOCH);

    @AutoClose
    private final CapturedLog log = CapturedLog.of(Exchanges.class);

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
        assertEquals(List.of(), log.lines());
        exchanges.call(
                guard("slow", false),
                event,
                () -> now.addAndGet(Duration.ofMillis(4001).toNanos()));
        assertTrue(
                log.lines().get(0).startsWith("WARNING Handlers#slow took more than 4 s for webhook[file.ready"),
                log.lines().get(0));
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
