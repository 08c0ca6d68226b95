package io.github.frameiokit.it;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.frameiokit.it.app.AskingHandlers;
import io.github.frameiokit.it.app.AuditInterceptor;
import io.github.frameiokit.it.app.Audited;
import io.github.frameiokit.it.app.BadHandlers;
import io.github.frameiokit.it.app.ForgetfulApplication;
import io.github.frameiokit.it.app.GoodHandlers;
import io.github.frameiokit.it.app.ListingApplication;
import io.github.frameiokit.it.app.OtherStore;
import io.github.frameiokit.it.app.OwnStore;
import io.github.frameiokit.it.app.Tenants;
import io.github.frameiokit.it.app.TestApplication;
import io.github.frameiokit.it.app.UnreachableHandlers;
import io.github.frameiokit.it.app.UnusualHandlers;
import io.github.frameiokit.it.support.Delivery;
import io.github.frameiokit.it.support.Needs;
import io.github.frameiokit.it.support.Refusal;
import io.github.frameiokit.it.support.ServerLog;
import io.github.frameiokit.it.support.Trait;
import io.github.frameiokit.it.support.Wars;
import java.io.IOException;
import java.net.URL;
import java.util.Objects;
import java.util.stream.Stream;
import org.jboss.arquillian.container.test.api.Deployer;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.container.test.api.OperateOnDeployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.arquillian.test.api.ArquillianResource;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** An app that can't work is refused at deployment, and the log says why. */
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
        return Wars.withConfig("secretless", "", TestApplication.class, GoodHandlers.class);
    }

    @Deployment(name = "unset", managed = false, testable = false)
    public static WebArchive unset() {
        return Wars.withConfig(
                "unset",
                "frameio.webhook.secret=${NOT_SET}\nframeio.oauth.client-id=${NOT_SET_EITHER}\n",
                TestApplication.class,
                Tenants.class,
                GoodHandlers.class);
    }

    @Deployment(name = "careless", managed = false, testable = false)
    public static WebArchive careless() {
        return Wars.withConfig("careless", """
                        frameio.webhook.secret=development-webhook-secret
                        frameio.signature.tolerance=
                        frameio.replay-guard.enabled=
                        frameio.action.error-title=
                        frameio.app.name=
                        frameio.max-body-size=1MB
                        frameio.api.url=http://api.example.com
                        frameio.path=../frameio
                        """, TestApplication.class, GoodHandlers.class);
    }

    @Deployment(name = "unreachable", managed = false, testable = false)
    public static WebArchive unreachable() throws ClassNotFoundException {
        return Wars.withSecrets(
                "unreachable", TestApplication.class, UnreachableHandlers.class, Class.forName("HandlersInNoPackage"));
    }

    @Deployment(name = "keyless", managed = false, testable = false)
    public static WebArchive keyless() {
        return Wars.withSecrets("keyless", TestApplication.class, AskingHandlers.class);
    }

    @Deployment(name = "nowhere", managed = false, testable = false)
    public static WebArchive nowhere() {
        return Wars.withSecretsAnd(
                "nowhere",
                "frameio.token-store=jdbc\nframeio.token-store.jdbc.data-source=jdbc/none",
                TestApplication.class,
                GoodHandlers.class);
    }

    @Deployment(name = "two-stores", managed = false, testable = false)
    public static WebArchive twoStores() {
        return Wars.withSecretsAnd(
                "two-stores", "frameio.token-store=jdbc", TestApplication.class, GoodHandlers.class, OwnStore.class);
    }

    @Deployment(name = "ambiguous", managed = false, testable = false)
    public static WebArchive ambiguous() {
        return Wars.withSecrets(
                "ambiguous", TestApplication.class, GoodHandlers.class, OwnStore.class, OtherStore.class);
    }

    @Deployment(name = "unusual", managed = false, testable = false)
    public static WebArchive unusual() {
        return Wars.withSecrets(
                "unusual", TestApplication.class, UnusualHandlers.class, Audited.class, AuditInterceptor.class);
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
        assertRefused(
                "bad",
                "frameio-kit found 6 problems",
                "BadHandlers#privately handles an action but is private",
                "both handle the action \"twice\"",
                "BadHandlers#later returns an answer from @ObservesAsync",
                "BadHandlers#text returns String",
                "BadHandlers#malformed handles the webhook type \"file.\"",
                "BadHandlers#wrongClass has @Webhook on a parameter of another class");
    }

    @Test
    public void missingSecretIsReportedWithItsProperty() throws IOException {
        assertRefused(
                "secretless",
                "GoodHandlers#ready has no signing secret; set frameio.webhook.secret (as an environment variable:"
                        + " FRAMEIO_WEBHOOK_SECRET)");
    }

    @Test
    public void variablesThatAreNotSetAreReportedByName() throws IOException {
        assertRefused(
                "unset",
                "The config property frameio.webhook.secret refers to ${NOT_SET}, which isn't set",
                "The config property frameio.oauth.client-id refers to ${NOT_SET_EITHER}, which isn't set");
    }

    @Test
    public void invalidValuesAreReportedByTheKit() throws IOException {
        assertRefused(
                "careless",
                "frameio-kit found 8 problems",
                "The config property frameio.signature.tolerance is empty; give it a value or remove it.",
                "The config property frameio.replay-guard.enabled is empty",
                "The config property frameio.action.error-title is empty",
                "The config property frameio.app.name is empty",
                "The config property frameio.max-body-size must be a positive whole number",
                "The config property frameio.api.url begins with http://",
                "The config property frameio.path must be a path of plain segments",
                "The config property frameio.webhook.secret has a secret for development");
    }

    @Test
    public void handlersThatEventsDoNotReachAreReported() throws IOException {
        assertRefused(
                "unreachable",
                "UnreachableHandlers#qualified would never be called, because it also asks for @Default",
                "UnreachableHandlers#conditional has notifyObserver = IF_EXISTS",
                "HandlersInNoPackage is in the default package");
    }

    @Test
    public void whatSigningInNeedsIsReportedForAnAppThatUsesAuthorizations() throws IOException {
        assertRefused(
                "keyless",
                "frameio-kit found 3 problems",
                "The config property frameio.oauth.client-id is missing (as an environment variable:"
                        + " FRAMEIO_OAUTH_CLIENT_ID), although " + AskingHandlers.class.getName()
                        + " has UserAuthorizations injected; set it.",
                "The config property frameio.encryption.key is missing");
    }

    @Test
    @Needs({Trait.HAS_DATA_SOURCES, Trait.NAMES_BEFORE_THE_FIRST_REQUEST})
    public void aMissingDataSourceIsReported() throws IOException {
        assertRefused(
                "nowhere",
                "The config property frameio.token-store.jdbc.data-source is jdbc/none, but there is no data source");
    }

    @Test
    public void aTokenStoreBeanBesideAConfiguredStoreIsReported() throws IOException {
        assertRefused(
                "two-stores",
                "The config property frameio.token-store is set, but would have no effect, because the app's TokenStore"
                        + " bean " + OwnStore.class.getName() + " is used; remove one of the two.");
    }

    /** With CDI Full the kit looks its store up when the app starts, with CDI Lite at the first request. */
    @Test
    @Needs(Trait.OBSERVERS_CAN_BE_WRAPPED)
    public void twoTokenStoreBeansAreReported() throws IOException {
        assertRefused("ambiguous", "The app has several TokenStore beans (");
    }

    @Test
    @Needs(Trait.OBSERVERS_CAN_ONLY_BE_INTERCEPTED)
    public void handlersThatCannotBeInterceptedAreReported() throws IOException {
        assertRefused(
                "unusual",
                "UnusualHandlers#privately observes webhooks or actions but is private",
                "UnusualHandlers#statically observes webhooks or actions but is static");
    }

    @Test
    @Needs({Trait.NEEDS_AN_APPLICATION, Trait.SHOWS_APPLICATIONS})
    public void missingApplicationIsReported() throws IOException {
        assertRefused("no-application", "has no JAX-RS Application");
    }

    @Test
    @Needs(Trait.SHOWS_APPLICATIONS)
    public void applicationThatListsItsClassesWithoutTheKitsIsReported() throws IOException {
        assertRefused("unlisted", "ForgetfulApplication lists its classes without the kit's");
    }

    @Test
    public void applicationThatListsTheKitsClassesWorks(@ArquillianResource @OperateOnDeployment(LISTED) URL base) {
        assertEquals(200, Delivery.webhook(base, "file.ready", "id").send().statusCode());
    }

    /** The sentences are in the server's log, or in the exception if the server has no log. */
    private void assertRefused(String deployment, String... sentences) throws IOException {
        ServerLog log = ServerLog.fromHere();
        Exception thrown = Refusal.of(deployer, deployment);
        for (String sentence : sentences) {
            assertTrue(mentions(thrown, sentence) || log.says(line -> line.contains(sentence)), sentence);
        }
    }

    private static boolean mentions(Throwable thrown, String sentence) {
        return Stream.iterate(thrown, Objects::nonNull, Throwable::getCause)
                .anyMatch(it -> String.valueOf(it.getMessage()).contains(sentence));
    }
}
