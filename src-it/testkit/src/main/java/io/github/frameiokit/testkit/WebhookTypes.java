package io.github.frameiokit.testkit;

import io.github.frameiokit.WebhookType;
import java.lang.reflect.Field;
import java.util.ArrayList;
import java.util.List;

/** The documented types of webhooks. */
final class WebhookTypes {

    private WebhookTypes() {}

    /** All of them, read from the constants so that there is one list. */
    static List<String> all() {
        List<String> types = new ArrayList<>();
        for (Field constant : WebhookType.class.getFields()) {
            try {
                types.add((String) constant.get(null));
            } catch (IllegalAccessException e) {
                throw new IllegalStateException(e);
            }
        }
        return types;
    }
}
