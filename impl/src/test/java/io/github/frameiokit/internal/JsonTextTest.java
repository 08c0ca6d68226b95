package io.github.frameiokit.internal;

import static org.junit.jupiter.api.Assertions.assertThrows;

import jakarta.json.JsonException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JsonTextTest {

    /** Found by fuzzing: Parsson's exception for deep nesting reached apps. */
    @ParameterizedTest
    @ValueSource(ints = {1_000, 1_000_000})
    void whatIsNestedTooDeepIsNoJson(int depth) {
        byte[] body = "{\"data\":[".repeat(depth).getBytes(StandardCharsets.UTF_8);
        assertThrows(JsonException.class, () -> JsonText.object(body));
    }
}
