package io.github.frameiokit.internal.install;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.frameiokit.client.FrameioApiException;
import io.github.frameiokit.client.FrameioClient;
import io.github.frameiokit.client.request.CustomActionUpdate;
import io.github.frameiokit.install.InstallationChanged;
import io.github.frameiokit.install.InstallationException;
import io.github.frameiokit.install.InstallationResult;
import io.github.frameiokit.install.PlannedChange.Change;
import io.github.frameiokit.internal.Settings.Workspace;
import io.github.frameiokit.testkit.FakeIms;
import io.github.frameiokit.testkit.Scripted;
import jakarta.json.JsonObject;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What an installation does at Frame.io and in the store. */
class InstallerTest extends InstallScenario {

    @Test
    void registersTheWebhookAndEachAction() {
        InstallationResult result = install(WEBHOOK, EXPORT, IMPORT);
        assertTrue(result.isComplete());
        assertEquals(List.of(Change.CREATE, Change.CREATE, Change.CREATE), changes(result.plan()));
        assertInstalled(WEBHOOK, EXPORT, IMPORT);
        assertEquals(
                List.of("comment.created", "file.created"),
                webhooks().get(0).getJsonArray("events").getValuesAs(jakarta.json.JsonString::getString));
        assertEquals("Does export", actions().get(0).getString("description"));
        assertEvents(InstallationChanged.Change.INSTALLED);
    }

    private void assertEvents(InstallationChanged.Change... changes) {
        assertEquals(
                List.of(changes),
                events.stream().map(InstallationChanged::change).toList());
    }

    @Test
    void doesNothingTheSecondTime() {
        install(WEBHOOK, EXPORT);
        int calls = fakes.frameio().requests().size();
        InstallationResult again = install(WEBHOOK, EXPORT);
        assertTrue(again.plan().isEmpty());
        assertEquals(2, fakes.frameio().requests().size() - calls);
        assertEvents(InstallationChanged.Change.INSTALLED);
    }

    @Test
    void eachRegistrationHasAnAddressAndASecretOfItsOwn() {
        install(WEBHOOK, EXPORT, IMPORT);
        assertInstalled(WEBHOOK, EXPORT, IMPORT);
        assertEquals(3, accepted.stream().distinct().count());
    }

    @Test
    void changesWhatTheAppHasChangedAndKeepsTheSecret() {
        install(WEBHOOK, EXPORT);
        Manifest.Item renamed =
                new Manifest.Item(EXPORT.kind(), EXPORT.key(), "Another name", "Another", EXPORT.types());
        InstallationResult result = install(WEBHOOK, renamed, IMPORT);
        assertEquals(List.of(Change.UNCHANGED, Change.UPDATE, Change.CREATE), changes(result.plan()));
        assertInstalled(WEBHOOK, renamed, IMPORT);
        assertEquals("Another name", actions().get(0).getString("name"));
        assertEvents(InstallationChanged.Change.INSTALLED, InstallationChanged.Change.CHANGED);
    }

    @Test
    void registersAnewWhatSomebodyHasDeleted() {
        install(WEBHOOK, EXPORT);
        String lost = actions().get(0).getString("url");
        client.customActions().delete(workspace.accountId(), actions().get(0).getString("id"));
        assertEquals(
                List.of(Change.UNCHANGED, Change.REPAIR),
                changes(install(WEBHOOK, EXPORT).plan()));
        assertNotEquals(lost, actions().get(0).getString("url"));
        assertInstalled(WEBHOOK, EXPORT);
    }

    @Test
    void leavesWhatSomebodyHasSwitchedOff() {
        install(EXPORT);
        client.customActions()
                .update(
                        workspace.accountId(),
                        actions().get(0).getString("id"),
                        new CustomActionUpdate().active(false));
        assertEquals(List.of(Change.LEAVE), changes(install(EXPORT).plan()));
        assertFalse(actions().get(0).getBoolean("active"));
    }

    @Test
    void leavesWhatOthersHaveRegistered() {
        fakes.world().addAction("other", "Other", "https://other.example.com/frameio/i/x", "other-secret-1");
        install(EXPORT);
        installer().uninstall(client, workspace);
        assertEquals(
                List.of("other"),
                actions().stream().map(it -> it.getString("event")).toList());
    }

