package io.github.frameiokit.internal.delivery;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.util.Map;
import java.util.Optional;
import org.eclipse.microprofile.config.Config;
import org.junit.jupiter.api.Test;

/** What each engine needs to be configured. */
class EngineCheckTest {

    private static Config config(Map<String, String> properties) {
        return new SmallRyeConfigBuilder()
                .withSources(new PropertiesConfigSource(properties, "test", 100))
                .build();
    }

    private static String problem(Map<String, String> properties) {
        return String.valueOf(assertThrows(
                        IllegalStateException.class, () -> ConfiguredQueue.check(config(properties), Optional.empty()))
                .getMessage());
    }

    @Test
    void aBrokerNeedsAQueue() {
        assertEquals(
                "The config property frameio.delivery.jms.queue is missing, which frameio.delivery=jms needs; set it to"
                        + " the JNDI name of the queue, such as jms/frameio.",
                problem(Map.of("frameio.delivery", "jms")));
        assertDoesNotThrow(() -> ConfiguredQueue.check(
                config(Map.of("frameio.delivery", "jms", "frameio.delivery.jms.queue", "jms/frameio")),
                Optional.empty()));
    }

    @Test
    void sqsNeedsTheUrlOfAQueue() {
        assertEquals(
                "The config property frameio.delivery.sqs.queue-url is missing, which frameio.delivery=sqs needs; set it"
                        + " to the URL of the queue, such as https://sqs.eu-central-1.amazonaws.com/123456789012/frameio.",
                problem(Map.of("frameio.delivery", "sqs")));
        assertDoesNotThrow(() -> ConfiguredQueue.check(
                config(Map.of(
                        "frameio.delivery",
                        "sqs",
                        "frameio.delivery.sqs.queue-url",
                        "https://sqs.eu-central-1.amazonaws.com/123456789012/frameio")),
                Optional.empty()));
    }

    @Test
    void anAppsOwnQueueNeedsNoneOfTheseProperties() {
        assertDoesNotThrow(() -> ConfiguredQueue.check(config(Map.of()), Optional.of("com.example.MyQueue")));
    }
}
