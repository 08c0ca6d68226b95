package io.github.frameiokit.it;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.frameiokit.it.app.JumpingClock;
import io.github.frameiokit.it.app.ProcessResource;
import io.github.frameiokit.it.app.Survey;
import io.github.frameiokit.it.app.SurveyHandlers;
import io.github.frameiokit.it.app.TestApplication;
import io.github.frameiokit.it.app.UserHandlers;
import io.github.frameiokit.it.support.Answers;
import io.github.frameiokit.it.support.Delivery;
import io.github.frameiokit.it.support.Journal;
import io.github.frameiokit.it.support.Line;
import io.github.frameiokit.it.support.Needs;
import io.github.frameiokit.it.support.Node;
import io.github.frameiokit.it.support.Payloads;
import io.github.frameiokit.it.support.SignedInUser;
import io.github.frameiokit.it.support.Trait;
import io.github.frameiokit.it.support.Wars;
import io.github.frameiokit.testkit.DynamoDbLocal;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.net.URI;
import java.net.URL;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Function;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.arquillian.test.api.ArquillianResource;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * One app on two servers, which share users' authorizations and what they know of interactions in DynamoDB; in some
 * tests, one of them is killed.
 */
@Tag("twice")
@Needs(Trait.RUNS_BY_ITSELF)
@ExtendWith(ArquillianExtension.class)
public class NodesIT {

    private static final int TIMES = 30;
    /** After a failed refresh, the app waits this long before the next one. */
    private static final Duration AFTER_FAILURE = Duration.ofSeconds(30);

    private static final Duration DAY = Duration.ofDays(1);
    /** After this time, other nodes regard a node that was refreshing as dead. */
    private static final Duration LEASE = Duration.ofSeconds(61);

    private static final SignedInUser USER = new SignedInUser();
    private static final Line DATABASE = Line.to(DynamoDbLocal.endpoint());
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
                                """.formatted(DATABASE.address()),
                        TestApplication.class,
                        UserHandlers.class,
                        Survey.class,
                        SurveyHandlers.class,
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

    @Test
    public void bothGetTheSameStepAtOnceAndOneRunsIt() {
        awaitSharing();
        String id = UUID.randomUUID().toString();
        CompletableFuture<HttpResponse<String>> first = takeTime(one, id, 1).sendAsync();
        CompletableFuture<HttpResponse<String>> second = takeTime(other, id, 1).sendAsync();
        assertEquals(description(first.join()), description(second.join()));
        assertEquals(1, runs(one, id) + runs(other, id));
    }

    @Test
    public void aRepetitionThatReachesTheOtherOneGetsTheFirstAnswer() {
        awaitSharing();
        String id = UUID.randomUUID().toString();
        String first = description(takeTime(one, id, 0).send());
        assertEquals(first, description(takeTime(other, id, 0).send()));
        assertEquals(0, runs(other, id));
    }

    @Test
    public void aWizardThatTheyAnswerInTurnKeepsItsState() {
        String id = UUID.randomUUID().toString();
        assertEquals(
                "Question 1",
                Answers.json(Delivery.action(one, "survey", id).send()).getString("title"));
        assertEquals("Question 2", answered(other, id, "red").getString("title"));
        assertEquals("Question 3", answered(one, id, "green").getString("title"));
        assertEquals("red, green, blue", answered(other, id, "blue").getString("description"));
    }

    @Test
    public void whileTheStoreIsDownEachRunsAStepForItself() {
        String id = UUID.randomUUID().toString();
        DATABASE.cut();
        try {
            String first = description(takeTime(one, id, 0).send());
            assertNotEquals(first, description(takeTime(other, id, 0).send()));
            assertEquals(
                    first,
                    description(
                            takeTime(one, id, 0).sentAgo(Duration.ofSeconds(1)).send()));
        } finally {
            DATABASE.mend();
        }
    }

    /** After the store has failed in another test, a node doesn't ask it for some seconds. */
    private void awaitSharing() {
        Instant deadline = Instant.now().plus(Duration.ofSeconds(30));
        boolean shared = false;
        while (!shared && Instant.now().isBefore(deadline)) {
            String id = UUID.randomUUID().toString();
            shared = description(takeTime(one, id, 0).send())
                    .equals(description(takeTime(other, id, 0).send()));
            Journal.pause();
        }
        assertTrue(shared, "shared again");
    }

    @Test
    public void ifOneDiesWhileItRunsAStepTheOtherRunsIt() {
        awaitSharing();
        String id = UUID.randomUUID().toString();
        CompletableFuture<HttpResponse<String>> lost = takeTime(other, id, 60).sendAsync();
        while (runs(other, id) == 0) {
            Journal.pause();
        }
        NODE.kill();
        assertThrows(CompletionException.class, lost::join);
        assertTrue(description(takeTime(one, id, 0).send()).startsWith("by "));
        assertEquals(1, runs(one, id));
    }

    private static Delivery takeTime(URL node, String id, int seconds) {
        return Delivery.action(node, "take.time", id).query("seconds=" + seconds);
    }

    private static String description(HttpResponse<String> answer) {
        return Answers.json(answer).getString("description");
    }

    private static JsonObject answered(URL node, String id, String answer) {
        JsonObject data = Json.createObjectBuilder().add("answer", answer).build();
        return Answers.json(Delivery.action(node, "survey", id)
                .body(Payloads.submission("survey", id, data))
                .send());
    }

    private static long runs(URL node, String id) {
        return new Journal(node).about(id).stream().filter("take"::equals).count();
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
