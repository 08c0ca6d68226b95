package io.github.frameiokit.testkit;

import static io.github.frameiokit.testkit.App.json;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.frameiokit.testkit.FakeIms.User;
import jakarta.json.JsonObject;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.AfterEach;

/** A fake of Adobe's identity service, with an app that calls it. */
abstract class FakeImsFixture {

    static final User BOB = new User("BOB@AdobeID", "a3f9d0a4-0000-4000-8000-000000000001", "Bob <b>", "b@b.de");

    final FakeIms ims = FakeIms.start();
    final App app = new App(ims);

    @AfterEach
    void close() {
        ims.close();
    }

    JsonObject signedIn(String... others) {
        return json(app.exchanges(app.code(others)));
    }

    static void assertInvalidGrant(HttpResponse<String> answer) {
        assertEquals(400, answer.statusCode());
        assertEquals("invalid_grant", json(answer).getString("error"));
    }
}
