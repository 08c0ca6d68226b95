package io.github.frameiokit.internal.delivery;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.github.frameiokit.internal.HidingLoader;
import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.eclipse.microprofile.config.Config;
import org.junit.jupiter.api.Test;

/** Set-ups of durable delivery that can't work. */
class EnginesTest {

    private static Config config(Map<String, String> properties) {
        return new SmallRyeConfigBuilder()
                .withSources(new PropertiesConfigSource(properties, "test", 100))
                .build();
    }

    private static String problem(Map<String, String> properties, Optional<String> ownQueue) {
        return assertThrows(IllegalStateException.class, () -> Engines.check(config(properties), ownQueue))
                .getMessage();
    }

    @Test
    void aTableWithAnImpossibleName() {
        assertEquals(
                "The config property frameio.delivery.jdbc.table must be a plain name such as frameio_deliveries or"
                        + " app.frameio_deliveries: letters, digits and underscores, not beginning with a digit.",
                problem(Map.of("frameio.delivery", "jdbc", "frameio.delivery.jdbc.table", "a b"), Optional.empty()));
    }

    @Test
    void aQueueOfTheAppsBesideAConfiguredOne() {
        assertEquals(
                "The config property frameio.delivery is set, but would have no effect, because the app's DeliveryQueue"
                        + " bean com.acme.Queue is used; remove one of the two.",
                problem(Map.of("frameio.delivery", "jdbc"), Optional.of("com.acme.Queue")));
    }

    @Test
    void aKeyThatIsNone() {
        assertEquals(
                "The config property frameio.encryption.key must hold keys of 32 bytes in Base64, separated by commas;"
                        + " make one with 'openssl rand -base64 32'.",
                problem(Map.of("frameio.delivery", "jdbc", "frameio.encryption.key", "short"), Optional.empty()));
    }

    @Test
    void aBrokerWithoutAQueue() {
        assertEquals(
                "The config property frameio.delivery.jms.queue is missing, which frameio.delivery=jms needs; set it to"
                        + " the JNDI name of the queue, such as jms/frameio.",
                problem(Map.of("frameio.delivery", "jms"), Optional.empty()));
    }

    @Test
    void sqsWithoutAQueue() {
        assertEquals(
                "The config property frameio.delivery.sqs.queue-url is missing, which frameio.delivery=sqs needs; set"
                        + " it to the URL of the queue, such as"
                        + " https://sqs.eu-central-1.amazonaws.com/123456789012/frameio.",
                problem(Map.of("frameio.delivery", "sqs"), Optional.empty()));
    }

    @Test
    void withoutTheirLibrariesMemoryWorksAndEachEngineSaysWhatIsMissing() throws Exception {
        Callable<?> probe = (Callable<?>) Class.forName(
                        WithoutLibraries.class.getName(),
                        true,
                        new HidingLoader("com.github.kagkarlsson.", "jakarta.jms.", "software.amazon.awssdk."))
                .getConstructor()
                .newInstance();
        assertEquals(
                List.of(
                        "frameio.delivery=jdbc needs db-scheduler, which isn't there; add the dependencies"
                                + " com.github.kagkarlsson:db-scheduler and org.slf4j:slf4j-jdk14 to the app.",
                        "frameio.delivery=jms needs Jakarta Messaging, which isn't part of the Web Profile and isn't"
                                + " there; switch it on in the server, or add a broker's client and"
                                + " jakarta.jms:jakarta.jms-api to the app.",
                        "frameio.delivery=sqs needs the AWS SDK, which isn't there; add the dependencies"
                                + " software.amazon.awssdk:sqs and software.amazon.awssdk:url-connection-client to the"
                                + " app."),
                probe.call());
    }

    /** Runs where there are no libraries. */
    public static final class WithoutLibraries implements Callable<List<String>> {

        @Override
        public List<String> call() {
            assertDoesNotThrow(() -> Engines.check(config(Map.of()), Optional.empty()));
            return List.of(
                    problem(Map.of("frameio.delivery", "jdbc"), Optional.empty()),
                    problem(
                            Map.of("frameio.delivery", "jms", "frameio.delivery.jms.queue", "jms/frameio"),
                            Optional.empty()),
                    problem(
                            Map.of("frameio.delivery", "sqs", "frameio.delivery.sqs.queue-url", "https://sqs.example"),
                            Optional.empty()));
        }
    }
}
