package io.github.frameiokit.internal.install;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.frameiokit.Action;
import io.github.frameiokit.ActionEvent;
import io.github.frameiokit.Webhook;
import io.github.frameiokit.WebhookEvent;
import io.github.frameiokit.client.FrameioApiException;
import io.github.frameiokit.client.FrameioClient;
import io.github.frameiokit.client.request.CustomActionUpdate;
import io.github.frameiokit.install.InstallFields;
import io.github.frameiokit.install.InstallSettings;
import io.github.frameiokit.install.Installation;
import io.github.frameiokit.install.InstallationChanged;
import io.github.frameiokit.install.Installations;
import io.github.frameiokit.install.Registration;
import io.github.frameiokit.internal.CapturedLog;
import io.github.frameiokit.internal.events.InProcessDelivery;
import io.github.frameiokit.response.CheckboxField;
import io.github.frameiokit.response.Message;
import io.github.frameiokit.response.SelectField;
import io.github.frameiokit.response.TextField;
import io.github.frameiokit.testkit.FakeIms;
import io.github.frameiokit.testkit.Fakes;
import io.github.frameiokit.testkit.FrameioEvents;
import io.github.frameiokit.testkit.Scripted;
import io.github.frameiokit.testkit.World;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.ObservesAsync;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.json.JsonObject;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.h2.jdbcx.JdbcDataSource;
import org.jboss.weld.environment.se.Weld;
import org.jboss.weld.environment.se.WeldContainer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** An app that installs itself when it starts, in a CDI container without a server. */
class InstalledAppTest {

    private static final URI BASE = URI.create("https://app.example.com/");
    private static final String WORKSPACES = "frameio.install.workspaces";
    private static final String KEYS = "frameio.encryption.key";
    private static final String KEY = "MDEyMzQ1Njc4OTAxMjM0NTY3ODkwMTIzNDU2Nzg5MDE=";
    private static final String NEWER_KEY = "YWJjZGVmZ2hpamtsbW5vcHFyc3R1dnd4eXowMTIzNDU=";

    private final Fakes fakes = Fakes.start();
    private final String account = fakes.world().accountId();
    private final String workspace = fakes.world().workspaceId();
    private final Map<String, String> properties = new HashMap<>(Map.of(
            "frameio.base-url",
            BASE.toString(),
            "frameio.api.url",
            fakes.frameio().url().toString(),
            "frameio.oauth.ims-url",
            fakes.ims().url().toString(),
            "frameio.oauth.client-id",
            FakeIms.CLIENT_ID,
            "frameio.oauth.client-secret",
            FakeIms.CLIENT_SECRET,
            "frameio.oauth.server-to-server",
            "true",
            "frameio.token-store",
            "jdbc",
            "frameio.token-store.jdbc.create-table",
            "true",
            KEYS,
            KEY,
            "test.database",
            "jdbc:h2:mem:install-" + System.nanoTime() + ";DB_CLOSE_DELAY=-1"));
    private WeldContainer container;

    @Singleton
    static class Database {

        @Produces
        DataSource shared() {
            JdbcDataSource database = new JdbcDataSource();
            database.setURL(System.getProperty("test.database"));
            return database;
        }
    }

    /** What the app has seen; without a proxy, since a proxy has fields of its own. */
    @Singleton
    static class Seen {

        final List<String> lines = new CopyOnWriteArrayList<>();

        void changed(@Observes InstallationChanged change) {
            lines.add("sync " + change.change());
        }

        void changedLater(@ObservesAsync InstallationChanged change) {
            lines.add("async " + change.change());
        }
    }

    @ApplicationScoped
    static class Handlers {

        @Inject
        InstallSettings injected;

        @Inject
        Seen seen;

        @Inject
        Installations installations;

        void ready(@Observes @Webhook("file.ready") WebhookEvent event, InstallSettings settings) {
            seen.lines.add("ready " + settings.text("bucket") + " " + settings.text("key"));
        }

