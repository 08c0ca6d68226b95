package io.github.frameiokit.internal.client;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import io.github.frameiokit.client.FrameioClient;
import io.github.frameiokit.client.Page;
import io.github.frameiokit.internal.json.ModelReader;
import io.github.frameiokit.internal.json.WrittenModel;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.lang.reflect.Method;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/**
 * Every operation, sent to a fake that takes only what Frame.io documents, with every parameter and every member that
 * there is.
 */
class OperationsTest {

    private static final Map<String, List<Consumer<FrameioClient>>> CALLS = OperationCalls.all();

    private static TestClient tested;

    @BeforeAll
    static void start() {
        tested = new TestClient();
    }

    @AfterAll
    static void stop() {
        tested.close();
    }

    @TestFactory
    Stream<DynamicTest> everyOperationIsTakenWithAllThatItTakes() {
        return CALLS.entrySet().stream()
                .map(entry -> DynamicTest.dynamicTest(entry.getKey(), () -> {
                    int before = tested.fake.requests(entry.getKey()).size();
                    entry.getValue().forEach(call -> call.accept(tested.client()));
                    assertAll(
                            () -> assertEquals(
                                    entry.getValue().size(),
                                    tested.fake.requests(entry.getKey()).size() - before,
                                    "requests"),
                            () -> assertEquals(Set.of(), tested.fake.neverSent(entry.getKey()), "never sent"));
                }));
    }

    /** What a record is need not be told by a member of it. */
    private static final Set<String> UNTOLD = Set.of("type", "asset_added", "asset_removed");

    @TestFactory
    Stream<DynamicTest> everyMemberOfAnAnswerIsInItsModel() {
        return operations().entrySet().stream()
                .filter(entry -> entry.getValue().getReturnType() != void.class)
                .map(entry -> DynamicTest.dynamicTest(entry.getKey(), () -> {
                    CALLS.get(entry.getKey()).forEach(call -> call.accept(tested.client()));
                    JsonValue data =
                            tested.fake.answered(entry.getKey()).orElseThrow().get("data");
                    Type type = entry.getValue().getGenericReturnType();
                    Object model = entry.getValue().getReturnType() == Page.class
                            ? new ModelReader().items(data, ((ParameterizedType) type).getActualTypeArguments()[0])
                            : new ModelReader().read(data, type, false);
                    JsonValue written =
                            WrittenModel.of(model instanceof Optional<?> optional ? optional.orElseThrow() : model);
                    Set<String> lost = new TreeSet<>();
                    compare("", data, written, lost);
                    assertEquals(Set.of(), lost);
                }));
    }

    private static void compare(String path, JsonValue sent, JsonValue kept, Set<String> lost) {
        if (sent instanceof JsonObject object && kept instanceof JsonObject model) {
            JsonObject whole = model.get("json") instanceof JsonObject json ? json : model;
            object.forEach((name, member) -> {
                if (whole.containsKey(name)) {
                    compare(path + "." + name, member, whole.get(name), lost);
                } else if (!UNTOLD.contains(name) && !(member instanceof JsonObject empty && empty.isEmpty())) {
                    lost.add(path + "." + name);
                }
            });
        } else if (sent instanceof JsonArray array
                && kept instanceof JsonArray models
                && array.size() == models.size()) {
            for (int i = 0; i < array.size(); i++) {
                compare(path + "[]", array.get(i), models.get(i), lost);
            }
        } else if (!sent.equals(kept)) {
            lost.add(path + ": " + sent + " became " + kept);
        }
    }

    @Test
    void noOperationIsMissing() {
        Set<String> documented = new TreeSet<>(tested.fake.operations());
        assertAll(
                () -> assertEquals(documented, new TreeSet<>(operations().keySet()), "methods"),
                () -> assertEquals(documented, new TreeSet<>(CALLS.keySet()), "calls in this test"),
                () -> assertEquals(97, documented.size()),
                () -> assertEquals(20, groups().count()));
    }

    @Test
    void noInterfaceHasAPathThatAServerCouldTakeForAnEndpoint() {
        groups().forEach(group ->
                assertFalse(group.getReturnType().isAnnotationPresent(jakarta.ws.rs.Path.class), group.getName()));
    }

    private static Stream<Method> groups() {
        return Arrays.stream(FrameioClient.class.getMethods())
                .filter(method -> method.getReturnType().getSimpleName().endsWith("Api"));
    }

    private static Map<String, Method> operations() {
        return groups().flatMap(group -> Arrays.stream(group.getReturnType().getMethods())
                        .filter(method -> !method.isDefault())
                        .map(method -> Map.entry(group.getName() + "." + method.getName(), method)))
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }
}
