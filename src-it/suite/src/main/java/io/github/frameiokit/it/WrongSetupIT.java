package io.github.frameiokit.it;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.github.frameiokit.it.app.BadHandlers;
import io.github.frameiokit.it.app.ForgetfulApplication;
import io.github.frameiokit.it.app.GoodHandlers;
import io.github.frameiokit.it.app.ListingApplication;
import io.github.frameiokit.it.app.TestApplication;
import io.github.frameiokit.it.support.Delivery;
import io.github.frameiokit.it.support.ServerLog;
import io.github.frameiokit.it.support.Wars;
import java.io.IOException;
import java.net.URL;
import java.util.List;
import org.jboss.arquillian.container.test.api.Deployer;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.container.test.api.OperateOnDeployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.arquillian.test.api.ArquillianResource;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** An app that could not work isn't deployed, and the log says why. */
@ExtendWith(ArquillianExtension.class)
public class WrongSetupIT {

    private static final String LISTED = "listed";

    @ArquillianResource
    private Deployer deployer;

    @Deployment(name = "bad", managed = false, testable = false)
    public static WebArchive bad() {
        return Wars.withSecrets("bad", TestApplication.class, BadHandlers.class);
    }

    @Deployment(name = "secretless", managed = false, testable = false)
    public static WebArchive secretless() {
        return Wars.withConfig(
                "secretless", "frameio.webhook.secret=${NOT_SET}", TestApplication.class, GoodHandlers.class);
    }

    @Deployment(name = "no-application", managed = false, testable = false)
    public static WebArchive noApplication() {
        return Wars.withSecrets("no-application", GoodHandlers.class);
    }

    @Deployment(name = "unlisted", managed = false, testable = false)
    public static WebArchive unlisted() {
        return Wars.withSecrets("unlisted", ForgetfulApplication.class, GoodHandlers.class);
    }

    @Deployment(name = LISTED, testable = false)
    public static WebArchive listed() {
        return Wars.withSecrets(LISTED, ListingApplication.class, GoodHandlers.class);
    }

    @Test
    public void allProblemsAreReportedTogether() throws IOException {
        List<String> report = refused("bad");
        for (String expected : List.of(
                "frameio-kit found 6 problems",
                "BadHandlers#privately handles an action but is private",
                "both handle the action \"twice\"",
                "BadHandlers#later returns an answer from @ObservesAsync",
                "BadHandlers#text returns String",
                "BadHandlers#malformed handles the webhook type \"file.\"",
                "BadHandlers#wrongClass has @Webhook on a parameter of another class")) {
            assertTrue(report.stream().anyMatch(line -> line.contains(expected)), expected);
        }
    }

    @Test
    public void missingSecretIsReportedWithItsProperty() throws IOException {
        assertTrue(refused("secretless").stream()
                .anyMatch(line -> line.contains("GoodHandlers#ready has no signing secret; set frameio.webhook.secret"
                        + " (as an environment variable: FRAMEIO_WEBHOOK_SECRET)")));
    }

    @Test
    public void missingApplicationIsReported() throws IOException {
        assumeApplicationsAreShown();
        assertTrue(refused("no-application").stream().anyMatch(line -> line.contains("has no JAX-RS Application")));
    }

    @Test
    public void applicationThatListsItsClassesWithoutTheKitsIsReported() throws IOException {
        assumeApplicationsAreShown();
        assertTrue(refused("unlisted").stream()
                .anyMatch(line -> line.contains("ForgetfulApplication lists its classes without the kit's")));
    }

    @Test
    public void applicationThatListsTheKitsClassesWorks(@ArquillianResource @OperateOnDeployment(LISTED) URL base) {
        assertEquals(200, Delivery.webhook(base, "file.ready", "id").send().statusCode());
    }

    private static void assumeApplicationsAreShown() {
        assumeTrue(
                Boolean.parseBoolean(System.getProperty("server.shows.applications")),
                "while it deploys a WAR, this server tells neither CDI nor a servlet context of its JAX-RS applications");
    }

    /** Returns what the server logged meanwhile. */
    private List<String> refused(String deployment) throws IOException {
        ServerLog log = ServerLog.fromHere();
        assertThrows(Exception.class, () -> deployer.deploy(deployment));
        deployer.undeploy(deployment);
        return log.lines();
    }
}
