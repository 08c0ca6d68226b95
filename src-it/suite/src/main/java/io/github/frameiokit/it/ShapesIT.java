package io.github.frameiokit.it;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.frameiokit.it.app.JournalResource;
import io.github.frameiokit.it.app.KitLog;
import io.github.frameiokit.it.app.ListingApplication;
import io.github.frameiokit.it.app.NotingHandlers;
import io.github.frameiokit.it.app.PathApplication;
import io.github.frameiokit.it.app.TestApplication;
import io.github.frameiokit.it.support.Delivery;
import io.github.frameiokit.it.support.Journal;
import io.github.frameiokit.it.support.Needs;
import io.github.frameiokit.it.support.ServerLog;
import io.github.frameiokit.it.support.Trait;
import io.github.frameiokit.it.support.Wars;
import java.io.IOException;
import java.net.URL;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.jboss.arquillian.container.test.api.Deployer;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.container.test.api.OperateOnDeployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.arquillian.test.api.ArquillianResource;
import org.jboss.shrinkwrap.api.ShrinkWrap;
import org.jboss.shrinkwrap.api.asset.StringAsset;
import org.jboss.shrinkwrap.api.spec.EnterpriseArchive;
import org.jboss.shrinkwrap.api.spec.JavaArchive;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The ways to package an app. With each of them a webhook reaches its handlers, and an action is answered. */
@Needs(Trait.SHARES_ITS_JVM)
@ExtendWith(ArquillianExtension.class)
public class ShapesIT {

    private static final String LISTING = "shape-listing";
    private static final String PATH = "shape-path";
    private static final String WEB_XML = "shape-web-xml";
    private static final String ALL = "shape-all";
    private static final String ANNOTATED = "shape-annotated";
    private static final String MISSING = "shape-missing";
    private static final String EMPTY = "shape-empty";
    private static final String EAR = "shape-ear";
    private static final String EAR_CONFIG = "shape-ear-config";
    private static final String EAR_LIB = "shape-ear-lib";

    private final String id = UUID.randomUUID().toString();

    @ArquillianResource
    private Deployer deployer;

    @ArquillianResource
    @OperateOnDeployment(LISTING)
    private URL anyWar;

    @Deployment(name = LISTING, testable = false)
    public static WebArchive listing() {
        return Wars.withSecrets(LISTING, ListingApplication.class, NotingHandlers.class);
    }

    @Deployment(name = PATH, managed = false, testable = false)
    public static WebArchive path() {
        return Wars.withSecrets(PATH, PathApplication.class, NotingHandlers.class);
    }

    @Deployment(name = WEB_XML, managed = false, testable = false)
    public static WebArchive webXml() {
        return Wars.withSecretsAnd(WEB_XML, "frameio.application-check=false\n", NotingHandlers.class)
                .setWebXML(new StringAsset("<web-app xmlns='https://jakarta.ee/xml/ns/jakartaee' version='6.0'>"
                        + "<servlet><servlet-name>jakarta.ws.rs.core.Application</servlet-name></servlet>"
                        + "<servlet-mapping><servlet-name>jakarta.ws.rs.core.Application</servlet-name>"
                        + "<url-pattern>/rest/*</url-pattern></servlet-mapping></web-app>"));
    }

    @Deployment(name = ALL, managed = false, testable = false)
    public static WebArchive beansXmlAll() {
        return withBeansXml(
                ALL,
                "<beans xmlns='https://jakarta.ee/xml/ns/jakartaee' version='4.0'"
                        + " bean-discovery-mode='all'></beans>");
    }

    @Deployment(name = ANNOTATED, managed = false, testable = false)
    public static WebArchive beansXmlAnnotated() {
        return withBeansXml(
                ANNOTATED,
                "<beans xmlns='https://jakarta.ee/xml/ns/jakartaee' version='4.0'"
                        + " bean-discovery-mode='annotated'></beans>");
    }

    @Deployment(name = MISSING, managed = false, testable = false)
    public static WebArchive beansXmlMissing() {
        return Wars.withSecrets(MISSING, TestApplication.class, NotingHandlers.class);
    }

    private static WebArchive withBeansXml(String name, String beansXml) {
        return Wars.withSecrets(name, TestApplication.class, NotingHandlers.class)
                .addAsWebInfResource(new StringAsset(beansXml), "beans.xml");
    }

    @Deployment(name = EMPTY, managed = false, testable = false)
    public static WebArchive empty() {
        return Wars.withSecrets(EMPTY, TestApplication.class);
    }

    @Deployment(name = EAR, managed = false, testable = false)
    public static EnterpriseArchive ear() {
        return ear(EAR).addAsModule(Wars.withSecrets(EAR + "-war", TestApplication.class, NotingHandlers.class));
    }