    @Test
    void movesWithTheApp() {
        install(WEBHOOK, EXPORT);
        String before = actions().get(0).getString("url");
        Installer moved = new Installer(
                store,
                addresses(java.net.URI.create("https://new.example.com/app"), store),
                manifest(WEBHOOK, EXPORT),
                Optional.empty(),
                TEXTS,
                clock,
                threads,
                events::add);
        assertTrue(moved.install(client, workspace, true).isComplete());
        assertEquals(
                before.replace(base().toString(), "https://new.example.com/app"),
                actions().get(0).getString("url"));
    }

    @Test
    void aLostAnswerToACreationIsRepaired() {
        fakes.frameio().answer("customActions.create", Scripted.LOST_ANSWER);
        InstallationResult result = install(WEBHOOK, EXPORT);
        assertFalse(result.isComplete());
        assertEquals(Optional.empty(), result.outcomes().get(0).problem());
        assertEquals(
                Optional.of("Frame.io didn't answer. Please try again in a minute."),
                result.outcomes().get(1).problem());
        assertEquals(1, actions().size());
        assertEquals(
                List.of(Change.UNCHANGED, Change.REPAIR),
                changes(install(WEBHOOK, EXPORT).plan()));
        assertInstalled(WEBHOOK, EXPORT);
    }

    @Test
    void aFailureOfOneIsReportedAndTheRestIsDone() {
        fakes.frameio().answer("webhooks.create", Scripted.error(422));
        InstallationResult result = install(WEBHOOK, EXPORT);
        assertEquals(
                Optional.of("Frame.io refused it with the status 422."),
                result.outcomes().get(0).problem());
        assertEquals(Optional.empty(), result.outcomes().get(1).problem());
        assertEquals(
                List.of(Change.CREATE, Change.UNCHANGED),
                changes(install(WEBHOOK, EXPORT).plan()));
        assertInstalled(WEBHOOK, EXPORT);
    }

    @Test
    void anInstallationOfWhichNothingSucceedsIsForgotten() {
        fakes.frameio().answer("customActions.create", Scripted.error(403));
        assertEquals(
                Optional.of("Frame.io doesn't allow it with these rights."),
                install(EXPORT).outcomes().get(0).problem());
        assertEquals(List.of(), new Registrations(store).all());
        assertEquals(
                Optional.empty(), new Registrations(store).record(workspace).value());
        assertEvents();
    }

    @Test
    void waitsForFrameiosLimits() {
        fakes.frameio().answer("customActions.create", Scripted.error(429), Scripted.error(429));
        assertTrue(install(EXPORT).isComplete());
        assertInstalled(EXPORT);
    }

    @Test
    void somebodyWithoutTheRightChangesNothing() {
        fakes.world().forbid(workspace.workspaceId(), FakeIms.SERVICE_ACCOUNT);
        assertThrows(FrameioApiException.Forbidden.class, () -> install(EXPORT));
        assertThrows(
                FrameioApiException.Forbidden.class, () -> installer(EXPORT).uninstall(client, workspace));
        assertEquals(List.of(), actions());
        assertEquals(0, store.count("install"));
        assertEquals(0, store.count("install-lease"));
    }

    @Test
    void removesWhatNoHandlerNeedsAndAcceptsItsLastEvents() {
        install(WEBHOOK, EXPORT);
        String id = addresses().idIn(actions().get(0).getString("url")).orElseThrow();
        assertEquals(
                List.of(Change.UNCHANGED, Change.REMOVE),
                changes(install(WEBHOOK).plan()));
        assertInstalled(WEBHOOK);
        assertTrue(new Registrations(store).held(id).value().isPresent());
        clock.pass(Changes.GRACE.plusSeconds(1));
        assertFalse(new Registrations(store).held(id).value().isPresent());
    }

    @Test
    void uninstallsWhatItHasInstalledAndForgetsTheWorkspace() {
        install(WEBHOOK, EXPORT);
        new Registrations(store).changeSettings(workspace, known -> java.util.Map.of("bucket", "b"));
        InstallationResult result = installer(WEBHOOK, EXPORT).uninstall(client, workspace);
        assertTrue(result.isComplete());
        assertEquals(List.of(Change.REMOVE, Change.REMOVE), changes(result.plan()));
        assertEquals(List.of(), webhooks());
        assertEquals(List.of(), actions());
        assertEquals(List.of(), new Registrations(store).all());
        assertEquals(Optional.empty(), new Registrations(store).settings(workspace));
        clock.pass(Changes.GRACE.plusSeconds(1));
        assertEquals(0, store.count("install") + store.count("install-id") + store.count("install-lease"));
        assertEvents(InstallationChanged.Change.INSTALLED, InstallationChanged.Change.REMOVED);
    }

