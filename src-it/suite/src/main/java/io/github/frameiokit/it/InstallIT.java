package io.github.frameiokit.it;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.frameiokit.it.app.InstallationsResource;
import io.github.frameiokit.it.app.InstalledHandlers;
import io.github.frameiokit.it.app.TestApplication;
import io.github.frameiokit.it.support.Delivery;
import io.github.frameiokit.it.support.InstalledApp;
import io.github.frameiokit.it.support.Journal;
import io.github.frameiokit.it.support.Wars;
import io.github.frameiokit.testkit.Interaction;
import io.github.frameiokit.testkit.World;
import java.net.URL;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.arquillian.test.api.ArquillianResource;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** An app with two credentials and an address, and without any signing secret, registers itself and gets events. */
@ExtendWith(ArquillianExtension.class)
@Tag("kit")
public class InstallIT {

    private static final String REGISTERED = "The custom action \"Where\" (where) in ";
    private static final InstalledApp APP = new InstalledApp();

    @ArquillianResource
    private URL base;

    @Deployment(testable = false)
    public static WebArchive app() {
        return Wars.withConfig(
                "install",
                APP.config() + "frameio.development=true\n",
                TestApplication.class,
                InstalledHandlers.class,
                InstallationsResource.class);
    }

    /**
     * Any request lets the installation begin on servers whose names come with the first one. Not a method before each
     * test: Quarkus' Arquillian adapter also calls those of another copy of this class, which has another world.
     */
    private void start() {
        APP.address().leadTo(base);
        String log = new Journal(base).logWith(REGISTERED); // the last of an installation
        assertTrue(log.contains(REGISTERED), log);
        APP.watchSecrets();
    }

    @Test
    public void anEventArrivesWithoutAConfiguredSecret() {
        start();
        String file = APP.upload(APP.first());
        assertEquals(
                Set.of("created", "later"), Set.copyOf(new Journal(base).about(file, entries -> entries.size() == 2)));
        Interaction answer = APP.run(action(APP.first()), file);
        assertEquals(200, answer.status());
        assertEquals("Bucket", answer.answer().orElseThrow().getString("title"));
    }

    private static String action(InstalledApp.Workspace workspace) {
        return APP.registered(World.Kind.ACTION, workspace).get(0).getString("id");
    }

    @Test
    public void tenantsHaveRegistrationsSecretsAndSettingsOfTheirOwn() {
        start();
        InstalledApp.Workspace one = APP.another();
        InstalledApp.Workspace other = APP.another();
        assertEquals("true CREATE CREATE", APP.ask(base, "install", one, ""));
        assertEquals("true CREATE CREATE", APP.ask(base, "install", other, ""));
        assertEquals("{}", APP.ask(base, "save", one, "&bucket=-one&key=-k1"));
        assertEquals("{}", APP.ask(base, "save", other, "&bucket=-other&key=-k2"));
        assertEquals(4, addresses(one, other).size());
        String ofOne = APP.upload(one);
        String ofOther = APP.upload(other);
        Journal journal = new Journal(base);
        assertEquals(
                Set.of("created-one-k1", "later-one"),
                Set.copyOf(journal.about(ofOne, entries -> entries.size() == 2)));
        assertEquals(
                Set.of("created-other-k2", "later-other"),
                Set.copyOf(journal.about(ofOther, entries -> entries.size() == 2)));
        assertEquals("-one", APP.run(action(one), ofOne).answer().orElseThrow().getString("description"));
        assertEquals("true REMOVE REMOVE", APP.ask(base, "uninstall", one, ""));
        assertEquals(List.of(), APP.registered(World.Kind.WEBHOOK, one));
        assertEquals(List.of(), APP.registered(World.Kind.ACTION, one));
        assertEquals(List.of(), journal.about(APP.uploadUnheard(one)));
        APP.upload(other);
        assertEquals(
                Set.of("INSTALLED", "CHANGED", "REMOVED", "later INSTALLED", "later CHANGED", "later REMOVED"),
                Set.copyOf(journal.about(one.id(), entries -> entries.size() == 6)));
        APP.watchSecrets();
    }

    private static Set<String> addresses(InstalledApp.Workspace... workspaces) {
        return Stream.of(workspaces)
                .flatMap(it -> Stream.concat(
                        APP.registered(World.Kind.WEBHOOK, it).stream(),
                        APP.registered(World.Kind.ACTION, it).stream()))
                .map(it -> it.getString("url"))
                .collect(Collectors.toSet());
    }

    @Test
    public void whatSomebodyDeletesIsRepaired() {
        start();
        InstalledApp.Workspace workspace = APP.another();
        APP.ask(base, "install", workspace, "");
        assertEquals("UNCHANGED UNCHANGED", APP.ask(base, "plan", workspace, ""));
        APP.delete(APP.registered(World.Kind.WEBHOOK, workspace).get(0));
        assertEquals("true REPAIR UNCHANGED", APP.ask(base, "install", workspace, ""));
        APP.upload(workspace);
    }

    @Test
    public void anAddressThatNothingHasIsRejected() {
        start();
        String id = UUID.randomUUID().toString();
        for (String path : List.of("frameio/i/" + id, "frameio/i/" + "A".repeat(34))) {
            assertEquals(
                    401,
                    Delivery.webhook(base, "file.created", id).at(path).send().statusCode());
        }
        assertEquals(List.of(), new Journal(base).about(id));
    }

    @Test
    public void theAddressOfAllOthersStillNeedsAConfiguredSecret() {
        start();
        String id = UUID.randomUUID().toString();
        assertEquals(401, Delivery.webhook(base, "file.created", id).send().statusCode());
    }

    @Test
    public void eachThingIsRegisteredOnce() {
        start();
        APP.awaitRegistered(APP.first(), 1);
    }
}