        void later(@ObservesAsync @Webhook("file.ready") WebhookEvent event, InstallSettings settings) {
            seen.lines.add("later " + settings.text("bucket"));
        }

        Message ask(@Observes @Action(value = "ask", name = "Ask", description = "Asks") ActionEvent event) {
            return Message.of("Names", injected.names().stream().sorted().toList() + " " + injected.isChecked("fast"));
        }
    }

    @ApplicationScoped
    static class Fields {

        @Produces
        @ApplicationScoped
        InstallFields fields() {
            return InstallFields.none()
                    .required(TextField.of("bucket", "Bucket"))
                    .optional(SelectField.of("region", "Region").option("Europe", "eu"))
                    .optional(CheckboxField.of("fast", "Fast"))
                    .password("key", "Key");
        }
    }

    @BeforeEach
    void configure() {
        properties.forEach(System::setProperty);
    }

    @AfterEach
    void stop() {
        close();
        fakes.close();
        properties.keySet().forEach(System::clearProperty);
    }

    private void close() {
        if (container != null) {
            container.close();
            container = null;
        }
    }

    private void set(String key, String value) {
        properties.put(key, value);
        System.setProperty(key, value);
    }

    private void start(Class<?>... more) {
        container = new Weld()
                .addBeanClasses(Database.class, Seen.class, Handlers.class, Fields.class)
                .addBeanClasses(more)
                .initialize();
    }

    private void startInstalling() {
        set(WORKSPACES, account + "/" + workspace);
        start();
    }

    private Installations installations() {
        return container.select(Installations.class).get();
    }

    private List<String> seen() {
        return container.select(Seen.class).get().lines;
    }

    private FrameioClient client() {
        return container.select(FrameioClient.class).get();
    }

