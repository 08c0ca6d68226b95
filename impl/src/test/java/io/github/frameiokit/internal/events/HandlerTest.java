package io.github.frameiokit.internal.events;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.frameiokit.Resource;
import io.github.frameiokit.ResourceType;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HandlerTest {

    private static final Handler.Id ID = new Handler.Id("H", "h", List.of());

    @ParameterizedTest
    @CsvSource({
        "file.ready, file.ready, true",
        "file.ready, file.created, false",
        "file.*, file.upload.completed, true",
        "file.*, file, false",
        "file.*, files.ready, false",
        "*, anything, true"
    })
    void handlesTypesFamiliesAndAll(String pattern, String type, boolean expected) {
        assertEquals(expected, webhook("", pattern).handles(type));
    }

    @ParameterizedTest
    @CsvSource({
        "file.*, file.ready, true",
        "file.ready, file.*, true",
        "*, folder.*, true",
        "file.*, file.upload.*, true",
        "file.*, folder.*, false",
        "a, b, false"
    })
    void overlapsWhereSomeTypeIsHandledByBoth(String one, String other, boolean expected) {
        assertEquals(expected, webhook("", one).overlaps(webhook("", other)));
    }

    @Test
    void isForAllOrForItsTypesOnly() {
        List<Resource> mixed = List.of(new Resource("1", "file"), new Resource("2", "folder"));
        assertTrue(action(Set.of()).isFor(mixed));
        assertTrue(action(Set.of(ResourceType.FILE, ResourceType.FOLDER)).isFor(mixed));
        assertFalse(action(Set.of(ResourceType.FILE)).isFor(mixed));
        assertTrue(action(Set.of(ResourceType.FILE)).isFor(List.of()), "a form's submission names no resource");
    }

    @Test
    void thatNamesASecretDecidesForItsTypes() {
        Handlers handlers = new Handlers(List.of(webhook("", "*"), webhook("own", "file.*")), false, false, false);
        assertEquals("own", handlers.secretProperty(Kind.WEBHOOK, "file.ready"));
        assertEquals("frameio.webhook.secret", handlers.secretProperty(Kind.WEBHOOK, "folder.created"));
        assertEquals(Set.of("own", "frameio.webhook.secret"), handlers.secretProperties(Kind.WEBHOOK));
    }

    private static WebhookHandler webhook(String secret, String... types) {
        return new WebhookHandler(ID, List.of(types), false, secret);
    }

    private static ActionHandler action(Set<ResourceType> on) {
        return new ActionHandler(ID, "a", "a", "", on, false, false, "");
    }
}
