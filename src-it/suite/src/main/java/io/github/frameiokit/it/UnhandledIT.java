package io.github.frameiokit.it;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.frameiokit.it.app.Onlooker;
import io.github.frameiokit.it.app.OtherHandlers;
import io.github.frameiokit.it.app.TestApplication;
import io.github.frameiokit.it.support.Delivery;
import io.github.frameiokit.it.support.Journal;
import io.github.frameiokit.it.support.Wars;
import java.net.URL;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.UUID;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.arquillian.test.api.ArquillianResource;
import org.jboss.shrinkwrap.api.asset.StringAsset;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The answers to signed events that no handler of the app takes. */
@ExtendWith(ArquillianExtension.class)
public class UnhandledIT {

    @ArquillianResource
    private URL base;

    @Deployment(testable = false)
    public static WebArchive app() {
        return Wars.withSecretsAnd(
                        "unhandled",
                        "acme.files.secret=files-secret-of-acme\nframeio.locale=fr-CA",
                        TestApplication.class,
                        OtherHandlers.class,
                        Onlooker.class)
                .addAsResource(
                        new StringAsset("action.unknown.title=L'action n'est pas prête"),
                        "frameio-messages_fr.properties");
    }

    @Test
    public void webhookIsAnswered200AndLoggedOncePerType() {
        for (int i = 0; i < 3; i++) {
            HttpResponse<String> answer =
                    Delivery.webhook(base, "file.created", "id" + i).send();
            assertEquals(200, answer.statusCode());
            assertEquals("", answer.body());
        }
        assertEquals(
                1,
                new Journal(base)
                        .log()
                        .lines()
                        .filter(line -> line.contains("file.created"))
                        .count());
    }

    @Test
    public void webhookIsAnswered200WithTheSecretOfAnyHandler() {
        HttpResponse<String> answer = Delivery.webhook(base, "file.deleted", "id")
                .secret("files-secret-of-acme")
                .send();
        assertEquals(200, answer.statusCode());
    }

    /** Any secret for actions is valid for it. */
    @Test
    public void webhookIsNotFiredToObserversOfAllEvents() {
        String id = UUID.randomUUID().toString();
        Delivery.webhook(base, "file.deleted", id).send();
        Delivery.webhook(base, "file.copied", id).secret("files-secret-of-acme").send();
        assertEquals(List.of("seen"), new Journal(base).about(id));
    }

    @Test
    public void handledWebhookIsRejectedWithTheDefaultSecretIfItsHandlerNamesAnother() {
        assertEquals(401, Delivery.webhook(base, "file.copied", "id").send().statusCode());
        assertEquals(
                200,
                Delivery.webhook(base, "file.copied", "id")
                        .secret("files-secret-of-acme")
                        .send()
                        .statusCode());
    }

    @Test
    public void actionIsAnsweredWithAMessageAboutIt() {
        HttpResponse<String> answer =
                Delivery.action(base, "unknown", UUID.randomUUID().toString()).send();
        assertEquals(200, answer.statusCode());
        assertTrue(answer.body().contains("doesn't support this action"), answer.body());
    }

    @Test
    public void actionIsAnsweredInTheLanguageOfTheApp() {
        HttpResponse<String> answer =
                Delivery.action(base, "unknown", UUID.randomUUID().toString()).send();
        assertTrue(answer.body().contains("L'action n'est pas prête"), answer.body());
    }
}
