package io.github.frameiokit.papers;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import io.github.frameiokit.Action;
import io.github.frameiokit.ActionEvent;
import io.github.frameiokit.FrameioEvent;
import io.github.frameiokit.Webhook;
import io.github.frameiokit.WebhookEvent;
import io.github.frameiokit.client.FrameioClient;
import io.github.frameiokit.internal.client.TestClient;
import io.github.frameiokit.papers.Example.Shape;
import jakarta.enterprise.context.control.RequestContextController;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.ObserverException;
import jakarta.enterprise.event.ObservesAsync;
import jakarta.json.Json;
import jakarta.json.JsonObjectBuilder;
import java.io.IOException;
import java.io.StringWriter;
import java.lang.reflect.Constructor;
import java.lang.reflect.Method;
import java.lang.reflect.Parameter;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.tools.ToolProvider;
import org.jboss.weld.environment.se.Weld;
import org.jboss.weld.environment.se.WeldContainer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/**
 * Each Java block of each paper compiles and runs: statements with a client of a fake Frame.io, handlers in a CDI
 * container with the kit, which gets the events they are for.
 */
class ExamplesTest {

    private static final Map<String, String> PROPERTIES = Map.of(
            "frameio.webhook.secret", "webhook-secret-1",
            "frameio.action.secret", "action-secret-01",
            "frameio.development", "true",
            "frameio.oauth.client-id", "client",
            "frameio.oauth.client-secret", "0123456789abcdef");

    private static final byte[] CONTENT = new byte[1000];

    @TempDir
    private static Path folder;

    private static List<Example> examples;
    private static URLClassLoader loader;
    private static TestClient tested;

    @BeforeAll
    static void compile() throws IOException {
        PROPERTIES.forEach(System::setProperty);
        examples = Papers.blocks("java").stream().map(Example::of).toList();
        StringWriter problems = new StringWriter();
        assertTrue(
                ToolProvider.getSystemJavaCompiler()
                        .getTask(
                                problems,
                                null,
                                null,
                                List.of(
                                        "--release",
                                        "17",
                                        "-proc:none",
                                        "-d",
                                        folder.toString(),
                                        "-cp",
                                        System.getProperty("java.class.path")),
                                null,
                                examples.stream().map(Example::file).toList())
                        .call(),
                problems::toString);
        loader = new URLClassLoader(new URL[] {folder.toUri().toURL()}, ExamplesTest.class.getClassLoader());
        tested = new TestClient();
        new Random(1).nextBytes(CONTENT);
        tested.fake.content(Fixture.fileId, CONTENT);
        Files.write(movie(), CONTENT);
    }

    @AfterAll
    static void close() throws IOException {
        PROPERTIES.keySet().forEach(System::clearProperty);
        tested.close();
        loader.close();
    }

    @TestFactory
    Stream<DynamicTest> everyExampleRuns() {
        return examples.stream()
                .map(example -> dynamicTest(example.block().toString(), () -> {
                    if (example.shape() == Shape.STATEMENTS) {
                        runStatements(example);
                    } else {
                        runHandlers(example);
                    }
                }));
    }

    @Test
    void everyGroupOfOperationsHasAnExampleInTheGuide() throws Exception {
        try (TestClient client = new TestClient()) {
            client.fake.content(Fixture.fileId, CONTENT);
            for (Example example : examples) {
                if (example.shape() == Shape.STATEMENTS
                        && example.block().paper().equals("api/README.md")) {
                    run(example, client.client(), folder.resolve("guide"));
                }
            }
            assertEquals(-1, Files.mismatch(movie(), folder.resolve("guide")));
            Set<String> groups = client.fake.requests().stream()
                    .map(request -> request.operation().split("\\.")[0])
                    .collect(Collectors.toCollection(TreeSet::new));
            assertEquals(20, groups.size(), "groups with an example: " + groups);
        }
    }

