package io.github.frameiokit.internal.transfer;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.frameiokit.client.TransferException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What happens when the content is replaced, or the signed URL expires, during a download. */
class ReplacedContentTest extends DownloadScenario {

    @Test
    void aFailedPreconditionStartsAgain() throws IOException {
        replaceAt(2 * PART, Map.of("ETag", "\"second\""), reply -> reply.status(412));
        assertArrayEquals(other, download());
        assertEquals(List.of("cut.mov"), names());
        assertEquals(2, shown());
    }

    @Test
    void aChangedTagStartsAgainEvenIfThePreconditionIsIgnored() throws IOException {
        replaceAt(2 * PART, Map.of("ETag", "\"second\""), reply -> reply.header("ETag", "\"second\""));
        assertArrayEquals(other, download());
    }

    @Test
    void aTagThatIsMissingLaterStartsAgain() throws IOException {
        replaceAt(2 * PART, Map.of("ETag", "\"second\""), reply -> reply.without("ETag"));
        assertArrayEquals(other, download());
    }

    @Test
    void aChangedTotalStartsAgain() throws IOException {
        replaceAt(
                2 * PART,
                Map.of("ETag", "\"first\""),
                reply -> reply.header(
                        "Content-Range", "bytes " + 2 * PART + "-" + (3 * PART - 1) + "/" + (content.length + 1)));
        assertArrayEquals(other, download());
    }

    @Test
    void aRangeThatNoLongerExistsStartsAgain() throws IOException {
        replaceAt(2 * PART, Map.of("ETag", "\"second\""), reply -> reply.status(416));
        assertArrayEquals(other, download());
    }

    @Test
    void contentIsNotMixedIfItIsReplacedWhenASignedUrlExpires() throws IOException {
        replaceAt(2 * PART, Map.of("ETag", "\"second\""), reply -> reply.status(403));
        assertArrayEquals(other, download());
    }

    @Test
    void contentIsNotMixedIfItIsReplacedWhenASignedUrlExpiresWithoutAValidator() throws IOException {
        storage.replace(content, NO_VALIDATOR);
        replaceAt(0, NO_VALIDATOR, reply -> reply.status(403));
        assertArrayEquals(other, download());
    }

    @Test
    void contentThatIsReplacedEachTimeEndsIt() throws IOException {
        AtomicInteger count = new AtomicInteger();
        storage.change(all(reply -> reply.header("ETag", "\"" + count.getAndIncrement() + "\"")));
        TransferException failure = failing(TransferException.class);
        assertEquals("The file's content was replaced each time while it was downloaded.", failure.getMessage());
        assertEquals(4, shown());
        assertEquals(List.of("cut.mov"), names());
    }

    @Test
    void anExpiredSignedUrlIsReplaced() throws IOException {
        AtomicInteger count = new AtomicInteger();
        storage.change(parts(reply -> count.getAndIncrement() == 3 ? reply.status(403) : reply));
        assertArrayEquals(content, download());
        assertEquals(2, shown());
    }

    @Test
    void aSignedUrlThatExpiredBeforeItsFirstUseIsReplaced() throws IOException {
        AtomicInteger count = new AtomicInteger();
        storage.change(all(reply -> count.getAndIncrement() == 0
                ? reply.status(400).body("<Error><Code>ExpiredToken</Code></Error>".getBytes(StandardCharsets.UTF_8))
                : reply));
        assertArrayEquals(content, download());
        assertEquals(2, shown());
    }

    @ParameterizedTest
    @ValueSource(ints = {401, 403, 404, 410})
    void aSignedUrlThatIsNeverAcceptedEndsIt(int status) throws IOException {
        storage.change(all(reply -> reply.status(status)));
        TransferException failure = failing(TransferException.class);
        assertEquals("The storage rejects a link that Frame.io has just issued.", failure.getMessage());
        assertEquals(2, shown());
    }

    @Test
    void signedUrlsThatBringNothingEndIt() throws IOException {
        storage.change(parts(reply -> reply.status(403)));
        TransferException failure = failing(TransferException.class);
        assertEquals("The storage rejects a link that Frame.io has just issued.", failure.getMessage());
        assertEquals(2, shown());
    }
}
