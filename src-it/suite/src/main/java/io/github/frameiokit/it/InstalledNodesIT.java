package io.github.frameiokit.it;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.frameiokit.it.app.InstallationsResource;
import io.github.frameiokit.it.app.InstalledHandlers;
import io.github.frameiokit.it.app.MoreInstalledHandlers;
import io.github.frameiokit.it.app.TestApplication;
import io.github.frameiokit.it.support.InstalledApp;
import io.github.frameiokit.it.support.Journal;
import io.github.frameiokit.it.support.Needs;
import io.github.frameiokit.it.support.Secrets;
import io.github.frameiokit.it.support.Trait;
import io.github.frameiokit.it.support.Wars;
import io.github.frameiokit.testkit.DynamoDbLocal;
import io.github.frameiokit.testkit.World;
import java.net.URL;
import java.util.List;
import java.util.stream.Stream;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.container.test.api.OperateOnDeployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.arquillian.test.api.ArquillianResource;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Two nodes that start at once, of which one has a newer version of the app with one handler more. */
@Tag("twice")
@Needs(Trait.DEPLOYS_SEVERAL_APPS)
@ExtendWith(ArquillianExtension.class)
public class InstalledNodesIT {

    private static final String OLDER = "installed-older";
    private static final String NEWER = "installed-newer";
    private static final InstalledApp APP = new InstalledApp();

    @ArquillianResource
    @OperateOnDeployment(OLDER)
    private URL older;

    @ArquillianResource
    @OperateOnDeployment(NEWER)
    private URL newer;

    @Deployment(name = OLDER, testable = false, order = 1)
    public static WebArchive older() {
        return war(OLDER, "1.9");
    }

    @Deployment(name = NEWER, testable = false, order = 2)
    public static WebArchive newer() {
        return war(NEWER, "1.10", MoreInstalledHandlers.class);
    }

    private static WebArchive war(String name, String version, Class<?>... more) {
        return Wars.withConfig(
                        name,
                        APP.config() + """
                                frameio.install.version=%s
                                frameio.install.prune=true
                                frameio.encryption.key=%s
                                frameio.token-store=dynamodb
                                frameio.token-store.dynamodb.endpoint=%s
                                frameio.token-store.dynamodb.region=eu-west-1
                                frameio.token-store.dynamodb.table=installed
                                frameio.token-store.dynamodb.create-table=true
                                """.formatted(version, Secrets.ENCRYPTION_KEY, DynamoDbLocal.endpoint()),
                        Stream.concat(
                                        Stream.of(
                                                TestApplication.class,
                                                InstalledHandlers.class,
                                                InstallationsResource.class),
                                        Stream.of(more))
                                .toArray(Class<?>[]::new))
                .addAsLibraries(Wars.awsSdk());
    }

    /** Any request lets the installation begin on servers whose names come with the first one. */
    private void start() {
        new Journal(older).log();
        new Journal(newer).log();
    }

    @Test
    public void theyRegisterEachThingOnceAndBothVerifyIt() {
        start();
        APP.address().leadTo(older, newer);
        APP.awaitRegistered(APP.first(), 2);
        for (int i = 0; i < 4; i++) {
            APP.upload(APP.first());
        }
        assertEquals("UNCHANGED UNCHANGED UNCHANGED", APP.ask(newer, "plan", APP.first(), ""));
        assertEquals("UNCHANGED UNCHANGED LEAVE", APP.ask(older, "plan", APP.first(), ""));
        assertEquals("true UNCHANGED UNCHANGED LEAVE", APP.ask(older, "install", APP.first(), ""));
        APP.watchSecrets();
    }

    @Test
    public void whatOneInstallsTheOtherUninstalls() {
        start();
        InstalledApp.Workspace workspace = APP.another();
        APP.address().leadTo(older);
        assertEquals("true CREATE CREATE CREATE", APP.ask(newer, "install", workspace, ""));
        APP.upload(workspace);
        assertEquals("true REMOVE REMOVE REMOVE", APP.ask(older, "uninstall", workspace, ""));
        assertEquals(List.of(), APP.registered(World.Kind.WEBHOOK, workspace));
        assertEquals(List.of(), APP.registered(World.Kind.ACTION, workspace));
        APP.watchSecrets();
    }
}
