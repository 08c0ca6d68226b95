package io.github.frameiokit.it;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.frameiokit.it.app.DatabaseBean;
import io.github.frameiokit.it.app.DurableHandlers;
import io.github.frameiokit.it.app.TestApplication;
import io.github.frameiokit.it.support.H2Server;
import io.github.frameiokit.it.support.Health;
import io.github.frameiokit.it.support.Http;
import io.github.frameiokit.it.support.Needs;
import io.github.frameiokit.it.support.Secrets;
import io.github.frameiokit.it.support.Trait;
import io.github.frameiokit.it.support.Wars;
import io.github.frameiokit.testkit.FakeFrameio;
import java.net.URI;
import java.net.URL;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.arquillian.test.api.ArquillianResource;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.extension.ExtendWith;

/** An app whose queue and tokens are in a database, and whose Frame.io doesn't answer. */
@Tag("long")
@Needs({Trait.HAS_HEALTH_CHECKS, Trait.HAS_DATA_SOURCES})
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
@ExtendWith(ArquillianExtension.class)
public class HealthIT {

    @ArquillianResource
    private URL base;

    @Deployment(testable = false)
    public static WebArchive app() {
        return Wars.withSecretsAnd(
                        "watched-node",
                        """
                        acme.file=unused
                        acme.database=%s
                        frameio.delivery=jdbc
                        frameio.delivery.jdbc.create-table=true
                        frameio.delivery.jdbc.table=health_deliveries
                        frameio.token-store=jdbc
                        frameio.token-store.jdbc.create-table=true
                        frameio.encryption.key=%s
                        frameio.token=%s
                        frameio.api.url=%s
                        frameio.api.retries=0
                        frameio.base-url=https://app.example.com
                        frameio.install.workspaces=some-account/some-workspace
                        """.formatted(H2Server.url(), Secrets.ENCRYPTION_KEY, Secrets.TOKEN, unreachable()),
                        TestApplication.class,
                        DurableHandlers.class,
                        DatabaseBean.class)
                .addAsLibraries(Wars.dbScheduler())
                .addAsLibraries(Wars.jarOf(org.h2.Driver.class));
    }

    private static URI unreachable() {
        try (FakeFrameio frameio = FakeFrameio.start()) {
            return frameio.url();
        }
    }

    @Test
    @Order(1)
    public void anAppIsReadyBeforeItsFirstRequest() {
        assertTrue(
                Health.ready(Health.Answer::isUp).isUp(), () -> Health.ready().toString());
        assertTrue(Health.live().isUp());
    }

    @Test
    @Order(2)
    public void withoutFrameioTheAppIsReadyAndSaysThatItIsNotInstalled() {
        Http.get(Wars.under(base, "journal")); // any request, on servers whose names come with the first one
        Health.Answer answer = Health.ready(it -> it.data("installation.failed").equals("1")
                && it.data("store.state").equals("answers")
                && !it.data("delivery.pending").isEmpty());
        assertTrue(answer.isUp(), answer.toString());
        assertEquals(
                "3 jdbc answers 0 0 0 jdbc answers 0 1 0",
                String.join(
                        " ",
                        answer.data("handlers"),
                        answer.data("delivery"),
                        answer.data("delivery.state"),
                        answer.data("delivery.pending"),
                        answer.data("delivery.dead"),
                        answer.data("delivery.oldest-seconds"),
                        answer.data("store"),
                        answer.data("store.state"),
                        answer.data("installation.installed"),
                        answer.data("installation.failed"),
                        answer.data("installation.pending")));
        assertTrue(answer.data("delivery.last-poll").startsWith("20"), answer.toString());
    }

    @Test
    @Order(3)
    public void readinessFollowsTheDatabaseAndLivenessDoesNot() {
        H2Server.stop();
        try {
            Health.Answer answer = Health.ready(it -> it.data("delivery.state").equals("doesn't answer")
                    && it.data("store.state").equals("doesn't answer"));
            assertTrue(answer.isDown(), answer.toString());
            assertTrue(Health.live().isUp());
        } finally {
            H2Server.start();
        }
        Health.Answer answer = Health.ready(Health.Answer::isUp);
        assertTrue(answer.isUp(), answer.toString());
        assertEquals("answers answers", answer.data("delivery.state") + " " + answer.data("store.state"));
    }
}
