package io.github.frameiokit.internal.install;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.github.frameiokit.client.FrameioClient;
import io.github.frameiokit.client.StandaloneClient;
import io.github.frameiokit.install.InstallationChanged;
import io.github.frameiokit.install.InstallationPlan;
import io.github.frameiokit.install.InstallationResult;
import io.github.frameiokit.install.PlannedChange;
import io.github.frameiokit.install.Registration.Kind;
import io.github.frameiokit.internal.Paths;
import io.github.frameiokit.internal.Settings.Workspace;
import io.github.frameiokit.internal.Texts;
import io.github.frameiokit.internal.client.TestClock;
import io.github.frameiokit.internal.events.RegisteredSecrets;
import io.github.frameiokit.signing.Signature;
import io.github.frameiokit.testkit.FakeIms;
import io.github.frameiokit.testkit.Fakes;
import io.github.frameiokit.testkit.World;
import io.smallrye.config.SmallRyeConfigBuilder;
import jakarta.json.JsonObject;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** An app that installs itself at the fake Frame.io, and accepts what is signed with a secret that it knows. */
abstract class InstallScenario {

    static final Texts TEXTS = Texts.of(new SmallRyeConfigBuilder().build());
    static final Manifest.Item WEBHOOK =
            new Manifest.Item(Kind.WEBHOOK, "", "App", "", List.of("comment.created", "file.created"));
    static final Manifest.Item EXPORT = action("export");
    static final Manifest.Item IMPORT = action("import");

    final Fakes fakes = Fakes.start();
    final TestClock clock = new TestClock();
    final List<InstallationChanged> events = new CopyOnWriteArrayList<>();
    final List<String> accepted = new CopyOnWriteArrayList<>();
    final ExecutorService threads = Executors.newCachedThreadPool();
    final Workspace workspace =
            new Workspace(fakes.world().accountId(), fakes.world().workspaceId());
    PlainStore store = new PlainStore(clock::now);
    StandaloneClient client;
    private HttpServer app;

    static Manifest.Item action(String type) {
        return new Manifest.Item(Kind.ACTION, type, "Name of " + type, "Does " + type, List.of(type));
    }

    static Manifest manifest(Manifest.Item... items) {
        return new Manifest(
                Stream.of(items).filter(it -> it.kind() == Kind.WEBHOOK).findFirst(),
                Stream.of(items).filter(it -> it.kind() == Kind.ACTION).toList(),
                List.of());
    }

    @BeforeEach
    void start() throws IOException {
        fakes.world().timeScale(0.001);
        client = client(fakes);
        app = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        app.setExecutor(threads);
        app.createContext("/frameio/i/", this::receive);
        app.start();
    }

    static StandaloneClient client(Fakes fakes) {
        return client(fakes.frameio().url(), fakes.ims().url());
    }

    static StandaloneClient client(URI frameio, URI ims) {
        return FrameioClient.builder()
                .apiUrl(frameio)
                .imsUrl(ims)
                .clientCredentials(FakeIms.CLIENT_ID, FakeIms.CLIENT_SECRET)
                .clock(new TestClock())
                .build();
    }

    @AfterEach
    void stop() {
        client.close();
        app.stop(0);
        fakes.close();
        threads.shutdownNow();
    }

    URI base() {
        return URI.create("http://localhost:" + app.getAddress().getPort());
    }

    RegistrationAddresses addresses() {
        return addresses(base(), store);
    }

    static RegistrationAddresses addresses(URI base, PlainStore store) {
        return new RegistrationAddresses(base, new Paths("frameio", "frameio/oauth"), store);
    }

    Installer installer(Manifest.Item... items) {
        return installer(Optional.empty(), items);
    }

    Installer installer(Optional<String> version, Manifest.Item... items) {
        return new Installer(store, addresses(), manifest(items), version, TEXTS, clock, threads, events::add);
    }

    InstallationResult install(Manifest.Item... items) {
        return installer(items).install(client, workspace, true);
    }

    private void receive(HttpExchange exchange) throws IOException {
        try (exchange) {
            byte[] body = exchange.getRequestBody().readAllBytes();
            String path = exchange.getRequestURI().getPath();
            Optional<RegisteredSecrets.Registered> found = new SecretsById(
                            Optional.of(addresses()), new Registrations(store))
                    .find(path.substring(path.lastIndexOf('/') + 1));
            boolean good = found.isPresent()
                    && found.get()
                            .key()
                            .matches(
                                    exchange.getRequestHeaders().getFirst(Signature.TIMESTAMP_HEADER),
                                    body,
                                    exchange.getRequestHeaders().getFirst(Signature.HEADER));
            if (good) {
                accepted.add(path);
            }
            exchange.sendResponseHeaders(good ? 200 : 401, -1);
        }
    }

    List<JsonObject> webhooks() {
        return fakes.world().all(World.Kind.WEBHOOK);
    }

    List<JsonObject> actions() {
        return fakes.world().all(World.Kind.ACTION);
    }

    static List<PlannedChange.Change> changes(InstallationPlan plan) {
        return plan.changes().stream().map(PlannedChange::change).toList();
    }

    /** Frame.io has exactly these, the app knows the secret of each, and nothing is left to do. */
    void assertInstalled(Manifest.Item... items) {
        assertTrue(installer(items).plan(client, workspace, true).isEmpty());
        assertEquals(
                Stream.of(items).filter(it -> it.kind() == Kind.WEBHOOK).count(),
                webhooks().size());
        assertEquals(
                Stream.of(items)
                        .filter(it -> it.kind() == Kind.ACTION)
                        .map(Manifest.Item::key)
                        .sorted()
                        .toList(),
                actions().stream().map(it -> it.getString("event")).sorted().toList());
        String file = fakes.world().upload(fakes.world().folderId(), "clip.mov", new byte[1], FakeIms.ADA);
        fakes.world().settle(Duration.ofSeconds(10));
        if (!webhooks().isEmpty()) {
            assertTrue(fakes.world().deliveries().get(0).accepted());
        }
        for (JsonObject action : actions()) {
            assertEquals(
                    200,
                    fakes.world().run(action.getString("id"), file, FakeIms.ADA).status());
        }
    }
}
