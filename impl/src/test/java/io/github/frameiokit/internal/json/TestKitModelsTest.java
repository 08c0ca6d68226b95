package io.github.frameiokit.internal.json;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.github.frameiokit.client.model.Asset;
import io.github.frameiokit.client.model.File;
import io.github.frameiokit.client.model.Folder;
import io.github.frameiokit.client.model.UnknownAsset;
import io.github.frameiokit.client.model.VersionStack;
import io.github.frameiokit.testkit.Models;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** The test kit creates models from JSON as the client does. */
class TestKitModelsTest {

    @TestFactory
    Stream<DynamicTest> everyModelIsReadFromAnExample() {
        return ModelsTest.models()
                .map(model -> DynamicTest.dynamicTest(model.getSimpleName(), () -> {
                    JsonObject example = ModelsTest.example(model, 0);
                    assertEquals(new ModelReader().read(example, model, false), Models.read(model, example.toString()));
                }));
    }

    @TestFactory
    Stream<DynamicTest> everyKindOfASealedTypeIsRead() {
        return Map.of("file", File.class, "folder", Folder.class, "version_stack", VersionStack.class)
                .entrySet()
                .stream()
                .map(kind -> DynamicTest.dynamicTest(kind.getKey(), () -> {
                    JsonObject example = Json.createObjectBuilder(ModelsTest.example(kind.getValue(), 0))
                            .add("type", kind.getKey())
                            .build();
                    assertInstanceOf(kind.getValue(), Models.read(Asset.class, example.toString()));
                }));
    }

    @Test
    void anUnknownKindIsKept() {
        Asset asset = Models.read(
                Asset.class,
                ModelsTest.example(UnknownAsset.class, 0)
                        .toString()
                        .replaceFirst("\"type\":\"[^\"]*\"", "\"type\":\"hologram\""));
        assertInstanceOf(UnknownAsset.class, asset);
    }

    @Test
    void anUnknownMemberIsIgnored() {
        JsonObject example = ModelsTest.example(Folder.class, 0);
        JsonObject newer =
                Json.createObjectBuilder(example).add("added_later", true).build();
        assertEquals(Models.read(Folder.class, example.toString()), Models.read(Folder.class, newer.toString()));
    }

    @Test
    void aMissingMemberIsNamed() {
        JsonObject example = ModelsTest.example(File.class, 0);
        String json = Json.createObjectBuilder(example).remove("name").build().toString();
        assertEquals("A File can't be read: 'name' is missing.", rejection(File.class, json));
    }

    @Test
    void aMemberInAnotherFormIsNamed() {
        JsonObject example = ModelsTest.example(File.class, 0);
        String json = Json.createObjectBuilder(example)
                .add("file_size", "large")
                .build()
                .toString();
        assertEquals("A File can't be read: 'file_size' isn't a number that can be here.", rejection(File.class, json));
    }

    @Test
    void textThatIsNoJsonObjectIsRejected() {
        assertEquals("A File can't be read, because the JSON isn't an object.", rejection(File.class, "[]"));
        assertEquals(
                "A File can't be read, because the text isn't JSON",
                rejection(File.class, "{").split(": ")[0]);
    }

    @Test
    void aClassThatIsNoModelIsRejected() {
        assertEquals(
                "java.lang.String isn't a model; use a class of io.github.frameiokit.client.model.",
                rejection(String.class, "{}"));
    }

    @Test
    void nullIsRejectedWithTheParametersName() {
        assertEquals(
                "type",
                assertThrows(NullPointerException.class, () -> Models.read(null, "{}"))
                        .getMessage());
        assertEquals(
                "json",
                assertThrows(NullPointerException.class, () -> Models.read(File.class, null))
                        .getMessage());
    }

    private static String rejection(Class<?> type, String json) {
        return assertThrows(IllegalArgumentException.class, () -> Models.read(type, json))
                .getMessage();
    }
}
