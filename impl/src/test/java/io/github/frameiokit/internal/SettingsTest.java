package io.github.frameiokit.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.time.Duration;
import java.util.Map;
import org.eclipse.microprofile.config.Config;
import org.junit.jupiter.api.Test;

class SettingsTest {

    @Test
    void aNumberMayHaveBlanksAroundItWhateverTheServersConvertersTake() {
        Config strict = new SmallRyeConfigBuilder()
                .withConverter(Long.class, 200, Long::valueOf)
                .withSources(new PropertiesConfigSource(Map.of("seconds", "300 ", "number", " 7"), "file", 100))
                .build();
        assertEquals(Duration.ofSeconds(300), Settings.seconds(strict, "seconds", 1));
        assertEquals(7, Settings.number(strict, "number", 1));
        assertEquals(Duration.ofSeconds(1), Settings.seconds(strict, "absent", 1));
    }
}
