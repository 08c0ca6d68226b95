package io.github.frameiokit.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class ConfigKeysTest {

    @Test
    void everyKeyIsAmongAll() {
        List<String> constants = Arrays.stream(ConfigKeys.class.getFields())
                .filter(field -> Modifier.isStatic(field.getModifiers()) && field.getType() == String.class)
                .map(ConfigKeysTest::value)
                .sorted()
                .toList();
        assertEquals(constants, ConfigKeys.ALL.stream().sorted().toList());
    }

    @Test
    void everyKeyIsInTheReadme() throws IOException {
        String readme = Files.readString(Path.of("..", "README.md"));
        for (String key : ConfigKeys.ALL) {
            String last = key.substring(key.lastIndexOf('.'));
            assertTrue(readme.contains("| `" + key + "`") || readme.contains("`, `" + last + "`"), key + " is missing");
        }
    }

    private static String value(Field constant) {
        try {
            return (String) constant.get(null);
        } catch (IllegalAccessException e) {
            throw new AssertionError(e);
        }
    }
}
