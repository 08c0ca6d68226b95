package io.github.frameiokit.endurance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;

class RecoveryTest {

    private final Set<String> waiting = new HashSet<>();
    private final Recovery recovery = new Recovery(() -> Set.copyOf(waiting));

    private static long seconds(long seconds) {
        return Duration.ofSeconds(seconds).toNanos();
    }

    @Test
    void itTakesAsLongAsTheSlowestOfTheDeliveriesThatWaitedAtTheKill() {
        waiting.addAll(Set.of("one", "two"));
        recovery.killed(seconds(10));
        waiting.add("later");
        waiting.remove("one");
        recovery.look(seconds(20));
        waiting.remove("two");
        recovery.look(seconds(55));
        recovery.look(seconds(90));
        assertEquals(Duration.ofSeconds(45), recovery.longest());
        assertFalse(recovery.isTooSlow());
    }

    @Test
    void aDeliveryThatMeetsAnotherKillCountsFromThat() {
        waiting.add("one");
        recovery.killed(seconds(10));
        recovery.killed(seconds(50));
        waiting.clear();
        recovery.look(seconds(60));
        assertEquals(Duration.ofSeconds(10), recovery.longest());
        assertEquals(2, recovery.kills());
    }

    @Test
    void moreThanThePromisedTimeIsTooSlow() {
        waiting.add("one");
        recovery.killed(seconds(10));
        waiting.clear();
        recovery.look(seconds(56));
        assertTrue(recovery.isTooSlow());
    }

    @Test
    void aDeliveryThatIsNeverDoneIsTooSlow() {
        waiting.add("one");
        recovery.killed(seconds(10));
        recovery.look(seconds(20));
        assertTrue(recovery.isTooSlow());
        assertFalse(recovery.isAllDone());
    }
}