    @Deployment(name = EAR_CONFIG, managed = false, testable = false)
    public static EnterpriseArchive earWithConfig() {
        return ear(EAR_CONFIG)
                .addAsLibrary(configJar())
                .addAsModule(Wars.withConfig(EAR_CONFIG + "-war", "", TestApplication.class, NotingHandlers.class));
    }

    /** No server looks in an EAR's {@code lib} for a WAR's resources, so the WAR's application lists the kit's. */
    @Deployment(name = EAR_LIB, managed = false, testable = false)
    public static EnterpriseArchive earWithKit() {
        return ear(EAR_LIB)
                .addAsLibraries(Wars.kit())
                .addAsLibrary(configJar())
                .addAsModule(ShrinkWrap.create(WebArchive.class, EAR_LIB + "-war.war")
                        .addClasses(
                                ListingApplication.class, NotingHandlers.class, JournalResource.class, KitLog.class));
    }

    private static EnterpriseArchive ear(String name) {
        return ShrinkWrap.create(EnterpriseArchive.class, name + ".ear");
    }

    private static JavaArchive configJar() {
        return ShrinkWrap.create(JavaArchive.class, "config.jar")
                .addAsResource(new StringAsset(Wars.SECRETS), "META-INF/microprofile-config.properties");
    }

    @Test
    public void applicationThatListsItsClasses() {
        assertWorks(anyWar);
    }

    @Test
    public void applicationWithAPathBelowItsContextRoot() {
        assertWorks(PATH, PATH + "/api/v1");
    }

    @Test
    public void applicationInWebXml() {
        assertWorks(WEB_XML, WEB_XML + "/rest");
    }

    @Test
    public void beansXmlThatMakesAllClassesBeans() {
        assertWorks(ALL, ALL);
    }

    @Test
    public void beansXmlThatMakesAnnotatedClassesBeans() {
        assertWorks(ANNOTATED, ANNOTATED);
    }

    @Test
    public void noBeansXml() {
        assertWorks(MISSING, MISSING);
    }

    @Test
    @Needs(Trait.READS_CONFIG_OF_A_WAR_IN_AN_EAR)
    public void warInAnEar() {
        assertWorks(EAR, EAR + "-war");
    }

    @Test
    public void warInAnEarWithTheConfigurationInItsLib() {
        assertWorks(EAR_CONFIG, EAR_CONFIG + "-war");
    }

    @Test
    @Needs(Trait.SHOWS_A_WAR_TO_THE_LIB_OF_ITS_EAR)
    public void kitInTheLibOfAnEar() {
        assertWorks(EAR_LIB, EAR_LIB + "-war");
    }

    @Test
    public void whatWasFoundIsLoggedOnceAtEachStart() throws IOException {
        assertLogsOnce(PATH);
    }

    @Test
    public void whatWasFoundIsLoggedOnceAtEachStartOfAnEar() throws IOException {
        assertLogsOnce(EAR_CONFIG);
    }

    @Test
    public void anAppWithoutHandlersIsWarned() throws IOException {
        ServerLog log = ServerLog.fromHere();
        deployer.deploy(EMPTY);
        deployer.undeploy(EMPTY);
        assertTrue(log.says(line -> line.contains("frameio-kit found no handler in this app")));
    }

    private void assertLogsOnce(String deployment) throws IOException {
        ServerLog log = ServerLog.fromHere();
        deployer.deploy(deployment);
        try {
            assertTrue(log.says(line -> line.contains(
                    "frameio-kit found 2 webhook handlers (file.ready) and 1 action" + " (greeting), served at ")));
            assertEquals(1, log.count(line -> line.contains("frameio-kit found")));
        } finally {
            deployer.undeploy(deployment);
        }
    }

    @Test
    @Needs(Trait.SHOWS_APPLICATIONS)
    public void whereItIsServedIsLogged() throws IOException {
        ServerLog log = ServerLog.fromHere();
        deployer.deploy(PATH);
        deployer.undeploy(PATH);
        assertTrue(log.says(line -> line.contains("served at /" + PATH + "/api/v1/frameio; ")
                || line.contains("served at /api/v1/frameio below the app's context root; ")));
    }

    private void assertWorks(String deployment, String path) {
        deployer.deploy(deployment);
        try {
            assertWorks(Wars.beside(anyWar, path));
        } finally {
            deployer.undeploy(deployment);
        }
    }

    private void assertWorks(URL base) {
        assertEquals(200, Delivery.webhook(base, "file.ready", id).send().statusCode());
        assertEquals(
                Set.of("ready", "later"), new TreeSet<>(new Journal(base).about(id, entries -> entries.size() == 2)));
        assertEquals(
                "{\"title\":\"Greeting\",\"description\":\"Hello\"}",
                Delivery.action(base, "greeting", id).send().body());
        assertEquals(
                401,
                Delivery.webhook(base, "file.ready", id)
                        .secret("another")
                        .send()
                        .statusCode());
    }
}