    @Test
    void anUninstallationThatFailedHalfwayIsFinishedByTheNext() {
        install(WEBHOOK, EXPORT);
        fakes.frameio().answer("customActions.delete", Scripted.error(500));
        assertFalse(installer().uninstall(client, workspace).isComplete());
        assertEquals(List.of(), webhooks());
        assertEquals(1, new Registrations(store).all().size());
        assertTrue(installer().uninstall(client, workspace).isComplete());
        assertEquals(List.of(), actions());
        assertEquals(List.of(), new Registrations(store).all());
    }

    @Test
    void aLostStoreIsRepairedByRegisteringAnew() {
        install(WEBHOOK, EXPORT);
        store = new PlainStore(clock::now);
        assertTrue(install(WEBHOOK, EXPORT).isComplete());
        assertInstalled(WEBHOOK, EXPORT);
    }

    @ParameterizedTest
    @ValueSource(strings = {"install", "install-id"})
    void whatIsSealedWithAnUnknownKeyIsLeftAsItIs(String kind) {
        install(WEBHOOK, EXPORT);
        List<JsonObject> before =
                Stream.concat(webhooks().stream(), actions().stream()).toList();
        store.lock(kind);
        String problem = assertThrows(
                        UnknownKeyException.class, () -> installer(WEBHOOK).plan(client, workspace, true))
                .getMessage();
        assertTrue(problem.contains("frameio.encryption.key"), problem);
        assertThrows(UnknownKeyException.class, () -> install(WEBHOOK));
        assertThrows(UnknownKeyException.class, () -> installer().uninstall(client, workspace));
        assertEquals(
                before, Stream.concat(webhooks().stream(), actions().stream()).toList());
        store.lock("");
        assertInstalled(WEBHOOK, EXPORT);
        assertEquals(List.of(workspace), new Registrations(store).all());
    }

    @Test
    void anIndexThatIsSealedWithAnUnknownKeyIsLeftAsItIs() {
        Registrations registrations = new Registrations(store);
        registrations.addToIndex(workspace);
        store.lock("install-index");
        assertThrows(UnknownKeyException.class, () -> install(EXPORT));
        store.lock("");
        assertEquals(List.of(workspace), registrations.all());
        assertEquals(List.of(), actions());
    }

    @Test
    void settingsThatAreSealedWithAnUnknownKeyAreLeftAsTheyAre() {
        Registrations registrations = new Registrations(store);
        registrations.changeSettings(workspace, known -> Map.of("key", "secret"));
        store.lock("install-settings");
        assertThrows(UnknownKeyException.class, () -> registrations.changeSettings(workspace, known -> Map.of()));
        store.lock("");
        assertEquals(Optional.of(Map.of("key", "secret")), registrations.settings(workspace));
    }

    @Test
    void anOlderVersionUndoesNothing() {
        Manifest.Item newer = new Manifest.Item(EXPORT.kind(), EXPORT.key(), "Newer", "Newer", EXPORT.types());
        installer(Optional.of("1.10"), WEBHOOK, newer, IMPORT).install(client, workspace, true);
        InstallationResult older =
                installer(Optional.of("1.9"), WEBHOOK, EXPORT, action("old")).install(client, workspace, true);
        assertTrue(older.plan().isEmpty());
        assertInstalled(WEBHOOK, newer, IMPORT);
        assertEquals(
                Optional.of("1.10"),
                new Registrations(store).record(workspace).value().orElseThrow().version());
    }

    @Test
    void aNodeThatComesWhileAnotherInstallsIsTurnedAway() {
        try (Lease lease = Lease.take(store, workspace, threads)) {
            lease.check();
            assertThrows(InstallationException.class, () -> install(EXPORT));
        }
        assertTrue(install(EXPORT).isComplete());
    }

    @Test
    void aNodeThatHasLostItsLeaseStops() {
        try (Lease lease = Lease.take(store, workspace, threads)) {
            clock.pass(Lease.LIFETIME.plusSeconds(1));
            try (Lease other = Lease.take(store, workspace, threads)) {
                other.check();
                assertThrows(InstallationException.class, lease::check);
            }
        }
    }