    private static void await(BooleanSupplier condition) {
        Instant deadline = Instant.now().plusSeconds(20);
        while (!condition.getAsBoolean()) {
            assertTrue(Instant.now().isBefore(deadline), "in time");
            try {
                Thread.sleep(20);
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
        }
    }

    private boolean isInstalled() {
        return installations()
                .find(account, workspace)
                .filter(it -> it.registrations().size() == 2
                        && it.registrations().stream().allMatch(one -> one.state() == Registration.State.ACTIVE))
                .isPresent();
    }

    private String deliver(io.github.frameiokit.FrameioEvent event) {
        return new String(
                new InProcessDelivery(container.select(Object.class))
                        .deliver(event, BASE, BASE.resolve("frameio"), Map.of())
                        .getValue(),
                StandardCharsets.UTF_8);
    }

    @Test
    void registersItsHandlersWhenItStarts() {
        startInstalling();
        await(this::isInstalled);
        Installation installation = installations().list().get(0);
        assertEquals(workspace, installation.workspaceId());
        assertEquals(
                List.of("app.example.com", "Ask"),
                installation.registrations().stream().map(Registration::name).toList());
        assertEquals(List.of("file.ready"), installation.registrations().get(0).types());
        assertEquals(
                installation.registrations().get(1).address().toString(),
                fakes.world().all(World.Kind.ACTION).get(0).getString("url"));
        await(() -> seen().containsAll(List.of("sync INSTALLED", "async INSTALLED")));
    }

    @Test
    void doesNothingWhenItStartsAgain() {
        startInstalling();
        await(this::isInstalled);
        close();
        int before = fakes.frameio().requests().size();
        start();
        await(() -> fakes.frameio().requests("customActions.index").size() == 3);
        container.close();
        container = null;
        assertEquals(2, fakes.frameio().requests().size() - before);
    }

    @Test
    void observesEachRequestOnlyIfItInstallsItself() {
        startInstalling();
        assertEquals(1, requestObservers());
        close();
        properties.remove(WORKSPACES);
        System.clearProperty(WORKSPACES);
        start();
        assertEquals(0, requestObservers());
    }

    private int requestObservers() {
        return container
                .getBeanManager()
                .resolveObserverMethods(new Object(), Initialized.Literal.REQUEST)
                .size();
    }

    @Test
    void aDryRunChangesNothing() {
        set("frameio.install.dry-run", "true");
        startInstalling();
        await(() -> !fakes.frameio().requests("customActions.index").isEmpty());
        close();
        assertEquals(List.of(), fakes.world().all(World.Kind.ACTION));
        assertEquals(2, fakes.frameio().requests().size());
    }

    @Test
    void aFailureDoesntStopItAndIsTriedAgain() {
        fakes.frameio().answer("webhooks.index", Scripted.error(403));
        startInstalling();
        StartupInstallation startup =
                container.select(StartupInstallation.class).get();
        await(() -> !startup.problems().isEmpty());
        await(this::isInstalled);
        assertTrue(fakes.frameio().requests("webhooks.index").size() > 1);
        await(() -> startup.problems().isEmpty());
    }

    @Test
    void theLogSaysWhatItLeavesAloneWhenItStartsAgain() {
        startInstalling();
        await(this::isInstalled);
        client().customActions()
                .update(
                        account,
                        fakes.world().all(World.Kind.ACTION).get(0).getString("id"),
                        new CustomActionUpdate().active(false));
        close();
        try (CapturedLog log = CapturedLog.of(StartupInstallation.class)) {
            start();
            await(() -> log.lines().size() == 2);
            assertEquals(
                    List.of(
                            "INFO The app is installed in " + account + "/" + workspace + "; nothing was changed.",
                            "INFO The custom action \"Ask\" (ask) in " + account + "/" + workspace
                                    + " was left alone. Somebody switched it off in Frame.io, and it stays off."),
                    log.lines());
        }
    }

    @Test
    void theLogSaysWhatToCheckIfFrameioRefusesTheWorkspace() {
        fakes.frameio().answer("webhooks.index", Scripted.error(404));
        try (CapturedLog log = CapturedLog.of(StartupInstallation.class)) {
            startInstalling();
            await(() -> !log.lines().isEmpty());
            assertTrue(
                    log.lines()
                            .get(0)
                            .endsWith(
                                    "; check the ids in frameio.install.workspaces, and that the user of the app's access"
                                            + " token may manage webhooks and custom actions there."),
                    () -> log.lines().toString());
        }
    }

    @Test
    void aNodeWithAnOldListOfKeysSaysSoAndLeavesWhatANewerOneHasInstalled() {
        set(KEYS, NEWER_KEY + "," + KEY);
        startInstalling();
        await(this::isInstalled);
        close();
        List<JsonObject> before = registered();
        set(KEYS, KEY);
        try (CapturedLog log = CapturedLog.of(StartupInstallation.class)) {
            start();
            StartupInstallation startup =
                    container.select(StartupInstallation.class).get();
            await(() -> !startup.problems().isEmpty());
            close();
            List<String> lines = log.lines();
            assertEquals(1, lines.size(), lines::toString);
            assertTrue(
                    lines.get(0).contains(workspace + " is left as it is. ")
                            && lines.get(0).contains(KEYS),
                    lines::toString);
        }
        assertEquals(before, registered());
    }

    private List<JsonObject> registered() {
        return Stream.of(World.Kind.WEBHOOK, World.Kind.ACTION)
                .flatMap(kind -> fakes.world().all(kind).stream())
                .toList();
    }

    /** A handler for a family that Frame.io doesn't document. */
    @ApplicationScoped
    static class Reviews {

        void review(@Observes @Webhook("review.*") WebhookEvent event) {}
    }

    @Test
    void theLogNamesOnceWhatCantBeRegistered() {
        start(Reviews.class);
        try (CapturedLog log = CapturedLog.of(DefaultInstallations.class)) {
            installations().plan(account, workspace);
            installations().install(account, workspace);
            List<String> lines = log.lines();
            assertEquals(1, lines.size(), lines::toString);
            assertTrue(lines.get(0).contains("review.*"), lines::toString);
        }
    }

    @Test
    void installsAndUninstallsInCode() {
        start();
        assertFalse(installations().plan(account, workspace).isEmpty());
        assertTrue(installations().install(account, workspace).isComplete());
        assertTrue(installations().plan(account, workspace).isEmpty());
        assertTrue(installations().uninstall(account, workspace).isComplete());
        assertEquals(List.of(), installations().list());
        assertEquals(Optional.empty(), installations().find(account, workspace));
        await(() -> seen().contains("async REMOVED"));
    }

    @Test
    void handlersGetTheSettingsOfTheEventsWorkspace() {
        start();
        Map<String, String> entered = Map.of("bucket", " mine ", "fast", "on", "key", "secret", "unknown", "x");
        assertEquals(Map.of(), installations().saveSettings(client(), account, workspace, entered));
        deliver(FrameioEvents.webhook("file.ready")
                .account(account)
                .workspace(workspace)
                .event());
        await(() -> seen().contains("later mine"));
        assertTrue(seen().contains("ready mine secret"), seen().toString());
        assertTrue(deliver(FrameioEvents.action("ask")
                        .account(account)
                        .workspace(workspace)
                        .event())
                .contains("[bucket, fast, key] true"));
        assertTrue(deliver(FrameioEvents.action("ask")
                        .account(account)
                        .workspace("other")
                        .event())
                .contains("[] false"));
    }

    @Test
    void anEmptyPasswordKeepsItsValue() {
        start();
        installations().saveSettings(client(), account, workspace, Map.of("bucket", "one", "key", "secret"));
        assertEquals(
                Map.of(),
                installations().saveSettings(client(), account, workspace, Map.of("bucket", "two", "key", "")));
        InstallSettings settings = installations().settings(account, workspace);
        assertEquals("two", settings.text("bucket"));
        assertEquals("secret", settings.text("key"));
        assertFalse(settings.toString().contains("secret"));
    }

    @Test
    void wrongValuesArentSaved() {
        start();
        assertEquals(
                Map.of(
                        "bucket", "Please fill this in.",
                        "region", "Please choose one of the options.",
                        "key", "This is too long."),
                installations()
                        .saveSettings(client(), account, workspace, Map.of("region", "moon", "key", "k".repeat(5000))));
        assertEquals(
                java.util.Set.of(), installations().settings(account, workspace).names());
    }

    @Test
    void somebodyWithoutTheRightSavesNothing() {
        start();
        fakes.world().forbid(workspace, FakeIms.SERVICE_ACCOUNT);
        assertThrows(
                FrameioApiException.Forbidden.class,
                () -> installations()
                        .saveSettings(client(), account, workspace, Map.of("bucket", "theirs", "key", "theirs")));
        assertEquals(
                java.util.Set.of(), installations().settings(account, workspace).names());
    }

    @Test
    void settingsAreSealedAtRest() throws Exception {
        start();
        installations().saveSettings(client(), account, workspace, Map.of("bucket", "plain-text", "key", "secret"));
        JdbcDataSource database = new JdbcDataSource();
        database.setURL(System.getProperty("test.database"));
        try (var connection = database.getConnection();
                var found = connection.createStatement().executeQuery("SELECT * FROM frameio_tokens")) {
            while (found.next()) {
                for (int i = 1; i <= found.getMetaData().getColumnCount(); i++) {
                    assertFalse(String.valueOf(found.getString(i)).contains("plain-text"));
                }
            }
        }
    }

    @Test
    void injectedSettingsNeedAHandler() {
        start();
        InstallSettings injected = container.select(InstallSettings.class).get();
        IllegalStateException e = assertThrows(IllegalStateException.class, () -> injected.text("bucket"));
        assertTrue(e.getMessage().contains("only while a handler runs"), e.getMessage());
    }

    @Test
    void stopsWhileItWaitsToTryAgain() {
        for (int i = 0; i < 20; i++) {
            fakes.frameio().answer("webhooks.index", Scripted.error(403));
        }
        startInstalling();
        await(() -> !fakes.frameio().requests("webhooks.index").isEmpty());
        Instant before = Instant.now();
        close();
        assertTrue(Duration.between(before, Instant.now()).toSeconds() < 4);
    }
}
