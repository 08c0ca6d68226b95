package io.github.frameiokit.it;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.frameiokit.it.app.JumpingClock;
import io.github.frameiokit.it.app.TestApplication;
import io.github.frameiokit.it.app.UserHandlers;
import io.github.frameiokit.it.support.Delivery;
import io.github.frameiokit.it.support.Http;
import io.github.frameiokit.it.support.Needs;
import io.github.frameiokit.it.support.Payloads;
import io.github.frameiokit.it.support.Trait;
import io.github.frameiokit.it.support.Wars;
import io.github.frameiokit.testkit.FakeFrameio;
import io.github.frameiokit.testkit.FakeIms;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.StringReader;
import java.net.CookieManager;
import java.net.URI;
import java.net.URL;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.sql.SQLException;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.h2.tools.Server;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.container.test.api.OperateOnDeployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.arquillian.test.api.ArquillianResource;
import org.jboss.shrinkwrap.api.asset.StringAsset;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Two nodes of one app, which share users' authorizations through a database. */
@Needs({Trait.SHARES_ITS_JVM, Trait.TAKES_JDBC_DRIVERS_FROM_A_WAR})
@ExtendWith(ArquillianExtension.class)
public class NodesIT {

    private static final String ONE = "node-one";
    private static final String OTHER = "node-other";
    private static final int TIMES = 200;
    private static final Duration DAY = Duration.ofDays(1);

    private static final FakeFrameio FRAMEIO = FakeFrameio.start();
    private static final FakeIms IMS = FakeIms.start();
    private static final Server DATABASE = database();

    @ArquillianResource
    @OperateOnDeployment(ONE)
    private URL one;

    @ArquillianResource
    @OperateOnDeployment(OTHER)
    private URL other;

    @Deployment(name = ONE, testable = false)
    public static WebArchive one() {
        return node(ONE);
    }

    @Deployment(name = OTHER, testable = false)
    public static WebArchive other() {
        return node(OTHER);
    }

    private static WebArchive node(String name) {
        FRAMEIO.trust(IMS);
        IMS.user(new FakeIms.User("grace@adobe", Payloads.USER, "Grace Hopper", "grace@example.com"));
        IMS.signIn("grace");
        return Wars.withSecretsAnd(
                        name,
                        """
                        frameio.api.url=%s
                        frameio.api.retries=0
                        frameio.oauth.ims-url=%s
                        frameio.oauth.client-id=%s
                        frameio.oauth.client-secret=%s
                        frameio.encryption.key=AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=
                        frameio.token-store=jdbc
                        frameio.token-store.jdbc.data-source=java:app/jdbc/tokens
                        frameio.token-store.jdbc.create-table=true
                        """.formatted(FRAMEIO.url(), IMS.url(), FakeIms.CLIENT_ID, FakeIms.CLIENT_SECRET),
                        TestApplication.class,
                        UserHandlers.class,
                        JumpingClock.class)
                .addAsLibraries(Wars.jarOf(org.h2.Driver.class))
                .setWebXML(new StringAsset("""
                        <web-app xmlns="https://jakarta.ee/xml/ns/jakartaee" version="5.0">
                          <data-source>
                            <name>java:app/jdbc/tokens</name>
                            <class-name>org.h2.jdbcx.JdbcDataSource</class-name>
                            <url>jdbc:h2:tcp://localhost:%d/mem:tokens;DB_CLOSE_DELAY=-1</url>
                            <user>sa</user>
                            <password>sa</password>
                          </data-source>
                        </web-app>
                        """.formatted(DATABASE.getPort())));
    }

    private static Server database() {
        try {
            return Server.createTcpServer("-tcpPort", "0", "-ifNotExists", "-tcpDaemon")
                    .start();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    public void oneOfThemRenewsAndNobodyIsLost() {
        IMS.rotate(true);
        IMS.revokeAllOnReuse(true);
        signIn(URI.create(action(one).getJsonArray("fields").getJsonObject(0).getString("value")));
        assertEquals("Exported", action(one).getString("title"));
        assertEquals("Exported", action(other).getString("title"));
        for (int round = 1; round <= TIMES; round++) {
            pass(DAY);
            CompletableFuture<HttpResponse<String>> first = send(one).sendAsync();
            CompletableFuture<HttpResponse<String>> second = send(other).sendAsync();
            assertEquals("Exported", read(first.join()).getString("title"), "round " + round);
            assertEquals("Exported", read(second.join()).getString("title"), "round " + round);
            assertEquals(round, IMS.requests("refresh_token"), "refreshes");
        }
        anOutageSignsNobodyOut();
    }

    private void anOutageSignsNobodyOut() {
        IMS.down(true);
        pass(DAY.plusHours(1));
        assertTrue(action(one).getString("description").contains("still signed in"));
        IMS.down(false);
        assertEquals("Exported", action(other).getString("title"));
        assertEquals("Exported", action(one).getString("title"));
    }

    private void pass(Duration time) {
        IMS.pass(time);
        Http.get(Wars.under(one, "clock/" + time.toSeconds()));
        Http.get(Wars.under(other, "clock/" + time.toSeconds()));
    }

    private static Delivery send(URL node) {
        return Delivery.action(node, "export.asset", UUID.randomUUID().toString());
    }

    private static JsonObject action(URL node) {
        return read(send(node).send());
    }

    private static JsonObject read(HttpResponse<String> answer) {
        assertEquals(200, answer.statusCode(), answer.body());
        try (var reader = Json.createReader(new StringReader(answer.body()))) {
            return reader.readObject();
        }
    }

    /** As a browser with cookies does it. */
    private static void signIn(URI link) {
        HttpClient browser = HttpClient.newBuilder()
                .cookieHandler(new CookieManager())
                .followRedirects(HttpClient.Redirect.ALWAYS)
                .build();
        String page = browser.sendAsync(HttpRequest.newBuilder(link).build(), HttpResponse.BodyHandlers.ofString())
                .join()
                .body();
        assertTrue(page.contains("You are signed in"), page);
    }
}
