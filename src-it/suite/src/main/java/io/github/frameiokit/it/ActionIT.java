package io.github.frameiokit.it;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.frameiokit.it.support.Delivery;
import io.github.frameiokit.it.support.Journal;
import io.github.frameiokit.it.support.Payloads;
import io.github.frameiokit.it.support.TestApp;
import io.github.frameiokit.it.support.Wars;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import java.io.StringReader;
import java.net.URL;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.UUID;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.arquillian.test.api.ArquillianResource;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What a user sees when an action runs. */
@ExtendWith(ArquillianExtension.class)
public class ActionIT {

    private final String id = UUID.randomUUID().toString();

    @ArquillianResource
    private URL base;

    @Deployment(testable = false)
    public static WebArchive app() {
        return TestApp.war("actions");
    }

    @Test
    public void messageIsAnsweredAsJson() {
        HttpResponse<String> answer = Delivery.action(base, "greeting", id).send();
        assertEquals(200, answer.statusCode());
        assertTrue(answer.headers().firstValue("Content-Type").orElse("").startsWith("application/json"));
        assertEquals("{\"title\":\"Greeting\",\"description\":\"Hello, world!\"}", answer.body());
    }

    @Test
    public void wizardKnowsWhatItsUserEnteredOnEarlierPages() {
        assertEquals(
                "Question 1", json(Delivery.action(base, "survey", id).send()).getString("title"));
        assertEquals("Question 2", answered("red").getString("title"));
        assertEquals("Question 3", answered("green").getString("title"));
        assertEquals("red, green, blue", answered("blue").getString("description"));
    }

    private JsonObject answered(String answer) {
        JsonObject data = Json.createObjectBuilder().add("answer", answer).build();
        return json(Delivery.action(base, "survey", id)
                .body(Payloads.submission("survey", id, data))
                .send());
    }

    @Test
    public void asynchronousHandlerIsToldWhyItHasNoStateOfTheInteraction() {
        Delivery.action(base, "survey.later", id).send();
        assertEquals(List.of("refused"), new Journal(base).about(id, entries -> !entries.isEmpty()));
    }

    @Test
    public void formIsAnsweredWithEveryFieldAsDocumented() {
        JsonObject form = json(Delivery.action(base, "form", id).send());
        assertEquals(json("""
                        {"title":"Every field","description":"One of each","fields":[
                        {"type":"text","label":"Title","name":"title","value":"MyVideo.mp4"},
                        {"type":"textarea","label":"Notes","name":"notes","value":"Café ☕"},
                        {"type":"select","label":"Captions","name":"captions","value":"off",
                         "options":[{"name":"Off","value":"off"},{"name":"On","value":"on"}]},
                        {"type":"checkbox","label":"Enabled","name":"enabled","value":false},
                        {"type":"link","label":"Link","name":"link","value":"https://example.com/a?b=c"},
                        {"type":"stars","label":"Rating","name":"rating","value":true}]}"""), form);
    }

    @Test
    public void submissionReachesTheSameHandlerWithItsData() {
        JsonObject answer = json(submit("{\"title\":\"Café ☕ ½\",\"enabled\":\"true\"}"));
        assertEquals("Café ☕ ½ true", answer.getString("description"));
    }

    @Test
    public void formIsShownAgainWithWhatWasSubmitted() {
        JsonObject answer = json(submit("{\"title\":\"\",\"notes\":\"kept\",\"captions\":\"on\",\"enabled\":true}"));
        assertEquals("A title is needed.", answer.getString("description"));
        List<JsonObject> fields = answer.getJsonArray("fields").getValuesAs(JsonObject.class);
        assertEquals("kept", fields.get(1).getString("value"));
        assertEquals("on", fields.get(2).getString("value"));
        assertTrue(fields.get(3).getBoolean("value"));
    }

    @Test
    public void submissionFillsARecord() {
        String data = "{\"language\":\"ES\",\"copies\":\"3\",\"captions\":\"true\",\"tags\":\"a\",\"note\":\"n\","
                + "\"due\":\"2026-11-25\",\"first_name\":\"Ada\",\"unknown\":1}";
        assertEquals(
                "ES 3 true [a] Optional[n] Optional[2026-11-25] Ada",
                json(submit("choose", data)).getString("description"));
    }

    @Test
    public void submissionOfAnUntouchedFormFillsARecordWithNothing() {
        for (String untouched : List.of("\"\"", "null")) {
            String data =
                    "{\"language\":%1$s,\"copies\":%1$s,\"captions\":%1$s,\"tags\":%1$s,\"note\":%1$s,\"due\":%1$s}";
            assertEquals(
                    "null 0 false [] Optional.empty Optional.empty ",
                    json(submit("choose", String.format(data, untouched))).getString("description"));
        }
    }

    @Test
    public void submissionFillsABean() {
        assertEquals(
                "t 2 true [a, b]",
                json(submit("fill", "{\"title\":\"t\",\"copies\":\"2\",\"captions\":\"TRUE\",\"tags\":[\"a\",\"b\"]}"))
                        .getString("description"));
        assertEquals(
                "untitled 1 false null",
                json(submit("fill", "{\"title\":null,\"copies\":\"\"}")).getString("description"));
    }

