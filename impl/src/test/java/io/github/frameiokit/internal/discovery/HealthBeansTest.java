package io.github.frameiokit.internal.discovery;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.frameiokit.internal.health.AppHealth;
import io.github.frameiokit.internal.health.HealthLink;
import io.github.frameiokit.internal.health.LivenessCheck;
import io.github.frameiokit.internal.health.ReadinessCheck;
import jakarta.enterprise.inject.spi.AfterBeanDiscovery;
import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class HealthBeansTest {

    @Test
    void withMicroProfileHealthThereAreTwoChecks() {
        assertEquals(List.of(ReadinessCheck.class.getName(), LivenessCheck.class.getName()), HealthBeans.names());
    }

    @Test
    void withoutItNoneIsLoaded() throws ReflectiveOperationException {
        WithoutHealth loader = new WithoutHealth();
        Class<?> beans = Class.forName(HealthBeans.class.getName(), true, loader);
        Method names = beans.getDeclaredMethod("names");
        names.setAccessible(true);
        assertEquals(List.of(), names.invoke(null));
        Class<?> link = Class.forName(HealthLink.class.getName(), true, loader);
        Method addTo = beans.getDeclaredMethod("addTo", AfterBeanDiscovery.class, link);
        addTo.setAccessible(true);
        addTo.invoke(null, null, null);
        for (Class<?> type : List.of(FrameioExtension.class, FrameioLiteExtension.class, AppHealth.class)) {
            Class.forName(type.getName(), true, loader).getDeclaredMethods();
        }
        assertEquals(
                List.of(),
                loader.loaded.stream()
                        .filter(it -> it.endsWith("Check") && it.contains(".health."))
                        .toList());
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
