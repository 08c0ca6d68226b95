package io.github.frameiokit.internal.telemetry;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.frameiokit.internal.CapturedLog;
import io.github.frameiokit.internal.HidingLoader;
import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.lang.reflect.Constructor;
import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.config.Config;
import org.junit.jupiter.api.Test;

/** On a server that doesn't show the OpenTelemetry API to apps. */
class TelemetrySwitchTest {

    private final HidingLoader loader = new HidingLoader("io.opentelemetry.");

    private List<String> logged(Map<String, String> properties) throws ReflectiveOperationException {
        Config config = new SmallRyeConfigBuilder()
                .withSources(new PropertiesConfigSource(properties, "test", 100))
                .build();
        try (CapturedLog log = CapturedLog.of(TelemetrySwitch.class)) {
            Class<?> type = Class.forName(TelemetrySwitch.class.getName(), true, loader);
            Constructor<?> constructor = type.getDeclaredConstructor();
            constructor.setAccessible(true);
            Object telemetry = constructor.newInstance();
            Field field = type.getDeclaredField("config");
            field.setAccessible(true);
            field.set(telemetry, config);
            for (String call : List.of("open", "hide", "close")) {
                Method method = type.getDeclaredMethod(call);
                method.setAccessible(true);
                method.invoke(telemetry);
            }
            return log.lines();
        }
    }

    @Test
    void nothingIsLoggedAndNothingOfTelemetryIsLoaded() throws ReflectiveOperationException {
        assertEquals(List.of(), logged(Map.of()));
        assertEquals(
                List.of(),
                loader.loaded().stream()
                        .filter(it -> it.contains(".opentelemetry."))
                        .toList());
    }

    @Test
    void anAppThatAsksForTelemetryIsToldWhyTheKitAddsNothing() throws ReflectiveOperationException {
        List<String> lines = logged(Map.of("otel.sdk.disabled", "false"));
        assertEquals(1, lines.size(), lines.toString());
        assertTrue(
                lines.get(0)
                        .startsWith("WARNING The config property otel.sdk.disabled is false, but this server doesn't"
                                + " show the OpenTelemetry API to the app"),
                lines.get(0));
    }
}
