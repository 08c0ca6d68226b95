package io.github.frameiokit.it;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.frameiokit.it.app.NotingHandlers;
import io.github.frameiokit.it.app.TestApplication;
import io.github.frameiokit.it.support.Delivery;
import io.github.frameiokit.it.support.Journal;
import io.github.frameiokit.it.support.Needs;
import io.github.frameiokit.it.support.Trait;
import io.github.frameiokit.it.support.Wars;
import java.net.URL;
import java.util.List;
import java.util.UUID;
import org.jboss.arquillian.container.test.api.Deployer;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.container.test.api.OperateOnDeployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.arquillian.test.api.ArquillianResource;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Two apps with the kit on one server share nothing. */
@Needs(Trait.SHARES_ITS_JVM)
@ExtendWith(ArquillianExtension.class)
public class SideBySideIT {

    private static final String ONE = "side-one";
    private static final String OTHER = "side-other";
    private static final String UNUSED = "side-unused";
    private static final String GONE = "side-gone";

    private final String id = UUID.randomUUID().toString();

    @ArquillianResource
    private Deployer deployer;

    @ArquillianResource
    @OperateOnDeployment(ONE)
    private URL one;

    @ArquillianResource
    @OperateOnDeployment(OTHER)
    private URL other;

    @Deployment(name = ONE, testable = false)
    public static WebArchive one() {
        return war(ONE, "the-secret-of-one");
    }

    @Deployment(name = OTHER, testable = false)
    public static WebArchive other() {
        return war(OTHER, "the-secret-of-other");
    }

    @Deployment(name = UNUSED, testable = false)
    public static WebArchive unused() {
        return war(UNUSED, "the-secret-of-unused");
    }

    @Deployment(name = GONE, managed = false, testable = false)
    public static WebArchive gone() {
        return war(GONE, "the-secret-of-gone");
    }

    private static WebArchive war(String name, String secret) {
        return Wars.withConfig(
                name,
                "frameio.webhook.secret=" + secret + "\nframeio.action.secret=" + secret + "\n",
                TestApplication.class,
                NotingHandlers.class);
    }

    @Test
    public void eachTakesItsOwnSecretOnly() {
        assertEquals(200, send(one, "the-secret-of-one"));
        assertEquals(401, send(one, "the-secret-of-other"));
        assertEquals(200, send(other, "the-secret-of-other"));
        assertEquals(401, send(other, "the-secret-of-one"));
    }

    @Test
    public void anEventReachesTheHandlersOfItsAppOnly() {
        send(one, "the-secret-of-one");
        assertTrue(new Journal(one).about(id, entries -> entries.size() == 2).contains("later"));
        assertEquals(List.of(), new Journal(other).about(id));
    }

    @Test
    public void aWebhookThatOneAppHasHandledIsNewToTheOther() {
        send(one, "the-secret-of-one");
        send(other, "the-secret-of-other");
        assertEquals(
                2, new Journal(other).about(id, entries -> entries.size() == 2).size());
    }

    @Test
    public void anAppGetsItsFirstRequestAfterAnotherWasUndeployed(
            @ArquillianResource @OperateOnDeployment(UNUSED) URL unused) {
        deployer.deploy(GONE);
        assertEquals(200, send(Wars.beside(one, GONE), "the-secret-of-gone"));
        deployer.undeploy(GONE);
        assertEquals(200, send(unused, "the-secret-of-unused"));
        assertEquals(
                2, new Journal(unused).about(id, entries -> entries.size() == 2).size());
    }

    private int send(URL app, String secret) {
        return Delivery.webhook(app, "file.ready", id).secret(secret).send().statusCode();
    }
}
