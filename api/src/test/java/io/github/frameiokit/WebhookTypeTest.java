package io.github.frameiokit;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.lang.reflect.Field;
import java.util.Locale;
import org.junit.jupiter.api.Test;

class WebhookTypeTest {

    @Test
    void hasEachDocumentedTypeUnderItsOwnName() throws IllegalAccessException {
        Field[] constants = WebhookType.class.getFields();
        assertEquals(30, constants.length);
        for (Field constant : constants) {
            assertEquals(
                    constant.getName(),
                    ((String) constant.get(null)).replace('.', '_').toUpperCase(Locale.ROOT));
        }
    }
}
