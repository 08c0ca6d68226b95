package io.github.frameiokit.internal.delivery;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.io.IOException;
import java.io.InputStream;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.eclipse.microprofile.config.Config;
import org.junit.jupiter.api.Test;

/** Set-ups of durable delivery that can't work. */
class ConfiguredQueueTest {

    private static Config config(Map<String, String> properties) {
        return new SmallRyeConfigBuilder()
                .withSources(new PropertiesConfigSource(properties, "test", 100))
                .build();
    }

    private static String problem(Map<String, String> properties, Optional<String> ownQueue) {
        return assertThrows(IllegalStateException.class, () -> ConfiguredQueue.check(config(properties), ownQueue))
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
    void withoutDbSchedulerMemoryWorksAndTheDatabaseSaysWhatIsMissing() throws Exception {
        Callable<?> probe = (Callable<?>) Class.forName(WithoutLibrary.class.getName(), true, new NoLibrary())
                .getConstructor()
                .newInstance();
        assertEquals(
                "frameio.delivery=jdbc needs db-scheduler, which isn't there; add the dependencies"
                        + " com.github.kagkarlsson:db-scheduler and org.slf4j:slf4j-jdk14 to the app.",
                probe.call());
    }

    /** Runs where there is no db-scheduler. */
    public static final class WithoutLibrary implements Callable<String> {

        @Override
        public String call() {
            assertDoesNotThrow(() -> ConfiguredQueue.check(config(Map.of()), Optional.empty()));
            return problem(Map.of("frameio.delivery", "jdbc"), Optional.empty());
        }
    }

    /** Has the kit, and this test, but no db-scheduler. */
    private static final class NoLibrary extends ClassLoader {

        NoLibrary() {
            super(ConfiguredQueueTest.class.getClassLoader());
        }

        @Override
        protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
            if (name.startsWith("com.github.kagkarlsson.")) {
                throw new ClassNotFoundException(name);
            }
            if (!name.startsWith(ConfiguredQueue.class.getPackageName())) {
                return super.loadClass(name, resolve);
            }
            Class<?> loaded = findLoadedClass(name);
            return loaded == null ? define(name) : loaded;
        }

        private Class<?> define(String name) throws ClassNotFoundException {
            try (InputStream file = getResourceAsStream(name.replace('.', '/') + ".class")) {
                if (file == null) {
                    throw new ClassNotFoundException(name);
                }
                byte[] bytes = file.readAllBytes();
                return defineClass(name, bytes, 0, bytes.length);
            } catch (IOException e) {
                throw new ClassNotFoundException(name, e);
            }
        }
    }
}
