package io.github.frameiokit.internal.client;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.frameiokit.client.FrameioApiException;
import io.github.frameiokit.client.FrameioClient;
import io.github.frameiokit.client.request.Destination;
import io.github.frameiokit.client.request.FolderBatch;
import io.github.frameiokit.testkit.Scripted;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** How calls of the API's interfaces are made. */
class OperationInvokerTest {

    @AutoClose
    private final TestClient tested = new TestClient();

    private final FrameioClient frameio = tested.client();

    @Test
    void aLargeFolderIsCopiedAfterTheResponse() {
        tested.answer("folders.bulkCopy", 202, "{}");
        assertEquals(List.of(), frameio.folders().bulkCopy("a", FolderBatch.of("g", "f")));
        tested.answer("folders.copy", 202, "{}");
        assertEquals(Optional.empty(), frameio.folders().copy("a", "f", Destination.of("g")));
        assertTrue(frameio.folders().copy("a", "f", Destination.of("g")).isPresent());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", ".", ".."})
    void aBlankIdIsRejected(String id) {
        IllegalArgumentException failure = assertThrows(
                IllegalArgumentException.class, () -> frameio.files().delete("a", id));
        assertEquals("'file_id' must be an id, and not blank.", failure.getMessage());
        assertThrows(IllegalArgumentException.class, () -> frameio.files().delete("a", null));
    }

    @Test
    void anIdNeverLeadsToAnotherResource() {
        assertThrows(FrameioApiException.class, () -> {
            tested.fake.answer("files.show", Scripted.error(404));
            frameio.files().show("a", "../../me?x=1#y%2F");
        });
        assertEquals(
                "/v4/accounts/a/files/..%2F..%2Fme%3Fx%3D1%23y%252F",
                tested.fake.requests().get(0).path());
    }

    @Test
    void aClientCreatesEachGroupOnce() {
        FrameioClient other = frameio.as("another");
        assertSame(frameio.files(), frameio.files());
        assertSame(other.files(), other.files());
        assertNotSame(frameio.files(), other.files());
    }

    @Test
    void groupsBehaveAsObjects() {
        Object files = frameio.files();
        assertEquals("FilesApi", files.toString());
        assertEquals(files, files);
        assertEquals(files.hashCode(), files.hashCode());
    }
}
