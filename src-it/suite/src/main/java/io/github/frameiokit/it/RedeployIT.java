package io.github.frameiokit.it;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.frameiokit.it.app.BareWork;
import io.github.frameiokit.it.app.ClientResource;
import io.github.frameiokit.it.app.Loaders;
import io.github.frameiokit.it.app.LoadersResource;
import io.github.frameiokit.it.app.NotingHandlers;
import io.github.frameiokit.it.app.TestApplication;
import io.github.frameiokit.it.app.WaitlessClock;
import io.github.frameiokit.it.support.ConsoleClient;
import io.github.frameiokit.it.support.Delivery;
import io.github.frameiokit.it.support.Http;
import io.github.frameiokit.it.support.Journal;
import io.github.frameiokit.it.support.Needs;
import io.github.frameiokit.it.support.Secrets;
import io.github.frameiokit.it.support.Trait;
import io.github.frameiokit.it.support.Wars;
import io.github.frameiokit.testkit.FakeFrameio;
import java.io.IOException;
import java.net.URL;
import java.util.UUID;
import org.jboss.arquillian.container.test.api.Deployer;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.container.test.api.OperateOnDeployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.arquillian.test.api.ArquillianResource;
import org.jboss.shrinkwrap.api.ShrinkWrap;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** An app with the kit leaves nothing behind when it is undeployed that a similar app without the kit doesn't leave. */
@Tag("long")
@Needs({Trait.SHARES_ITS_JVM, Trait.FREES_UNDEPLOYED_APPS})
@ExtendWith(ArquillianExtension.class)
public class RedeployIT {

    private static final String WATCH = "redeploy-watch";
    private static final String KIT = "redeploy-kit";
    private static final String BARE = "redeploy-bare";
    private static final int TIMES = 12;
    private static final int FEW = 3;

    private static final FakeFrameio FRAMEIO = FakeFrameio.start();

    @ArquillianResource
    private Deployer deployer;

    @ArquillianResource
    @OperateOnDeployment(WATCH)
    private URL watch;

    @Deployment(name = WATCH, testable = false)
    public static WebArchive watch() {
        return ShrinkWrap.create(WebArchive.class, WATCH + ".war")
                .addClasses(TestApplication.class, LoadersResource.class, Loaders.class);
    }

    @Deployment(name = KIT, managed = false, testable = false)
    public static WebArchive kit() {
        return Wars.withSecretsAnd(
                KIT,
                "frameio.development=true\nframeio.console=true\nframeio.token=" + Secrets.TOKEN + "\nframeio.api.url="
                        + FRAMEIO.url(),
                TestApplication.class,
                NotingHandlers.class,
                ClientResource.class,
                WaitlessClock.class,
                Loaders.class);
    }

    @Deployment(name = BARE, managed = false, testable = false)
    public static WebArchive bare() {
        return ShrinkWrap.create(WebArchive.class, BARE + ".war")
                .addClasses(TestApplication.class, BareWork.class, Loaders.class);
    }

    /**
     * Some servers keep a few undeployed apps for a while, always about as many, however often an app is redeployed. A
     * leak would keep all of them.
     */
    @Test
    public void noClassLoaderIsKept() {
        int bare = alive(BARE, () -> assertEquals("done", Http.get(Wars.under(Wars.beside(watch, BARE), "work"))));
        int kit = alive(KIT, this::work);
        String kept = "class loaders kept of " + TIMES + ": " + kit + ", without the kit " + bare;
        System.out.println(kept);
        assertTrue(bare + FEW < TIMES, "would not show a leak: " + kept);
        assertTrue(kit <= bare + FEW, kept);
    }

    @Test
    public void theConsoleKeepsItsKey() throws IOException {
        assertEquals(consoleKey(), consoleKey());
    }

    private String consoleKey() throws IOException {
        deployer.deploy(KIT);
        String key = ConsoleClient.open(Wars.beside(watch, KIT)).key();
        deployer.undeploy(KIT);
        return key;
    }

    private void work() {
        URL base = Wars.beside(watch, KIT);
        String id = UUID.randomUUID().toString();
        assertEquals(200, Http.status(Wars.under(base, "frameio/console"), "GET"));
        assertEquals(200, Delivery.webhook(base, "file.ready", id).send().statusCode());
        assertEquals(200, Delivery.action(base, "greeting", id).send().statusCode());
        assertEquals("some email", Http.get(Wars.under(base, "client/experimental")));
        assertEquals(
                2, new Journal(base).about(id, entries -> entries.size() == 2).size());
    }

    private int alive(String deployment, Runnable work) {
        URL loaders = Wars.under(watch, "loaders");
        Http.delete(loaders);
        for (int i = 0; i < TIMES; i++) {
            deployer.deploy(deployment);
            work.run();
            deployer.undeploy(deployment);
        }
        int alive = TIMES;
        for (int tries = 0; tries < 20 && alive > 0; tries++) {
            alive = Integer.parseInt(Http.get(loaders));
            Journal.pause();
        }
        return alive;
    }
}
