package io.github.frameiokit.internal.discovery;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.frameiokit.internal.HidingLoader;
import io.github.frameiokit.internal.health.AppHealth;
import io.github.frameiokit.internal.health.HealthLink;
import io.github.frameiokit.internal.health.LivenessCheck;
import io.github.frameiokit.internal.health.ReadinessCheck;
import jakarta.enterprise.inject.spi.AfterBeanDiscovery;
import java.lang.reflect.Method;
import java.util.List;
import org.junit.jupiter.api.Test;

class HealthBeansTest {

    @Test
    void withMicroProfileHealthThereAreTwoChecks() {
        assertEquals(List.of(ReadinessCheck.class.getName(), LivenessCheck.class.getName()), HealthBeans.names());
    }

    @Test
    void withoutItNoneIsLoaded() throws ReflectiveOperationException {
        HidingLoader loader = new HidingLoader("org.eclipse.microprofile.health.");
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
                loader.loaded().stream()
                        .filter(it -> it.endsWith("Check") && it.contains(".health."))
                        .toList());
    }
}
