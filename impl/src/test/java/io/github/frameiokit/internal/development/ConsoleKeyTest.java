package io.github.frameiokit.internal.development;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.management.ManagementFactory;
import org.eclipse.microprofile.config.ConfigProvider;
import org.junit.jupiter.api.Test;

class ConsoleKeyTest {

    private final String key = new ConsoleKey().text();

    @Test
    void itHas256RandomBitsForAUrl() {
        assertTrue(key.matches("[\\w-]{43}"), key);
    }

    @Test
    void anAppThatIsDeployedAgainKeepsIt() {
        assertEquals(key, new ConsoleKey().text());
    }

    @Test
    void itIsNeitherASystemPropertyNorConfiguration() {
        assertFalse(System.getProperties().toString().contains(key));
        assertFalse(ManagementFactory.getRuntimeMXBean()
                .getSystemProperties()
                .toString()
                .contains(key));
        ConfigProvider.getConfig()
                .getConfigSources()
                .forEach(source -> assertFalse(source.getProperties().toString().contains(key), source::getName));
    }

    @Test
    void itIsNotInItsText() {
        assertFalse(new ConsoleKey().toString().contains(key));
    }
}
