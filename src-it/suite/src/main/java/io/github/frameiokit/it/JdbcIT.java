package io.github.frameiokit.it;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.frameiokit.it.app.JumpingClock;
import io.github.frameiokit.it.app.TestApplication;
import io.github.frameiokit.it.app.UserHandlers;
import io.github.frameiokit.it.support.H2Server;
import io.github.frameiokit.it.support.Needs;
import io.github.frameiokit.it.support.SignedInUser;
import io.github.frameiokit.it.support.Trait;
import io.github.frameiokit.it.support.Wars;
import java.net.URL;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import org.jboss.arquillian.container.test.api.Deployer;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.container.test.api.OperateOnDeployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.arquillian.test.api.ArquillianResource;
import org.jboss.shrinkwrap.api.ShrinkWrap;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Users' authorizations in a database, with a data source of the WAR or of the server. */
@Tag("kit")
@Needs(Trait.HAS_DATA_SOURCES)
@ExtendWith(ArquillianExtension.class)
public class JdbcIT {

    private static final String SERVER = "jdbc-server";
    private static final String APP = "jdbc";
    private static final int DAYS = 5;
    private static final Duration DAY = Duration.ofDays(1);

    private static final SignedInUser USER = new SignedInUser();
    private static final String DATABASE = H2Server.url();

    @ArquillianResource
    @OperateOnDeployment(SERVER)
    private URL server;

    @ArquillianResource
    private Deployer deployer;

    /** This app only shows where the server is. A test can't redeploy an app that Arquillian has deployed. */
    @Deployment(name = SERVER, testable = false)
    public static WebArchive server() {
        return ShrinkWrap.create(WebArchive.class, SERVER + ".war").addClass(TestApplication.class);
    }

    @Deployment(name = APP, managed = false, testable = false)
    public static WebArchive app() {
        return H2Server.addTo(Wars.withSecretsAnd(
                APP,
                USER.config() + """
                        frameio.token-store=jdbc
                        frameio.token-store.jdbc.data-source=%s
                        frameio.token-store.jdbc.create-table=true
                        """.formatted(H2Server.dataSource()),
                TestApplication.class,
                UserHandlers.class,
                JumpingClock.class));
    }

    @AfterEach
    public void undeploy() {
        deployer.undeploy(APP);
    }

    @Test
    public void anAuthorizationIsRefreshedAndOutlivesItsApp() throws SQLException {
        deployer.deploy(APP);
        URL app = Wars.beside(server, APP);
        USER.signIn(app);
        USER.assertKnown(USER.export(app));
        long signedIn = storedVersion();
        for (int day = 1; day <= DAYS; day++) {
            USER.pass(DAY, app);
            USER.assertKnown(USER.export(app));
            assertEquals(day, USER.adobe().requests("refresh_token"), "refreshes");
        }
        long refreshed = storedVersion();
        assertNotEquals(signedIn, refreshed);
        deployer.undeploy(APP);
        deployer.deploy(APP);
        USER.syncClocks(app);
        USER.assertKnown(USER.export(app));
        assertEquals(refreshed, storedVersion());
        USER.pass(DAY, app);
        USER.assertKnown(USER.export(app));
    }

    /** The version of the authorization, which is the last of the entries to expire. */
    private static long storedVersion() throws SQLException {
        try (Connection connection = DriverManager.getConnection(DATABASE, "sa", "sa");
                Statement select = connection.createStatement();
                ResultSet found = select.executeQuery("SELECT version FROM frameio_tokens ORDER BY expires_at DESC")) {
            assertTrue(found.next(), "stored");
            return found.getLong(1);
        }
    }
}
