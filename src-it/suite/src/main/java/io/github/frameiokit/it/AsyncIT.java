package io.github.frameiokit.it;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.frameiokit.it.app.AsyncWork;
import io.github.frameiokit.it.app.NamedExecutor;
import io.github.frameiokit.it.app.TestApplication;
import io.github.frameiokit.it.support.Delivery;
import io.github.frameiokit.it.support.Journal;
import io.github.frameiokit.it.support.Needs;
import io.github.frameiokit.it.support.Refusal;
import io.github.frameiokit.it.support.ServerLog;
import io.github.frameiokit.it.support.Trait;
import io.github.frameiokit.it.support.Wars;
import java.io.IOException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import org.jboss.arquillian.container.test.api.Deployer;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.container.test.api.OperateOnDeployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.arquillian.test.api.ArquillianResource;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Where asynchronous handlers run, and what happens to them when the app stops. */
@Needs(Trait.DEPLOYS_SEVERAL_APPS)
@ExtendWith(ArquillianExtension.class)
public class AsyncIT {

    private static final String PATIENT = "async-patient";
    private static final String IMPATIENT = "async-impatient";
    private static final String ANY = "async";
    private static final String NAMED_EXECUTOR = "async-named-executor";
    private static final String NO_EXECUTOR = "async-no-executor";

    /** The handler writes it at its end; the test and the server are on one machine. */
    private static final Path WRITTEN =
            Path.of("target", "written-by-a-handler").toAbsolutePath();

    private final String id = UUID.randomUUID().toString();

    @ArquillianResource
    private Deployer deployer;

    @Deployment(name = PATIENT, managed = false, testable = false)
    public static WebArchive patient() {
        return war(PATIENT, "");
    }

    @Deployment(name = IMPATIENT, managed = false, testable = false)
    public static WebArchive impatient() {
        return war(IMPATIENT, "frameio.async.shutdown-timeout=1");
    }

    @Deployment(name = ANY, testable = false)
    public static WebArchive any() {
        return war(ANY, "");
    }

    @Deployment(name = NAMED_EXECUTOR, managed = false, testable = false)
    public static WebArchive namedExecutor() {
        return war(NAMED_EXECUTOR, "frameio.async.executor=java:comp/env/frameio/executor")
                .addClass(NamedExecutor.class);
    }

    @Deployment(name = NO_EXECUTOR, managed = false, testable = false)
    public static WebArchive noExecutor() {
        return war(NO_EXECUTOR, "frameio.async.executor=java:comp/env/none");
    }

    private static WebArchive war(String name, String config) {
        return Wars.withSecretsAnd(
                name, "acme.file=" + WRITTEN + "\n" + config + "\n", TestApplication.class, AsyncWork.class);
    }

    @BeforeEach
    public void forget() throws IOException {
        Files.deleteIfExists(WRITTEN);
    }

    @Test
    public void handlersHaveTheAppsClassLoaderAndConfig(@ArquillianResource @OperateOnDeployment(ANY) URL base) {
        Delivery.webhook(base, "file.created", id).send();
        assertEquals(
                List.of("loader true", "config " + WRITTEN),
                new Journal(base).about(id, entries -> entries.size() == 2));
    }

    @Test
    @Needs(Trait.HAS_A_MANAGED_EXECUTOR)
    public void handlersHaveTheAppsNames(@ArquillianResource @OperateOnDeployment(ANY) URL base) {
        Delivery.webhook(base, "file.copied", id).send();
        assertEquals(List.of("name " + ANY), new Journal(base).about(id, entries -> !entries.isEmpty()));
    }

    @Test
    @Needs(Trait.SHARES_ITS_JVM)
    public void handlersRunOnTheExecutorOfTheConfiguredName(@ArquillianResource @OperateOnDeployment(ANY) URL other) {
        deployer.deploy(NAMED_EXECUTOR);
        URL base = Wars.beside(other, NAMED_EXECUTOR);
        Delivery.webhook(base, "file.copied", id).send();
        assertEquals(List.of("name " + NAMED_EXECUTOR), new Journal(base).about(id, entries -> !entries.isEmpty()));
        deployer.undeploy(NAMED_EXECUTOR);
    }

    @Test
    @Needs(Trait.SHARES_ITS_JVM)
    public void stoppingWaitsForThem(@ArquillianResource @OperateOnDeployment(ANY) URL other) throws IOException {
        startWork(PATIENT, other);
        deployer.undeploy(PATIENT);
        assertEquals(id, Files.readString(WRITTEN));
    }

    @Test
    @Needs(Trait.SHARES_ITS_JVM)
    public void stoppingWaitsNoLongerThanConfiguredAndLogsTheEvent(
            @ArquillianResource @OperateOnDeployment(ANY) URL other) throws IOException {
        ServerLog log = ServerLog.fromHere();
        startWork(IMPATIENT, other);
        deployer.undeploy(IMPATIENT);
        assertTrue(log.says(
                line -> line.contains("The app stops while asynchronous handlers still work on") && line.contains(id)));
    }

    @Test
    @Needs(Trait.NAMES_BEFORE_THE_FIRST_REQUEST)
    public void aMissingExecutorIsReported() throws IOException {
        ServerLog log = ServerLog.fromHere();
        Refusal.of(deployer, NO_EXECUTOR);
        assertTrue(log.says(line -> line.contains(
                "frameio.async.executor is java:comp/env/none, but there is no managed executor of that name")));
    }

    private void startWork(String deployment, URL other) {
        deployer.deploy(deployment);
        URL base = Wars.beside(other, deployment);
        Delivery.webhook(base, "file.ready", id).send();
        assertEquals(List.of("begun"), new Journal(base).about(id, entries -> entries.contains("begun")));
    }
}
