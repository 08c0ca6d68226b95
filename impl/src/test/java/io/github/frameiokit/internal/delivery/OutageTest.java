package io.github.frameiokit.internal.delivery;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.github.frameiokit.delivery.DeliveryException;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class OutageTest {

    private final Outage outage = new Outage();
    private final AtomicInteger asked = new AtomicInteger();

    private void check() {
        outage.check(asked::incrementAndGet);
    }

    private void fail() {
        outage.tell(System.getLogger("test"), "It is away.", null);
    }

    @Test
    void whatWasNeverUsedIsAsked() {
        check();
        assertEquals(1, asked.get());
    }

    @Test
    void whatWasUsedAMomentAgoIsNotAsked() {
        outage.used();
        check();
        assertEquals(0, asked.get());
    }

    @Test
    void whatHasFailedFailsWithoutBeingAsked() {
        outage.used();
        fail();
        assertEquals(
                "It is away.",
                assertThrows(DeliveryException.class, this::check).getMessage());
        assertEquals(0, asked.get());
    }

    /** The outage only ends when a handler has done its work, which may take hours. */
    @Test
    void whatWasUsedSinceItFailedCanBeUsed() {
        fail();
        outage.used();
        assertDoesNotThrow(this::check);
        fail();
        assertThrows(DeliveryException.class, this::check);
    }

    @Test
    void eachTryCountsWhateverItsResult() {
        assertEquals(false, outage.lastTry().isPresent());
        fail();
        assertEquals(true, outage.lastTry().isPresent());
    }
}