    private static void runStatements(Example example) throws Exception {
        Path copy = folder.resolve("copy" + example.block().line());
        run(example, tested.client(), copy);
        if (Files.exists(copy)) {
            assertEquals(-1, Files.mismatch(movie(), copy));
        }
    }

    private static void run(Example example, FrameioClient client, Path copy) throws Exception {
        type(example, example.types().get(0))
                .getMethod("run", FrameioClient.class, ActionEvent.class, Path.class, Path.class)
                .invoke(null, client, action("some.action"), movie(), copy);
    }

    private static void runHandlers(Example example) throws Exception {
        List<Class<?>> beans = example.types().stream()
                .<Class<?>>map(name -> type(example, name))
                .filter(type -> !type.isInterface())
                .toList();
        for (Class<?> bean : beans) {
            runTests(bean);
        }
        Weld weld = new Weld()
                .setClassLoader(loader)
                .addBeanClasses(Fixture.Archive.class, Fixture.Vault.class, Fixture.Maps.class)
                .addBeanClasses(beans.toArray(Class<?>[]::new));
        try (WeldContainer container = weld.initialize()) {
            RequestContextController request =
                    container.select(RequestContextController.class).get();
            request.activate();
            for (Class<?> bean : beans) {
                for (Method method : bean.getDeclaredMethods()) {
                    for (Parameter parameter : method.getParameters()) {
                        fire(container.event(), parameter);
                    }
                }
            }
            request.deactivate();
        }
    }

    private static void runTests(Class<?> type) throws Exception {
        for (Method method : type.getDeclaredMethods()) {
            if (method.isAnnotationPresent(Test.class)) {
                Constructor<?> constructor = type.getDeclaredConstructor();
                constructor.setAccessible(true);
                method.setAccessible(true);
                method.invoke(constructor.newInstance());
            }
        }
    }

    /** Fires an event of each type that a handler's parameter is for. */
    private static void fire(Event<Object> event, Parameter parameter) {
        Webhook webhook = parameter.getAnnotation(Webhook.class);
        Action action = parameter.getAnnotation(Action.class);
        boolean async = parameter.isAnnotationPresent(ObservesAsync.class);
        if (webhook != null) {
            Arrays.stream(webhook.value())
                    .map(type -> type.replace("*", "any"))
                    .forEach(type -> fire(event.select(WebhookEvent.class, webhook), webhook(type), async));
        }
        if (action != null) {
            try {
                fire(event.select(ActionEvent.class, action), action(action.value()), async);
            } catch (ObserverException e) { // it got as far as asking for the user, and nobody has signed in here
                assertTrue(
                        action.userAuth() && e.getCause().getMessage().startsWith("No user has authorized"),
                        e::toString);
            }
        }
    }

    private static <E extends FrameioEvent> void fire(Event<E> event, E fired, boolean async) {
        if (async) {
            event.fireAsync(fired).toCompletableFuture().join();
        } else {
            event.fire(fired);
        }
    }

    private static Class<?> type(Example example, String name) {
        try {
            return loader.loadClass(example.packageName() + "." + name);
        } catch (ClassNotFoundException e) {
            throw new AssertionError(e);
        }
    }

    private static Path movie() {
        return folder.resolve("cut.mov");
    }

    private static WebhookEvent webhook(String type) {
        return WebhookEvent.of(
                json(type).add("resource", json("file").add("id", "a-file")).build(), Instant.now());
    }

    private static ActionEvent action(String type) {
        return ActionEvent.of(
                json(type)
                        .add("account_id", "an-account")
                        .add("interaction_id", "i")
                        .add("user", Json.createObjectBuilder().add("id", "ada"))
                        .add(
                                "data",
                                Json.createObjectBuilder()
                                        .add("title", "A title")
                                        .add("language", "en"))
                        .build(),
                Instant.now());
    }

    private static JsonObjectBuilder json(String type) {
        return Json.createObjectBuilder().add("type", type);
    }
}
