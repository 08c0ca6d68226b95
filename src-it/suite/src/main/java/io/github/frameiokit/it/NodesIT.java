package io.github.frameiokit.it;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.frameiokit.it.app.JumpingClock;
import io.github.frameiokit.it.app.ProcessResource;
import io.github.frameiokit.it.app.TestApplication;
import io.github.frameiokit.it.app.UserHandlers;
import io.github.frameiokit.it.support.Grace;
import io.github.frameiokit.it.support.Journal;
import io.github.frameiokit.it.support.Needs;
import io.github.frameiokit.it.support.Node;
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

/**
 * Two servers with one app, which share users' authorizations through DynamoDB, and what is left when one of them dies.
 */
@Needs(Trait.RUNS_BY_ITSELF)
@ExtendWith(ArquillianExtension.class)
public class NodesIT {

    private static final int TIMES = 100;
    /** How long Adobe isn't asked again. */
    private static final Duration AFTER_FAILURE = Duration.ofSeconds(30);

    private static final Duration DAY = Duration.ofDays(1);
    /** After it, a node that was renewing is taken for dead. */
    private static final Duration LEASE = Duration.ofSeconds(61);

    private static final Grace GRACE = new Grace();
    private static final Node NODE = new Node(app());

    @ArquillianResource
    private URL one;

    private URL other;

    @Deployment(testable = false)
    public static WebArchive app() {
        return Wars.withSecretsAnd(
                        "nodes",
                        GRACE.config() + """
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
        GRACE.meet(one, other);
        GRACE.adobe().slow(Duration.ZERO);
        GRACE.adobe().down(false);
        GRACE.adobe().rotate(true);
        GRACE.adobe().revokeAllOnReuse(true);
        GRACE.signOut(one);
    }

    @AfterAll
    public static void stop() {
        NODE.close();
    }

    @Test
    public void oneOfThemRenewsAndNobodyIsLost() {
        GRACE.signIn(one);
        int before = GRACE.adobe().requests("refresh_token");
        for (int round = 1; round <= TIMES; round++) {
            GRACE.pass(DAY, one, other);
            CompletableFuture<JsonObject> first = GRACE.exporting(one);
            CompletableFuture<JsonObject> second = GRACE.exporting(other);
            GRACE.assertKnown(first.join());
            GRACE.assertKnown(second.join());
            assertEquals(before + round, GRACE.adobe().requests("refresh_token"), "refreshes");
        }
    }

    @Test
    public void anOutageSignsNobodyOut() {
        GRACE.signIn(one);
        GRACE.adobe().down(true);
        GRACE.pass(DAY.plusHours(1), one, other);
        assertTrue(GRACE.export(one).getString("description").contains("still signed in"));
        assertTrue(GRACE.export(other).getString("description").contains("still signed in"));
        GRACE.adobe().down(false);
        GRACE.pass(AFTER_FAILURE, one, other);
        GRACE.assertKnown(GRACE.export(other));
        GRACE.assertKnown(GRACE.export(one));
    }

    @Test
    public void oneThatDiesBetweenExchangeAndStoreLetsTheUserSignInAgain() {
        URI back = GRACE.authorize(GRACE.assertAsked(GRACE.export(one)));
        dies(
                "authorization_code",
                node -> GRACE.open(URI.create(back.toString().replace(one.toString(), node.toString()))));
        GRACE.assertAsked(GRACE.export(one));
        HttpResponse<String> again = GRACE.open(back).join();
        assertEquals(410, again.statusCode());
        assertTrue(again.body().contains("This link has expired"), again.body());
        GRACE.assertAsked(GRACE.export(one));
        GRACE.signIn(one);
        GRACE.assertKnown(GRACE.export(one));
    }

    @Test
    public void oneThatDiesRenewingLetsTheUserSignInAgain() {
        GRACE.signIn(one);
        GRACE.pass(DAY, one, other);
        dies("refresh_token", GRACE::exporting);
        GRACE.pass(LEASE, one);
        GRACE.signIn(one);
        GRACE.assertKnown(GRACE.export(one));
    }

    @Test
    public void oneThatDiesRenewingCostsNothingWhereTheOldTokenStaysGood() {
        GRACE.adobe().rotate(false);
        GRACE.signIn(one);
        GRACE.pass(DAY, one, other);
        dies("refresh_token", GRACE::exporting);
        GRACE.pass(LEASE, one);
        GRACE.assertKnown(GRACE.export(one));
    }

    /** The other node gets a request, is killed when it has asked Adobe for a token, and never learns of the answer. */
    private void dies(String grantType, Function<URL, CompletableFuture<?>> request) {
        GRACE.adobe().slow(Duration.ofSeconds(30));
        int before = GRACE.adobe().requests(grantType);
        CompletableFuture<?> answer = request.apply(other);
        while (GRACE.adobe().requests(grantType) == before && !answer.isDone()) {
            Journal.pause();
        }
        NODE.kill();
        assertThrows(CompletionException.class, answer::join);
        assertEquals(before + 1, GRACE.adobe().requests(grantType));
        GRACE.adobe().slow(Duration.ZERO);
    }
}