    @Test
    void aNodeThatWasBelievedDeadDeletesWhatItCreates() {
        AtomicBoolean first = new AtomicBoolean(true);
        FrameioClient slow = (FrameioClient) Proxy.newProxyInstance(
                FrameioClient.class.getClassLoader(),
                new Class<?>[] {FrameioClient.class},
                (proxy, method, arguments) -> {
                    if (method.getName().equals("webhooks") && !first.get()) {
                        clock.pass(Lease.LIFETIME.plusSeconds(1)); // the creation takes so long
                        first.set(true);
                        assertTrue(install(WEBHOOK, EXPORT).isComplete());
                    } else if (method.getName().equals("webhooks")) {
                        first.set(false);
                    }
                    return method.invoke(client, arguments);
                });
        assertThrows(
                InstallationException.class, () -> installer(WEBHOOK, EXPORT).install(slow, workspace, true));
        assertInstalled(WEBHOOK, EXPORT);
    }

    @Test
    void twoNodesAtOnceRegisterEachThingOnce() throws Exception {
        fakes.frameio().slow(Duration.ofMillis(20));
        Callable<Boolean> node = () -> {
            for (int i = 0; i < 100; i++) {
                try {
                    return install(WEBHOOK, EXPORT, IMPORT).isComplete();
                } catch (InstallationException e) {
                    Thread.sleep(50);
                }
            }
            return false;
        };
        for (Future<Boolean> done : threads.invokeAll(List.of(node, node, node))) {
            assertTrue(done.get());
        }
        fakes.frameio().slow(Duration.ZERO);
        assertInstalled(WEBHOOK, EXPORT, IMPORT);
        assertEvents(InstallationChanged.Change.INSTALLED);
    }

    @Test
    void aStoreThatFailsWhenASecretIsToBeStoredIsReportedAndRepaired() {
        store.failNext("install-id");
        InstallationResult result = install(WEBHOOK, EXPORT);
        assertEquals(
                Optional.of("The app's store doesn't respond. Please try again in a minute."),
                result.outcomes().get(0).problem());
        assertEquals(
                List.of(Change.REPAIR, Change.UNCHANGED),
                changes(install(WEBHOOK, EXPORT).plan()));
        assertInstalled(WEBHOOK, EXPORT);
    }

    @Test
    void theIndexHasAllWorkspaces() {
        Registrations registrations = new Registrations(store);
        List<Workspace> all = new ArrayList<>();
        for (int i = 100; i < 300; i++) {
            all.add(new Workspace("a" + i % 3, "w" + i));
        }
        all.forEach(registrations::addToIndex);
        all.forEach(registrations::addToIndex);
        assertEquals(200, registrations.all().size());
        all.subList(0, 199).forEach(registrations::removeFromIndex);
        assertEquals(all.subList(199, 200), registrations.all());
    }

    @Test
    void anIdThatSomebodyMadeUpAsksNoStore() {
        SecretsById secrets = new SecretsById(Optional.of(addresses()), new Registrations(store));
        int before = store.finds();
        for (String id :
                List.of("", "x", "AAAAAAAAAAAAAAAAAAAAAAtag-00000000", "../../etc/passwd", "a".repeat(10_000))) {
            assertEquals(Optional.empty(), secrets.find(id));
        }
        assertEquals(before, store.finds());
    }

    @Test
    void aSecretIsReadOnceInSomeSeconds() {
        install(EXPORT);
        String id = addresses().idIn(actions().get(0).getString("url")).orElseThrow();
        SecretsById secrets = new SecretsById(Optional.of(addresses()), new Registrations(store));
        int before = store.finds();
        for (int i = 0; i < 10; i++) {
            assertTrue(secrets.find(id).isPresent());
        }
        assertEquals(1, store.finds() - before);
    }

    @Test
    void namesAndToStringsHaveNoSecret() {
        install(EXPORT);
        String id = addresses().idIn(actions().get(0).getString("url")).orElseThrow();
        Registrations.Held held = new Registrations(store).held(id).value().orElseThrow();
        assertFalse(held.toString().contains(held.secret()));
        assertFalse(new Remote.Created("id", Optional.of("secret")).toString().contains("secret"));
        assertFalse(
                new StoredSettings(java.util.Map.of("key", "value")).toString().contains("value"));
    }
}
