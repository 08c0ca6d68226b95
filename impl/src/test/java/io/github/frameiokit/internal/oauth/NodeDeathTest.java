package io.github.frameiokit.internal.oauth;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.frameiokit.internal.RandomToken;
import io.github.frameiokit.oauth.AuthorizationUnavailableException;
import io.github.frameiokit.oauth.UserAuthorizations;
import io.github.frameiokit.oauth.UserToken;
import io.github.frameiokit.testkit.FakeIms;
import jakarta.enterprise.inject.Produces;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.sql.DataSource;
import org.h2.jdbcx.JdbcDataSource;
import org.h2.tools.Server;
import org.jboss.weld.environment.se.Weld;
import org.jboss.weld.environment.se.WeldContainer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A node runs in a JVM of its own, on the same database, and is killed while it waits for Adobe. */
@Tag("slow")
class NodeDeathTest extends OAuthScenario {

    private Server database;

    @BeforeEach
    void shareADatabase() throws SQLException {
        database = Server.createTcpServer("-tcpPort", "0", "-ifNotExists").start();
        set(
                "test.database",
                "jdbc:h2:tcp://localhost:" + database.getPort() + "/mem:"
                        + RandomToken.create().replace("-", "_") + ";DB_CLOSE_DELAY=-1");
        set("frameio.token-store", "jdbc");
        set("frameio.token-store.jdbc.create-table", "true");
        node = started(SharedClock.class, Completions.class, Database.class);
    }

    @AfterEach
    void stopTheDatabase() {
        database.stop();
    }

    private void set(String key, String value) {
        properties.put(key, value);
        System.setProperty(key, value);
    }

    /** Runs a node up to its request to Adobe, which is carried out, and kills it before the answer. */
    private void killedAt(String grantType, String... arguments) throws IOException, InterruptedException {
        ims.slow(Duration.ofSeconds(30));
        int before = ims.requests(grantType);
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path")));
        properties.forEach((key, value) -> command.add("-D" + key + "=" + value));
        String objectStore = "ObjectStoreEnvironmentBean.objectStoreDir"; // otherwise in the module's own folder
        command.add("-D" + objectStore + "=" + System.getProperty(objectStore));
        command.add("-Dtest.ahead=" + SharedClock.ahead.toSeconds());
        command.add(DyingNode.class.getName());
        command.addAll(List.of(arguments));
        Process dying = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        while (ims.requests(grantType) == before && dying.isAlive()) {
            Thread.sleep(20);
        }
        assertEquals(before + 1, ims.requests(grantType));
        dying.destroyForcibly().waitFor();
        ims.slow(Duration.ZERO);
    }

    @Test
    void betweenExchangeAndStoreLetsTheUserSignInAgain() throws Exception {
        Begun begun = begin(ticket(signInUrl(ADA)));
        Map<String, String> query = authorize(begun);
        killedAt("authorization_code", query.get("state"), query.get("code"), cookieName(begun), cookieValue(begun));
        assertEquals(Optional.empty(), find(node));
        assertFails(SignInFailure.Reason.EXPIRED, () -> complete(node, query, cookie(begun)));
        signIn();
        assertEquals(
                Optional.of(FakeIms.ADA), ims.userOf(find(node).orElseThrow().accessToken()));
    }

    @Test
    void whileRefreshingLetsTheUserSignInAgain() throws Exception {
        ims.rotate(true);
        signIn();
        pass(Duration.ofDays(1));
        killedAt("refresh_token");
        pass(Duration.ofSeconds(61));
        assertEquals(Optional.empty(), findWithPatience());
        signIn();
        assertEquals(
                Optional.of(FakeIms.ADA), ims.userOf(find(node).orElseThrow().accessToken()));
    }

    @Test
    void whileRefreshingCostsNothingWhereTheOldTokenStaysGood() throws Exception {
        ims.rotate(false);
        signIn();
        pass(Duration.ofDays(1));
        killedAt("refresh_token");
        pass(Duration.ofSeconds(61));
        assertEquals(
                Optional.of(FakeIms.ADA),
                ims.userOf(findWithPatience().orElseThrow().accessToken()));
    }

    /** A caller waits for a refresh for a few seconds only, and this refresh takes over a dead node's lease. */
    private Optional<UserToken> findWithPatience() {
        for (int i = 0; i < 5; i++) {
            try {
                return find(node);
            } catch (AuthorizationUnavailableException e) {
                // the refresh continues
            }
        }
        return find(node);
    }

    /** A database for nodes in several JVMs. */
    static class Database {

        @Produces
        DataSource shared() {
            JdbcDataSource database = new JdbcDataSource();
            database.setURL(System.getProperty("test.database"));
            return database;
        }
    }

    /** Completes a sign-in, or without arguments refreshes a token. */
    static final class DyingNode {

        public static void main(String... arguments) {
            SharedClock.ahead = Duration.ofSeconds(Long.getLong("test.ahead"));
            WeldContainer container = new Weld()
                    .addBeanClasses(SharedClock.class, Completions.class, Database.class)
                    .initialize();
            if (arguments.length == 0) {
                container.select(UserAuthorizations.class).get().find(ACCOUNT, ADA);
            } else {
                container
                        .select(SignIn.class)
                        .get()
                        .complete(
                                Optional.of(arguments[0]),
                                Optional.of(arguments[1]),
                                Optional.empty(),
                                Cookies.of(List.of(arguments[2] + "=" + arguments[3])));
            }
        }
    }
}
