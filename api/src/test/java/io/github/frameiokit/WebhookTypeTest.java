package io.github.frameiokit;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.lang.reflect.Field;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class WebhookTypeTest {

    private static final Set<String> DOCUMENTED = Set.of(
            "file.created",
            "file.ready",
            "file.updated",
            "file.deleted",
            "file.upload.completed",
            "file.versioned",
            "file.copied",
            "folder.created",
            "folder.updated",
            "folder.deleted",
            "folder.copied",
            "comment.created",
            "comment.updated",
            "comment.deleted",
            "comment.completed",
            "comment.uncompleted",
            "project.created",
            "project.updated",
            "project.deleted",
            "metadata.value.updated",
            "collection.created",
            "collection.updated",
            "collection.deleted",
            "customfield.created",
            "customfield.updated",
            "customfield.deleted",
            "share.created",
            "share.updated",
            "share.deleted",
            "share.viewed");

    @Test
    void hasEachDocumentedTypeUnderItsOwnNameAndNoOther() throws IllegalAccessException {
        Set<String> values = new TreeSet<>();
        for (Field constant : WebhookType.class.getFields()) {
            String value = (String) constant.get(null);
            assertEquals(constant.getName(), value.replace('.', '_').toUpperCase(Locale.ROOT));
            values.add(value);
        }
        assertEquals(30, DOCUMENTED.size());
        assertEquals(new TreeSet<>(DOCUMENTED), values);
    }
}
