package io.github.frameiokit.internal.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.frameiokit.client.FrameioApiException;
import io.github.frameiokit.client.FrameioClient;
import io.github.frameiokit.internal.client.TestClient;
import io.github.frameiokit.testkit.Scripted;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Which exception an error response becomes. */
class FailuresTest {

    @AutoClose
    private final TestClient tested = new TestClient();

    private final FrameioClient frameio = tested.client();

    @ParameterizedTest
    @CsvSource({
        "400, Invalid",
        "401, Unauthorized",
        "403, Forbidden",
        "404, NotFound",
        "409, FrameioApiException",
        "422, Invalid",
        "500, FrameioApiException",
        "502, Unavailable",
        "503, Unavailable",
        "504, Unavailable",
        "302, FrameioApiException"
    })
    void haveATypeForTheirStatus(int status, String type) {
        tested.fake.answer("users.show", Scripted.error(status).header("Retry-After", "90"));
        FrameioApiException failure =
                assertThrows(FrameioApiException.class, () -> frameio.users().show());
        assertEquals(type, failure.getClass().getSimpleName());
        assertEquals(status, failure.status());
        assertEquals("GET", failure.method());
        assertEquals("/v4/me", failure.path());
    }

    @Test
    void sayWhatIsWrongButNotWhatWasSent() {
        tested.fake.answer("files.show", Scripted.error(422));
        FrameioApiException failure =
                assertThrows(FrameioApiException.class, () -> frameio.files().show("a", "f", "secret"));
        assertEquals("GET /v4/accounts/a/files/f was answered 422: Refused at /data/name", failure.getMessage());
        FrameioApiException.Error error = failure.errors().get(0);
        assertEquals("as the test wants it", error.detail());
        assertEquals(Optional.of("/data/name"), error.pointer());
        assertFalse(failure.toString().contains("as the test wants it"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "<html>gateway</html>", "{\"errors\": {}}", "{\"errors\": [null, 5]}", "[]", "{", "5", "null"
            })
    void mayHaveAnyBody(String body) {
        tested.answer("users.show", 500, body);
        FrameioApiException failure =
                assertThrows(FrameioApiException.class, () -> frameio.users().show());
        assertTrue(failure.errors().size() <= 1, failure.errors().toString());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{'errors': [{'title': 'T', 'detail': 'd', 'source': {'pointer': '/data/x'}}]} | T/d//data/x",
                "{'errors': ['one', 'two']} | -/one/- -/two/-",
                "{'errors': 'one'} | -/one/-",
                "{'errors': {'detail': 'one'}} | -/one/-",
                "{'errors': {'name': ['one', 'two'], 'url': 'three'}} | -/one//name -/two//name -/three//url",
                "{'errors': {'data': {'a/b': ['one']}}} | -/one//data/a~1b",
                "{'errors': [{'message': 'one'}]} | -/one/-",
                "{'errors': [[{'detail': 'one'}]]} | -/one/-",
                "{'error': 'invalid_scope', 'error_description': 'one'} | invalid_scope/one/-",
                "{'error': 'one'} | -/one/-",
                "{'error': {'code': 5, 'message': 'one'}} | -/one/-",
                "{'message': 'one'} | -/one/-",
                "{'message': 'one', 'errors': {'name': ['two']}} | -/one/- -/two//name",
                "{'title': 'T', 'detail': 'one', 'type': 'about:blank', 'status': 422} | T/one/-",
                "{'title': 'T', 'errors': [{'detail': 'one', 'pointer': '#/x'}]} | T//- -/one/-",
                "[{'detail': 'one'}] | -/one/-",
                "{'status': 500, 'path': '/v4/me'} | ",
                "{'errors': [{'title': 'T', 'detail': {'name': 'one'}}]} | T//- -/one//name"
            })
    void keepErrorsOfAnyForm(String body, String errors) {
        tested.answer("users.show", 422, body.replace('\'', '"'));
        FrameioApiException failure = assertThrows(
                FrameioApiException.Invalid.class, () -> frameio.users().show());
        assertEquals(
                errors == null ? "" : errors,
                failure.errors().stream()
                        .map(it -> it.title().orElse("-") + "/" + it.detail() + "/"
                                + it.pointer().orElse("-"))
                        .collect(Collectors.joining(" ")));
        assertFalse(failure.getMessage().contains("one"), failure.getMessage());
        assertFalse(failure.toString().contains("two"), failure.toString());
    }

    @Test
    void areBounded() {
        String error = "{\"title\": \"" + "t".repeat(5000) + "\\n\\u0007\", \"detail\": \"" + "d".repeat(5000)
                + "\", \"source\": {\"pointer\": \"/" + "p".repeat(5000) + "\"}}";
        tested.answer("users.show", 400, "{\"errors\": [" + (error + ",").repeat(20) + error + "]}");
        FrameioApiException failure =
                assertThrows(FrameioApiException.class, () -> frameio.users().show());
        assertEquals(Errors.MOST, failure.errors().size());
        FrameioApiException.Error first = failure.errors().get(0);
        assertEquals(Errors.LONGEST_TITLE, first.title().orElseThrow().length());
        assertEquals(Errors.LONGEST_DETAIL, first.detail().length());
        assertEquals(Optional.empty(), first.pointer());
        assertTrue(failure.getMessage().length() < 200, failure.getMessage());
    }

    @Test
    void containNoLineBreak() {
        tested.answer("users.show", 400, "{\"errors\": [{\"title\": \"a\\r\\nb\\u2028c\", \"detail\": \"d\"}]}");
        assertEquals(
                "GET /v4/me was answered 400: a b c",
                assertThrows(FrameioApiException.class, () -> frameio.users().show())
                        .getMessage());
    }

    @Test
    void areReadToALimitedDepth() {
        tested.answer("users.show", 400, "{\"errors\": " + "[".repeat(500) + "\"one\"" + "]".repeat(500) + "}");
        assertEquals(
                List.of(),
                assertThrows(FrameioApiException.class, () -> frameio.users().show())
                        .errors());
    }
}
