package io.github.frameiokit.papers;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import io.github.frameiokit.Action;
import io.github.frameiokit.ActionEvent;
import io.github.frameiokit.Delivery;
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
import java.io.PrintWriter;
import java.io.StringWriter;
import java.lang.reflect.Method;
import java.lang.reflect.Parameter;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
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
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;
import org.junit.platform.engine.discovery.DiscoverySelectors;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;
import org.junit.platform.launcher.listeners.SummaryGeneratingListener;

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

    private static final Map<String, TestClient> CLIENTS = new HashMap<>();
    private static final Map<String, WeldContainer> CONTAINERS = new HashMap<>();
    private static List<Example> examples;

    @AutoClose
    private static URLClassLoader loader;

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
        new Random(1).nextBytes(CONTENT);
        Files.write(movie(), CONTENT);
    }

    @AfterAll
    static void close() {
        CONTAINERS.values().forEach(WeldContainer::close);
        PROPERTIES.keySet().forEach(System::clearProperty);
        CLIENTS.values().forEach(TestClient::close);
    }

    @TestFactory
    Stream<DynamicTest> everyExampleRuns() {
        return Stream.concat(
                examples.stream()
                        .map(example -> dynamicTest(example.block().toString(), () -> {
                            if (example.shape() == Shape.STATEMENTS) {
                                runStatements(example);
                            } else {
                                runHandlers(example);
                            }
                        })),
                Stream.of(dynamicTest("each group of operations is in the guide", () -> {
                    Set<String> groups = client("api/README.md").fake.requests().stream()
                            .map(request -> request.operation().split("\\.")[0])
                            .collect(Collectors.toCollection(TreeSet::new));
                    assertEquals(20, groups.size(), "groups with an example: " + groups);
                })));
    }

    private static void runStatements(Example example) throws Exception {
        Path copy = folder.resolve("copy");
        type(example, example.types().get(0))
                .getMethod("run", FrameioClient.class, ActionEvent.class, Path.class, Path.class)
                .invoke(null, client(example.block().paper()).client(), action("some.action"), movie(), copy);
        if (example.block().text().contains("Download.to(copy)")) {
            assertEquals(-1, Files.mismatch(movie(), copy));
            Files.delete(copy);
        }
    }

    private static TestClient client(String paper) {
        return CLIENTS.computeIfAbsent(paper, it -> {
            TestClient client = new TestClient();
            client.fake.content(Fixture.fileId, CONTENT);
            return client;
        });
    }

    private static void runHandlers(Example example) throws Exception {
        for (Class<?> bean : beans(example)) {
            if (tests(bean) > 0) {
                runTests(bean);
            }
            for (Method method : bean.getDeclaredMethods()) {
                for (Parameter parameter : method.getParameters()) {
                    fire(container(example.block().paper()).event(), parameter);
                }
            }
        }
    }

    /** One app has all handlers of a paper, so two of them can't be for one action. */
    private static WeldContainer container(String paper) {
        return CONTAINERS.computeIfAbsent(paper, it -> {
            WeldContainer container = new Weld(paper)
                    .setClassLoader(loader)
                    .addBeanClasses(
                            Fixture.Archive.class, Fixture.Ledger.class, Fixture.Vault.class, Fixture.Maps.class)
                    .addBeanClasses(examples.stream()
                            .filter(example ->
                                    example.block().paper().equals(paper) && example.shape() != Shape.STATEMENTS)
                            .flatMap(example -> beans(example).stream())
                            .toArray(Class<?>[]::new))
                    .initialize();
            container.select(RequestContextController.class).get().activate();
            return container;
        });
    }

    private static List<Class<?>> beans(Example example) {
        return example.types().stream()
                .<Class<?>>map(name -> type(example, name))
                .filter(type -> !type.isInterface())
                .toList();
    }

    /** As JUnit runs them, with the extensions of their class. */
    private static void runTests(Class<?> type) {
        SummaryGeneratingListener listener = new SummaryGeneratingListener();
        LauncherFactory.create()
                .execute(
                        LauncherDiscoveryRequestBuilder.request()
                                .selectors(DiscoverySelectors.selectClass(type))
                                .build(),
                        listener);
        StringWriter failures = new StringWriter();
        listener.getSummary().printFailuresTo(new PrintWriter(failures));
        assertEquals(0, listener.getSummary().getTotalFailureCount(), failures::toString);
        assertEquals(tests(type), listener.getSummary().getTestsSucceededCount());
    }

    private static long tests(Class<?> type) {
        return Arrays.stream(type.getDeclaredMethods())
                .filter(method -> method.isAnnotationPresent(Test.class))
                .count();
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
            } catch (ObserverException e) { // it got as far as asking for a user or its state, and there is none here
                String reason = e.getCause().getMessage();
                assertTrue(
                        action.userAuth() && reason.startsWith("No user has authorized")
                                || reason.contains(" is @InteractionScoped"),
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
                json(type).add("resource", json("file").add("id", "a-file")).build(),
                Instant.now(),
                new Delivery("0".repeat(64), 1));
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
