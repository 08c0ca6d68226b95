package io.github.frameiokit.internal.fuzz;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.time.Duration;
import java.util.HexFormat;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A few inputs of each kind, always the same ones. With the profile {@code fuzz}, Jazzer tries others for minutes. */
class FuzzTest {

    private static final int INPUTS = 100;
    private static final int LONGEST = 600;

    @ParameterizedTest
    @EnumSource
    void anyInputEndsAsDocumented(Fuzz fuzz) {
        Random random = new Random(fuzz.ordinal());
        assertTimeoutPreemptively(Duration.ofMinutes(1), () -> {
            for (int i = 0; i < INPUTS; i++) {
                byte[] input = new byte[random.nextInt(LONGEST)];
                random.nextBytes(input);
                assertDoesNotThrow(
                        () -> fuzz.run(new Choices(input)), () -> HexFormat.of().formatHex(input));
            }
        });
    }
}