    @Test
    public void submissionThatDoesNotFitIsReportedToTheUserAndLoggedWithoutItsValues() {
        for (String data : List.of(
                "{\"copies\":\"entered-secretly\"}",
                "{\"language\":\"entered-secretly\"}",
                "{\"due\":\"entered-secretly\"}")) {
            JsonObject answer = json(submit("choose", data));
            assertEquals("Something went wrong", answer.getString("title"));
            assertTrue(answer.getString("description").contains("couldn't read"), answer.toString());
        }
        String log = new Journal(base).log();
        assertTrue(log.contains("ActionHandlers#choose can't read the form of action[choose"), log);
        assertFalse(log.contains("entered-secretly"), log);
    }

    @Test
    public void fieldOfTheKitsOwnFormNeverReachesAHandler() {
        for (String data : List.of(
                "{\"frameio_kit_sign_in\":\"https://app.example.com/frameio/oauth/login?ticket=x\"}",
                "{\"frameio_kit_sign_in\":null}",
                "{}")) {
            assertEquals("Every field", json(submit(data)).getString("title"), data);
        }
        assertEquals(
                "one false",
                json(submit("{\"frameio_kit_sign_in\":\"https://app.example.com\",\"title\":\"one\"}"))
                        .getString("description"));
    }

    @Test
    public void handlerThatReturnsNothingIsAnswered200Empty() {
        for (String type : List.of("nothing", "null", "later")) {
            HttpResponse<String> answer = Delivery.action(base, type, id).send();
            assertEquals(200, answer.statusCode());
            assertEquals("", answer.body());
        }
        assertTrue(new Journal(base)
                .about(id, entries -> entries.contains("later"))
                .contains("later"));
    }

    @Test
    public void failureIsShownAsAMessageAndLoggedWithTheHandler() {
        HttpResponse<String> answer = Delivery.action(base, "failing", id).send();
        assertEquals(200, answer.statusCode());
        assertEquals("Something went wrong", json(answer).getString("title"));
        String line = new Journal(base)
                .log()
                .lines()
                .filter(it -> it.contains(id))
                .findFirst()
                .orElseThrow();
        assertTrue(line.contains("ActionHandlers#failing failed"), line);
    }

    @Test
    public void runOnAnotherTypeOfAssetIsAnsweredWithTheTypesItIsFor() {
        HttpResponse<String> answer = Delivery.action(base, "restricted", id)
                .body(Payloads.action("restricted", id, "folder"))
                .send();
        assertEquals("Transcribe", json(answer).getString("title"));
        assertEquals(
                "This action is only for files and version stacks.",
                json(answer).getString("description"));
        assertEquals(List.of(), new Journal(base).about(id));
    }

    @Test
    public void runOnAllItsTypesOfAssetReachesTheHandlerWithAllOfThem() {
        String body = "{\"type\":\"restricted\",\"interaction_id\":\"" + id + "\",\"account_id\":\"adobe:1\","
                + "\"resources\":[{\"id\":\"1\",\"type\":\"file\"},{\"id\":\"2\",\"type\":\"version_stack\"}]}";
        HttpResponse<String> answer =
                Delivery.action(base, "restricted", id).body(body).send();
        assertEquals("2 assets", json(answer).getString("description"));
    }

    @Test
    public void inheritedHandlerAnswers() {
        assertEquals(
                "from a superclass",
                json(Delivery.action(base, "inherited", id).send()).getString("description"));
    }

    @Test
    public void appsOwnInterceptorHasItsSay() {
        assertEquals(
                "audited", json(Delivery.action(base, "intercepted", id).send()).getString("description"));
        assertEquals(List.of("audit", "intercepted"), new Journal(base).about(id));
    }

    @Test
    public void webhookSecretDoesNotSignActions() {
        assertEquals(
                401,
                Delivery.action(base, "greeting", id)
                        .secret(Wars.WEBHOOK_SECRET)
                        .send()
                        .statusCode());
    }

    @Test
    public void secretThatTheHandlerNamesIsTheOnlyOneForIt() {
        assertEquals(401, Delivery.action(base, "own.secret", id).send().statusCode());
        assertEquals(
                200,
                Delivery.action(base, "own.secret", id)
                        .secret(TestApp.OWN_ACTION_SECRET)
                        .send()
                        .statusCode());
    }

    private HttpResponse<String> submit(String data) {
        return submit("form", data);
    }

    private HttpResponse<String> submit(String type, String data) {
        return Delivery.action(base, type, id)
                .body(Payloads.submission(type, id, json(data)))
                .send();
    }

    private static JsonObject json(HttpResponse<String> answer) {
        return json(answer.body());
    }

    private static JsonObject json(String text) {
        try (JsonReader reader = Json.createReader(new StringReader(text))) {
            return reader.readObject();
        }
    }
}
