package io.github.frameiokit.it.support;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class LogWatchTest {

    @Test
    void aLineWithASecretIsFoundHoweverItIsSpelled() {
        assertEquals(
                List.of("b the&secret", "d the%26secret"),
                LogWatch.leaks(List.of("a", "b the&secret", "c", "d the%26secret"), Set.of("other", "the&secret")));
    }
}
