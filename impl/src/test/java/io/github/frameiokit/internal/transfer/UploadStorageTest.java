package io.github.frameiokit.internal.transfer;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.frameiokit.client.TransferException;
import io.github.frameiokit.client.Upload;
import io.github.frameiokit.client.model.File;
import io.github.frameiokit.testkit.Scripted;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What an upload does with the storage's answers. */
class UploadStorageTest extends UploadScenario {

    @Test
    void aFailedPartIsRepeatedAlone() {
        tested.fake.answer("storage.upload", Scripted.error(500), Scripted.NO_ANSWER, Scripted.error(503));
        File file = upload(stream());
        assertArrayEquals(content, tested.fake.content(file.id()).orElseThrow());
        assertEquals(3, tested.clock.sleeps().size());
    }

    @ParameterizedTest
    @CsvSource({
        "400, RequestTimeout",
        "400, IncompleteBody",
        "408, RequestTimeout",
        "408, ''",
        "409, OperationAborted",
        "400, SlowDown",
        "503, SlowDown",
        "500, InternalError",
        "429, TooManyRequests"
    })
    void aPassingRejectionIsRepeated(int status, String code) throws IOException {
        tested.fake.answer("storage.upload", rejection(status, code));
        File file = upload(Upload.of(file()));
        assertArrayEquals(content, tested.fake.content(file.id()).orElseThrow());
        assertEquals(1, tested.clock.sleeps().size());
    }

    @Test
    void aPassingRejectionThatStaysEndsIt() {
        Scripted[] refusals = new Scripted[60];
        Arrays.fill(refusals, rejection(400, "RequestTimeout"));
        tested.fake.answer("storage.upload", refusals);
        TransferException failure = assertThrows(TransferException.class, () -> upload(stream()));
        assertTrue(failure.getMessage().matches("The storage didn't take part \\d+ of 11\\."), failure.getMessage());
        assertEquals(
                "The storage answered 400 RequestTimeout.", failure.getCause().getMessage());
    }

    @Test
    void aRejectedPartEndsIt() {
        tested.fake.answer("storage.upload", Scripted.error(403));
        TransferException failure = assertThrows(TransferException.class, () -> upload(stream()));
        assertTrue(
                failure.getMessage().matches("The storage answered 403 to part \\d+ of 11\\."), failure.getMessage());
        assertFalse(failure.fileId().isEmpty());
        assertEquals(List.of(), tested.clock.sleeps());
    }

    @Test
    void theStoragesErrorCodeIsReported() {
        tested.fake.answer("storage.upload", rejection(403, "AccessDenied"));
        TransferException failure = assertThrows(TransferException.class, () -> upload(stream()));
        assertTrue(failure.getMessage().startsWith("The storage answered 403 AccessDenied to part "));
    }

    @Test
    void aRedirectIsNotFollowed() {
        tested.fake.answer(
                "storage.upload",
                rejection(307, "TemporaryRedirect").header("Location", "http://localhost:1/?signature=secret"));
        TransferException failure = assertThrows(TransferException.class, () -> upload(stream()));
        assertTrue(failure.getMessage().startsWith("The storage answered 307 TemporaryRedirect to part "));
        assertShowsNoSignature(failure);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://under_score.example/",
                "https://under_score.example/",
                "https://a b.example/",
                "https://a.example/a b/",
                "https://a.example:99999/",
                "https:///no-host/",
                "/no-scheme/",
                "file:///tmp/",
                "ftp://a.example/",
                "mailto:a@example.com?",
                "jar:https://a.example/x!/",
                "http://a.example/",
                "http://127.0.0.1.example/",
                "https://[::1/",
                "\u0000"
            })
    void anInvalidSignedUrlIsNotShown(String link) {
        tested.fake.links(link);
        TransferException failure = assertThrows(TransferException.class, () -> upload(stream()));
        assertEquals("Frame.io's link to the storage is no https URL with a valid host name.", failure.getMessage());
        assertShowsNoSignature(failure);
    }

    @ParameterizedTest
    @ValueSource(strings = {"http://localhost:1/", "http://[::1]:1/", "https://localhost:1/", "https://x.invalid/"})
    void anUnreachableStorageIsReportedWithoutTheSignedUrl(String link) {
        tested.fake.links(link);
        TransferException failure = assertThrows(TransferException.class, () -> upload(stream()));
        assertTrue(failure.getMessage().startsWith("The storage didn't take part "), failure.getMessage());
        assertShowsNoSignature(failure);
    }
}
