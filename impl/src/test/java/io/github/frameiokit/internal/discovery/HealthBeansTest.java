package io.github.frameiokit.internal.discovery;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.frameiokit.internal.OptionalApi;
import io.github.frameiokit.internal.health.LivenessCheck;
import io.github.frameiokit.internal.health.ReadinessCheck;
import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class HealthBeansTest {

    @Test
    void withMicroProfileHealthThereAreTwoChecks() {
        assertEquals(List.of(ReadinessCheck.class, LivenessCheck.class), HealthBeans.classes());
    }

    @Test
    void withoutItNoneIsLoaded() throws ReflectiveOperationException {
        WithoutHealth loader = new WithoutHealth();
        Method classes =
                Class.forName(HealthBeans.class.getName(), true, loader).getDeclaredMethod("classes");
        classes.setAccessible(true);
        assertEquals(List.of(), classes.invoke(null));
        assertEquals(List.of(HealthBeans.class.getName(), OptionalApi.class.getName()), loader.loaded);
    }

    /** Has the kit, but not MicroProfile Health. */
    private static final class WithoutHealth extends ClassLoader {

        private final List<String> loaded = new ArrayList<>();

        WithoutHealth() {
            super(HealthBeansTest.class.getClassLoader());
        }

        @Override
        protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
            if (name.startsWith("org.eclipse.microprofile.health.")) {
                throw new ClassNotFoundException(name);
            }
            Class<?> known = findLoadedClass(name);
            if (known != null) {
                return known;
            }
            return name.startsWith("io.github.frameiokit.") ? define(name) : super.loadClass(name, resolve);
        }

        private Class<?> define(String name) throws ClassNotFoundException {
            loaded.add(name);
            try (InputStream in = getParent().getResourceAsStream(name.replace('.', '/') + ".class")) {
                byte[] bytes = in.readAllBytes();
                return defineClass(name, bytes, 0, bytes.length);
            } catch (IOException e) {
                throw new ClassNotFoundException(name, e);
            }
        }
    }
}
