package io.github.frameiokit.internal.client;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.frameiokit.client.FrameioApiException;
import io.github.frameiokit.client.FrameioClient;
import io.github.frameiokit.client.FrameioClientBuilder;
import io.github.frameiokit.client.StandaloneClient;
import io.github.frameiokit.testkit.FakeFrameio;
import io.github.frameiokit.testkit.FakeIms;
import io.github.frameiokit.testkit.Scripted;
import java.net.URI;
import java.net.URL;
import java.net.URLClassLoader;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

class StandaloneClientTest {

    @AutoClose
    private final FakeFrameio fake = FakeFrameio.start();

    @AutoClose
    private final FakeIms ims = FakeIms.start();

    private final TestClock clock = new TestClock();

    @Test
    void actsWithATokenThatItWasGiven() {
        try (StandaloneClient frameio = builder().token("the-token").build()) {
            frameio.users().show();
        }
        assertEquals(List.of("Bearer the-token"), sentTokens());
    }

    @Test
    void asksForATokenAtEachCall() {
        AtomicReference<String> token = new AtomicReference<>("first");
        try (StandaloneClient frameio = builder().token(token::get).build()) {
            frameio.users().show();
            token.set("second");
            frameio.users().show();
        }
        assertEquals(List.of("Bearer first", "Bearer second"), sentTokens());
    }

    @Test
    void getsAndKeepsTokensWithClientCredentials() {
        fake.trust(ims);
        try (StandaloneClient frameio = withClientCredentials()) {
            frameio.accounts().index();
            frameio.accounts().index();
        }
        assertEquals(List.of("Bearer app-token-1", "Bearer app-token-1"), sentTokens());
        assertEquals(1, ims.requests("client_credentials"));
    }

    @Test
    void replacesATokenThatFrameioRejects() {
        fake.accept("app-token-2");
        try (StandaloneClient frameio = withClientCredentials()) {
            frameio.accounts().index();
        }
        assertEquals(List.of("Bearer app-token-1", "Bearer app-token-2"), sentTokens());
    }

    @Test
    void triesAsOftenAsItWasTold() {
        fake.answer("users.show", Scripted.error(429), Scripted.error(429), Scripted.error(429));
        try (StandaloneClient frameio = builder().token("the-token").retries(1).build()) {
            assertThrows(
                    FrameioApiException.RateLimited.class, () -> frameio.users().show());
        }
        assertEquals(2, fake.requests("users.show").size());
    }

    @Test
    void actsForOthersOverTheSameConnections() {
        try (StandaloneClient frameio = builder().token("the-token").build()) {
            frameio.as("another").experimental().users().show();
        }
        assertEquals(List.of("Bearer another"), sentTokens());
    }

    @Test
    void needsCredentials() {
        assertEquals(
                "The client has no credentials for Frame.io: call token(…) with an access token, or"
                        + " clientCredentials(…) with those of an Adobe project, before build().",
                assertThrows(IllegalStateException.class, FrameioClient.builder()::build)
                        .getMessage());
    }

    @Test
    void saysThatTheKitIsMissing() throws Exception {
        URL api = FrameioClient.class.getProtectionDomain().getCodeSource().getLocation();
        URL rest = jakarta.ws.rs.client.WebTarget.class
                .getProtectionDomain()
                .getCodeSource()
                .getLocation();
        ClassLoader before = Thread.currentThread().getContextClassLoader();
        try (URLClassLoader alone = new URLClassLoader(new URL[] {api, rest}, ClassLoader.getPlatformClassLoader())) {
            Thread.currentThread().setContextClassLoader(alone);
            Throwable thrown = assertThrows(
                            java.lang.reflect.InvocationTargetException.class,
                            () -> alone.loadClass(FrameioClient.class.getName())
                                    .getMethod("builder")
                                    .invoke(null))
                    .getCause();
            assertTrue(
                    thrown.getMessage().startsWith("FrameioClient.builder() needs io.github.frameiokit:frameio-kit"),
                    thrown::toString);
        } finally {
            Thread.currentThread().setContextClassLoader(before);
        }
    }

    @Test
    void isFoundWithoutAContextClassLoader() {
        ClassLoader before = Thread.currentThread().getContextClassLoader();
        try {
            Thread.currentThread().setContextClassLoader(null);
            FrameioClient.builder();
        } finally {
            Thread.currentThread().setContextClassLoader(before);
        }
    }

    @Test
    void rejectsWhatCannotWork() {
        assertRejected("must begin with https://", it -> it.apiUrl(URI.create("http://api.frame.io")));
        assertRejected("must begin with https://", it -> it.imsUrl(URI.create("http://ims-na1.adobelogin.com")));
        assertRejected("'apiUrl' must be an address", it -> it.apiUrl(URI.create("https://user@api.frame.io")));
        assertRejected("blank", it -> it.token(""));
        assertRejected("'clientId' must not be blank.", it -> it.clientCredentials(" ", "secret"));
        assertRejected("'clientSecret' must not be blank.", it -> it.clientCredentials("id", ""));
        assertRejected("'connectTimeout' must be positive.", it -> it.connectTimeout(Duration.ZERO));
        assertRejected("'readTimeout' must be positive.", it -> it.readTimeout(Duration.ofSeconds(-1)));
        assertRejected("'retries' must be from 0 to 999.", it -> it.retries(-1));
        assertRejected("'retries' must be from 0 to 999.", it -> it.retries(1000));
    }

    @Test
    void namesTheArgumentThatIsNull() {
        assertEquals(
                "'token' must not be null.",
                assertThrows(NullPointerException.class, () -> builder().token((String) null))
                        .getMessage());
    }

    @Test
    void showsNoSecret() {
        FrameioClientBuilder builder =
                builder().clientCredentials("the-client", "the-secret").token("the-token");
        try (StandaloneClient frameio = builder.build()) {
            String shown = builder + " " + frameio;
            assertFalse(shown.contains("the-secret") || shown.contains("the-token"), shown);
        }
    }

    private static void assertRejected(String sentence, Consumer<FrameioClientBuilder> call) {
        String message = assertThrows(IllegalArgumentException.class, () -> call.accept(FrameioClient.builder()))
                .getMessage();
        assertTrue(message.contains(sentence), message);
    }

    private FrameioClientBuilder builder() {
        return FrameioClient.builder().apiUrl(fake.url()).imsUrl(ims.url()).clock(clock);
    }

    private StandaloneClient withClientCredentials() {
        return builder()
                .clientCredentials(FakeIms.CLIENT_ID, FakeIms.CLIENT_SECRET)
                .build();
    }

    private List<String> sentTokens() {
        return fake.requests().stream()
                .map(request -> request.headers().get("authorization"))
                .toList();
    }
}
