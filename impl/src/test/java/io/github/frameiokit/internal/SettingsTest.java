package io.github.frameiokit.internal;

import static java.util.stream.Collectors.toMap;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.io.IOException;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eclipse.microprofile.config.Config;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.Test;

class SettingsTest {

    @Test
    void allSettingsAreInTheList() {
        List<?> constants = Arrays.stream(Settings.class.getFields())
                .filter(field -> Modifier.isStatic(field.getModifiers()) && field.getType() == Setting.class)
                .map(SettingsTest::value)
                .toList();
        assertEquals(constants, Settings.ALL);
    }

    @Test
    void theGuideHasTheTable() throws IOException {
        String guide = Files.readString(Path.of("..", "api", "README.md"));
        StringBuilder table = new StringBuilder("| property | type | default | |\n|---|---|---|---|\n");
        Settings.ALL.forEach(setting -> table.append("| `")
                .append(setting.key())
                .append("` | ")
                .append(setting.typeInWords())
                .append(" | ")
                .append(setting.byDefault().map(value -> "`" + value + "` ").orElse(""))
                .append("| ")
                .append(setting.description())
                .append(" |\n"));
        assertTrue(guide.contains(table), () -> "The guide must have this table:\n" + table);
    }

    @Test
    void everyDefaultIsAValueOfItsType() {
        Config empty = config(Map.of());
        Settings.ALL.stream()
                .filter(setting -> setting.byDefault().isPresent())
                .forEach(setting -> assertEquals(
                        setting.get(empty),
                        setting.get(
                                config(Map.of(setting.key(), setting.byDefault().orElseThrow())))));
    }

    @Test
    void editorsCompleteEverySettingWithItsDefault() {
        Map<String, String> hints = Arrays.stream(EditorHints.class.getDeclaredFields())
                .map(field -> field.getAnnotation(ConfigProperty.class))
                .collect(toMap(ConfigProperty::name, ConfigProperty::defaultValue));
        Map<String, String> settings = Settings.ALL.stream()
                .collect(toMap(Setting::key, setting -> setting.byDefault().orElse(ConfigProperty.UNCONFIGURED_VALUE)));
        assertEquals(settings, hints);
    }

    @Test
    void numberMayHaveBlanksAroundIt() {
        Config strict = config(Map.of("frameio.signature.tolerance", "30 ", "frameio.max-body-size", " 7"));
        assertEquals(Duration.ofSeconds(30), Settings.SIGNATURE_TOLERANCE.get(strict));
        assertEquals(7, Settings.MAX_BODY_SIZE.get(strict));
    }

    @Test
    void missingValueIsTheDefault() {
        assertEquals(Duration.ofSeconds(300), Settings.SIGNATURE_TOLERANCE.get(config(Map.of())));
        assertEquals(Optional.empty(), Settings.SIGNATURE_TOLERANCE.find(config(Map.of())));
    }

    @Test
    void valueOfAnotherTypeIsRefusedWithTheKeyAndTheFix() {
        Config wrong = config(Map.of("frameio.api.retries", "often"));
        assertEquals(
                "The config property frameio.api.retries must be a whole number, 0 for none; correct or remove it.",
                assertThrows(IllegalStateException.class, () -> Settings.API_RETRIES.get(wrong))
                        .getMessage());
        assertEquals(4, Settings.API_RETRIES.getIfValid(wrong));
    }

    @Test
    void secretsAreSeparatedByCommas() {
        assertEquals(
                Optional.of(List.of("one-secret", "another")),
                Settings.WEBHOOK_SECRET.find(config(Map.of("frameio.webhook.secret", "one-secret, another ,"))));
    }

    private static Config config(Map<String, String> properties) {
        return new SmallRyeConfigBuilder()
                .withConverter(Long.class, 200, Long::valueOf)
                .withSources(new PropertiesConfigSource(properties, "file", 100))
                .build();
    }

    private static Object value(Field constant) {
        try {
            return constant.get(null);
        } catch (IllegalAccessException e) {
            throw new AssertionError(e);
        }
    }
}
