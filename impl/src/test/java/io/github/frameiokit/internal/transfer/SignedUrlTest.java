package io.github.frameiokit.internal.transfer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.github.frameiokit.client.TransferException;
import java.io.IOException;
import java.net.ConnectException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What failures tell of a signed URL. */
class SignedUrlTest {

    private final SignedUrl url = SignedUrl.of("https://a.example/a%20b/c?signature=se%20cret", "f");

    @ParameterizedTest
    @ValueSource(
            strings = {
                "can't reach https://a.example",
                "GET /a%20b/c failed",
                "GET /a b/c failed",
                "signature=se%20cret",
                "signature=se cret is wrong"
            })
    void aFailureThatShowsItIsReplaced(String text) {
        IOException suppressing = new IOException("a");
        suppressing.addSuppressed(new IOException("b", new IOException(text)));
        for (Exception failure : List.of(
                new IOException(text),
                new IOException("a", new IOException("b", new SecurityException(text))),
                suppressing,
                new SecurityException(text))) {
            IOException reported = url.withoutUrl(failure);
            assertEquals(
                    "The request to the storage failed with a "
                            + failure.getClass().getSimpleName() + ".",
                    reported.getMessage());
            assertNull(reported.getCause());
        }
    }

    @Test
    void aFailureThatDoesNotShowItIsKept() {
        ConnectException failure = new ConnectException("refused by a.example");
        failure.initCause(new IOException("no route"));
        assertSame(failure, url.withoutUrl(failure));
    }

    @Test
    void aFailureThatIsItsOwnCauseIsKept() {
        IOException one = new IOException("one");
        IOException other = new IOException("other", one);
        one.initCause(other);
        assertSame(one, url.withoutUrl(one));
    }

    @Test
    void itIsNotInItsText() {
        assertEquals("SignedUrl[]", url.toString());
    }

    @Test
    void aMissingUrlIsReported() {
        assertThrows(TransferException.class, () -> SignedUrl.of(null, "f"));
    }
}
