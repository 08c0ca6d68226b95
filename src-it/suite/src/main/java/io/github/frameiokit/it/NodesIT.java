package io.github.frameiokit.it;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.frameiokit.it.app.JumpingClock;
import io.github.frameiokit.it.app.ProcessResource;
import io.github.frameiokit.it.app.TestApplication;
import io.github.frameiokit.it.app.UserHandlers;
import io.github.frameiokit.it.support.Journal;
import io.github.frameiokit.it.support.Needs;
import io.github.frameiokit.it.support.Node;
import io.github.frameiokit.it.support.SignedInUser;
import io.github.frameiokit.it.support.Trait;
import io.github.frameiokit.it.support.Wars;
import io.github.frameiokit.testkit.DynamoDbLocal;
import jakarta.json.JsonObject;
import java.net.URI;
import java.net.URL;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Function;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.arquillian.test.api.ArquillianResource;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** One app on two servers, which share users' authorizations in DynamoDB; in some tests, one of them is killed. */
@Needs(Trait.RUNS_BY_ITSELF)
@ExtendWith(ArquillianExtension.class)
public class NodesIT {

    private static final int TIMES = 100;
    /** After a failed refresh, the app waits this long before the next one. */
    private static final Duration AFTER_FAILURE = Duration.ofSeconds(30);

    private static final Duration DAY = Duration.ofDays(1);
    /** After this time, other nodes regard a node that was refreshing as dead. */
    private static final Duration LEASE = Duration.ofSeconds(61);

    private static final SignedInUser USER = new SignedInUser();
    private static final Node NODE = new Node(app());

    @ArquillianResource
    private URL one;

    private URL other;

    @Deployment(testable = false)
    public static WebArchive app() {
        return Wars.withSecretsAnd(
                        "nodes",
                        USER.config() + """
                                frameio.token-store=dynamodb
                                frameio.token-store.dynamodb.endpoint=%s
                                frameio.token-store.dynamodb.region=eu-west-1
                                frameio.token-store.dynamodb.table=nodes
                                frameio.token-store.dynamodb.create-table=true
                                """.formatted(DynamoDbLocal.endpoint()),
                        TestApplication.class,
                        UserHandlers.class,
                        JumpingClock.class,
                        ProcessResource.class)
                .addAsLibraries(Wars.awsSdk());
    }

    @BeforeEach
    public void bothRun() {
        other = NODE.start(one);
        USER.syncClocks(one, other);
        USER.adobe().slow(Duration.ZERO);
        USER.adobe().down(false);
        USER.adobe().rotate(true);
        USER.adobe().revokeAllOnReuse(true);
        USER.signOut(one);
    }

    @AfterAll
    public static void stop() {
        NODE.close();
    }

    @Test
    public void oneOfThemRefreshesAndNoAuthorizationIsLost() {
        USER.signIn(one);
        int before = USER.adobe().requests("refresh_token");
        for (int round = 1; round <= TIMES; round++) {
            USER.pass(DAY, one, other);
            CompletableFuture<JsonObject> first = USER.exporting(one);
            CompletableFuture<JsonObject> second = USER.exporting(other);
            USER.assertKnown(first.join());
            USER.assertKnown(second.join());
            assertEquals(before + round, USER.adobe().requests("refresh_token"), "refreshes");
        }
    }

    @Test
    public void anOutageSignsNoUserOut() {
        USER.signIn(one);
        USER.adobe().down(true);
        USER.pass(DAY.plusHours(1), one, other);
        assertTrue(USER.export(one).getString("description").contains("still signed in"));
        assertTrue(USER.export(other).getString("description").contains("still signed in"));
        USER.adobe().down(false);
        USER.pass(AFTER_FAILURE, one, other);
        USER.assertKnown(USER.export(other));
        USER.assertKnown(USER.export(one));
    }

    @Test
    public void ifOneDiesBetweenTokenResponseAndStoreTheUserCanSignInAgain() {
        URI back = USER.authorize(USER.assertAsked(USER.export(one)));
        killDuring(
                "authorization_code",
                node -> USER.open(URI.create(back.toString().replace(one.toString(), node.toString()))));
        USER.assertAsked(USER.export(one));
        HttpResponse<String> again = USER.open(back).join();
        assertEquals(410, again.statusCode());
        assertTrue(again.body().contains("This link has expired"), again.body());
        USER.assertAsked(USER.export(one));
        USER.signIn(one);
        USER.assertKnown(USER.export(one));
    }

    @Test
    public void ifOneDiesWhileRefreshingTheUserCanSignInAgain() {
        USER.signIn(one);
        USER.pass(DAY, one, other);
        killDuring("refresh_token", USER::exporting);
        USER.pass(LEASE, one);
        USER.signIn(one);
        USER.assertKnown(USER.export(one));
    }

    @Test
    public void ifOneDiesWhileRefreshingAndTheRefreshTokenStaysValidNothingIsLost() {
        USER.adobe().rotate(false);
        USER.signIn(one);
        USER.pass(DAY, one, other);
        killDuring("refresh_token", USER::exporting);
        USER.pass(LEASE, one);
        USER.assertKnown(USER.export(one));
    }

    /** Sends the other node a request and kills it while it waits for Adobe's token response. */
    private void killDuring(String grantType, Function<URL, CompletableFuture<?>> request) {
        USER.adobe().slow(Duration.ofSeconds(30));
        int before = USER.adobe().requests(grantType);
        CompletableFuture<?> answer = request.apply(other);
        while (USER.adobe().requests(grantType) == before && !answer.isDone()) {
            Journal.pause();
        }
        NODE.kill();
        assertThrows(CompletionException.class, answer::join);
        assertEquals(before + 1, USER.adobe().requests(grantType));
        USER.adobe().slow(Duration.ZERO);
    }
}
